/** Everything that a run needs before it starts: configuration, policies, and the repository. */
import { existsSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import type { CheckOptions } from './check.ts'
import { type Configuration, DEFAULT_CONFIGURATION } from './configuration/configuration.ts'
import { loadConfiguration } from './configuration/load-configuration.ts'
import { readUsage, type UsageTable } from './configuration/usage.ts'
import { IGNORE_POLICIES } from './findings/ignore-policies.ts'
import type { CompiledPolicy } from './policies/compile-policy.ts'
import { loadBundledPolicies } from './policies/load-bundled.ts'
import { printMistakes } from './policies/mistakes.ts'
import { PROGRAMS } from './programs/registry.ts'
import type { RenderingOptions } from './rendering/rendering.ts'
import { openDiskRepository } from './repository/disk.ts'
import { readText } from './repository/read-text.ts'
import type { Repository } from './repository/repository.ts'
import { walkFolder } from './repository/walk.ts'
import { UserError } from './source/errors.ts'
import { createSourceFile, type SourceFile } from './source/source-file.ts'

/** What the user asked for. */
export interface RunRequest {
  readonly workingDirectory: string
  readonly paths: readonly string[]
  readonly exclude: readonly string[]
  /** A configuration file; null searches upward from the first path. */
  readonly configFile: string | null
  /** Globs of further policy files. */
  readonly policyFiles: readonly string[]
  readonly baseline: ReadonlySet<string>
  readonly today: string | null
  /** Files with measured memory (KRR or CSV); later ones win. */
  readonly usageFiles?: readonly string[]
  /** What is rendered before it is checked; nothing is when it is left out. */
  readonly rendering?: RenderingRequest
  /** Texts of another revision by path from the working directory, laid over configuration and policies; null is no file. */
  readonly overlay?: ReadonlyMap<string, string | null>
}

/** Charts and kustomizations as the user wrote them. */
export interface RenderingRequest {
  readonly helm: readonly string[]
  readonly kustomize: readonly string[]
  readonly allowNetwork: boolean
  /** Why nothing may be rendered, one sentence; null when it may. */
  readonly refusal: string | null
}

/** A run that is ready to start. */
export interface PreparedRun {
  readonly repository: Repository
  readonly options: CheckOptions
  /** The configuration file that was found, as reports name it. */
  readonly configFile: string | null
}

const CONFIG_NAMES = ['.workerlint.yaml', '.workerlint.yml', '.workerlint.json']
/** Configurations that extend one another deeper than this are refused. */
const DEEPEST_EXTENDS = 10

/** Prepares a run; mistakes in options, configuration and policies are user errors that name all of them. */
export async function prepareRun(request: RunRequest): Promise<PreparedRun> {
  const bundled = loadBundledPolicies()
  const configPath =
    request.configFile === null ? findConfiguration(request) : resolve(request.workingDirectory, request.configFile)
  const first = configPath === null ? null : readConfigurationFile(configPath, request, bundled, true, 0)
  const folder = configPath === null ? request.workingDirectory : dirname(configPath)
  const own = await loadOwnPolicies([
    ...expandPolicyFiles(first?.policyFiles ?? [], folder, request),
    ...expandPolicyFiles(request.policyFiles, request.workingDirectory, request),
  ])
  refuseDuplicates(bundled, own)
  const policies = [...bundled, ...own]
  const configuration =
    configPath === null ? DEFAULT_CONFIGURATION : readConfigurationFile(configPath, request, policies, false, 0)
  const { rendering } = request
  const asked = rendering === undefined ? [] : renderedFolders(rendering)
  const repository = openDiskRepository({
    workingDirectory: request.workingDirectory,
    paths: [...request.paths, ...asked],
    exclude: [...request.exclude, ...configuration.exclude],
  })
  return {
    repository,
    options: {
      programs: PROGRAMS,
      policies,
      configuration: { ...configuration, usage: readUsageFiles(request) },
      baseline: request.baseline,
      today: request.today,
      ...(rendering === undefined ? {} : { rendering: renderingOptions(rendering) }),
    },
    configFile: configPath === null ? null : relativePath(configPath, request.workingDirectory),
  }
}

/** Folders of the charts and kustomizations that were asked for: what stands before values files and options. */
export function renderedFolders({ helm, kustomize }: RenderingRequest): readonly string[] {
  return [...helm, ...kustomize].map((text) => text.trim().split(/[\s,]/)[0] ?? '')
}

/** What is rendered: what was asked for, and what is found. */
export function renderingOptions({ helm, kustomize, allowNetwork, refusal }: RenderingRequest): RenderingOptions {
  return {
    charts: helm,
    kustomizations: kustomize,
    discovers: true,
    refusal,
    helm: { program: 'helm', allowNetwork },
  }
}

/** Searches upward from the first path to the root of the work tree. */
function findConfiguration(request: RunRequest): string | null {
  const [first = '.'] = request.paths
  const start = resolve(request.workingDirectory, picomatch.scan(first).base || '.')
  let folder = existsSync(start) && statSync(start).isDirectory() ? start : dirname(start)
  for (;;) {
    const here = folder
    const found = CONFIG_NAMES.map((name) => join(here, name)).find((path) => isFile(path, request))
    if (found !== undefined) return found
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return null
    folder = dirname(folder)
  }
}

/** Reads a configuration and what it extends. In the first pass policies of the user are not known yet. */
function readConfigurationFile(
  path: string,
  request: RunRequest,
  policies: readonly CompiledPolicy[],
  isFirstPass: boolean,
  depth: number,
): Configuration {
  if (depth > DEEPEST_EXTENDS) throw new UserError(`${relativePath(path, request.workingDirectory)}: extends itself`)
  const file = readFile(path, request)
  const known = [...policies.map(({ policy }) => policy), ...IGNORE_POLICIES]
  const names = PROGRAMS.map((program) => program.name)
  const alone = loadConfiguration(file, known, names)
  const base =
    alone.extendsFile === null
      ? DEFAULT_CONFIGURATION
      : readConfigurationFile(resolve(dirname(path), alone.extendsFile), request, policies, isFirstPass, depth + 1)
  if (alone.mistakes.length > 0 && !isFirstPass) throw new UserError(printMistakes(alone.mistakes))
  return loadConfiguration(file, known, names, base).configuration
}

async function loadOwnPolicies(files: readonly SourceFile[]): Promise<readonly CompiledPolicy[]> {
  if (files.length === 0) return []
  const { loadUserPolicies } = await import('./policies/compile-files.ts')
  return loadUserPolicies(files, PROGRAMS)
}

function expandPolicyFiles(globs: readonly string[], folder: string, request: RunRequest): readonly SourceFile[] {
  return globs.flatMap((glob) => {
    const direct = resolve(folder, glob)
    if (isFile(direct, request)) return [readFile(direct, request)]
    const { base, glob: pattern } = picomatch.scan(glob)
    if (pattern === '') throw new UserError(`policy file ${JSON.stringify(glob)} does not exist`)
    const matches = picomatch(pattern)
    const root = resolve(folder, base)
    const laid = [...(request.overlay ?? [])].map(([path]) =>
      relativePath(resolve(request.workingDirectory, path), root),
    )
    const found = [...new Set([...walkFolder(root), ...laid])]
      .filter((path) => matches(path) && isFile(join(root, path), request))
      .sort()
    if (found.length === 0) throw new UserError(`no policy file matches ${JSON.stringify(glob)}`)
    return found.map((path) => readFile(join(root, path), request))
  })
}

function readUsageFiles(request: RunRequest): UsageTable {
  const files = (request.usageFiles ?? []).map((path) => readFile(resolve(request.workingDirectory, path), request))
  return new Map(files.flatMap((file) => [...readUsage(file.text, file.path)]))
}

function refuseDuplicates(bundled: readonly CompiledPolicy[], own: readonly CompiledPolicy[]): void {
  const seen = new Set(bundled.map(({ policy }) => policy.id))
  for (const { policy } of own) {
    if (seen.has(policy.id)) throw new UserError(`policy ${policy.id} is defined twice`)
    seen.add(policy.id)
  }
}

function isFile(path: string, request: RunRequest): boolean {
  const laid = request.overlay?.get(relativePath(path, request.workingDirectory))
  return laid === undefined ? existsSync(path) && statSync(path).isFile() : laid !== null
}

function readFile(path: string, request: RunRequest): SourceFile {
  const shown = relativePath(path, request.workingDirectory)
  if (!isFile(path, request)) throw new UserError(`${shown} does not exist`)
  const laid = request.overlay?.get(shown)
  if (typeof laid === 'string') return createSourceFile(shown, laid)
  const read = readText(path)
  if (read.kind === 'refused') throw new UserError(`${shown}: ${read.message}`)
  return createSourceFile(shown, read.text)
}

function relativePath(path: string, workingDirectory: string): string {
  const way = relative(workingDirectory, path)
  return (way === '' || isAbsolute(way) ? path : way).split(sep).join('/')
}
