/** What start scripts of public projects really start, and what workerlint says of them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readDockerfile } from '../../src/commands/dockerfile.ts'
import { createFileIndex } from '../../src/commands/file-index.ts'
import type { Invocation } from '../../src/commands/invocation.ts'
import { resolveCommand } from '../../src/commands/resolve-command.ts'
import { baseName } from '../../src/commands/strip-wrapper.ts'
import { parseYaml } from '../../src/manifests/parse.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { memoryRepository } from '../../src/repository/repository.ts'
import { loadShellGrammar, type ShellGrammar } from '../../src/shell/grammar.ts'
import { type ResolvedText, stringOf } from '../../src/source/resolved.ts'
import { createSourceFile } from '../../src/source/source-file.ts'
import { readManifests } from '../../src/workloads/manifest.ts'
import { readWorkloads } from '../../src/workloads/read-workloads.ts'
import { buildSystem } from '../../src/workloads/system.ts'
import { type CorpusCase, corpusCases, type World } from './corpus-cases.ts'
import { findIsolation, findProgram, type Outcome, removePrograms, runIsolated, type Start } from './isolated.ts'

const corpus = new URL('../../../shared/corpus/entrypoints', import.meta.url).pathname
const isolation = existsSync(corpus) ? findIsolation() : null
const reason = missing()
const suite = reason === null ? describe : describe.skip

/** Programs whose starts are compared, and those that are there besides. */
const compared = ['gunicorn', 'celery', 'uvicorn', 'uwsgi', 'nginx', 'python', 'python3', 'pip3', 'alembic']
const stubs = [
  ...compared,
  ...['watchmedo', 'wait-for', 'wait-for-it', 'tail', 'sleep'],
  ...['/usr/local/bin/wait-for', '/home/dev/.local/bin/celery'],
]
/** Variables that shells set by themselves. */
const ownVariables = new Set(['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_', 'HOME'])

let grammar: ShellGrammar
beforeAll(async () => {
  grammar = await loadShellGrammar()
})
afterAll(() => {
  if (isolation?.kind === 'available') removePrograms(isolation.programs)
})

suite(`start scripts of public projects do as workerlint says${reason === null ? '' : `: skipped, ${reason}`}`, () => {
  const runs = corpusCases.flatMap((one) =>
    shellsOf(one).map((sh): [string, CorpusCase, Shell] => [`${one.script} ${one.title}, ${sh}`, one, sh]),
  )
  test('nothing of this machine is in reach', () => {
    if (isolation?.kind !== 'available') throw new Error('there is no isolation')
    const attempts = [
      '[ -e /etc/passwd ] || gunicorn no files',
      '[ "$(id -u)" = 0 ] && [ -w /proc ] || gunicorn no processes',
      ...(isolation.hidesNetwork
        ? ['(exec 3<>/dev/tcp/127.0.0.1/9) 2>&1 | grep -q unreachable && gunicorn no network']
        : []),
    ]
    const argv = ['/bin/bash', '-c', attempts.join('\n')]
    const run = { sh: 'dash', argv, environment: {}, workingDirectory: '/', files: {}, stubs: ['gunicorn'] } as const
    const { starts } = runIsolated(isolation, run)
    expect(starts.map((start) => start.argv.join(' ')).sort()).toEqual(
      ['gunicorn no files', ...(isolation.hidesNetwork ? ['gunicorn no network'] : []), 'gunicorn no processes'].sort(),
    )
  })
  test.each(runs)('%s', (_name, one, sh) => {
    const claims = claimsOf(one)
    const worlds = (one.worlds ?? [{}]).map((world) => match(claims, outcomeOf(one, sh, world), world))
    expect(worlds.map(({ problems }) => problems)).toEqual(worlds.map(() => []))
    expect(claims.filter((claim, index) => isHesitant(claim) && !isJustified(index, claims, worlds)).map(show)).toEqual(
      [],
    )
  })
})

type Shell = 'dash' | 'bash' | 'busybox'

function missing(): string | null {
  if (isolation === null) return 'the collection is absent'
  if (isolation.kind === 'missing') return isolation.why
  const absent = ['bash', 'dash'].filter((shell) => findProgram(shell) === null)
  return absent.length === 0 ? null : `${absent.join(' and ')} is not installed`
}

/** A script for bash is run by bash, one for sh by every shell that may be sh. */
function shellsOf({ script, path }: CorpusCase): readonly Shell[] {
  if (reason !== null || (path !== null && !/^#!\/bin\/sh/.test(textOf(script)))) return ['dash']
  return (['dash', 'bash', 'busybox'] as const).filter((shell) => findProgram(shell) !== null)
}

function textOf(path: string): string {
  return readFileSync(join(corpus, path), 'utf8')
}

/** The words that the container starts with. */
function wordsOf({ script, path, parameters = [] }: CorpusCase): readonly string[] {
  if (path !== null) return [path, ...parameters]
  const [, command = ''] = /.*^CMD (.*)$/ms.exec(textOf(script)) ?? []
  return command.startsWith('[') ? JSON.parse(command) : ['/bin/sh', '-c', command.trim()]
}

function knownFiles({ script, path, beside = {}, files = {} }: CorpusCase): Readonly<Record<string, string>> {
  return {
    ...files,
    ...Object.fromEntries(Object.entries(beside).map(([to, from]) => [to, textOf(from)])),
    ...(path === null ? {} : { [path]: textOf(script) }),
  }
}

/** What really happens. */
function outcomeOf(one: CorpusCase, sh: Shell, world: World): Outcome {
  if (isolation?.kind !== 'available') throw new Error('there is no isolation')
  const { starts, status } = runIsolated(isolation, {
    sh,
    argv: wordsOf(one),
    environment: { ...one.imageEnvironment, ...one.environment },
    workingDirectory: one.workingDirectory,
    files: { ...knownFiles(one), ...world.files },
    stubs,
  })
  return { starts: starts.filter(({ argv: [program = ''] }) => compared.includes(program)), status }
}

/** What workerlint says that a Pod of it starts. */
function claimsOf(one: CorpusCase): readonly Invocation[] {
  const files = Object.entries(knownFiles(one))
  const manifest = {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'files' },
        data: Object.fromEntries(files.map(([, text], index) => [`file-${index}`, text])),
      },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'pod' },
        spec: {
          volumes: [{ name: 'files', configMap: { name: 'files' } }],
          containers: [
            {
              name: 'container',
              ...(one.path === null ? {} : { command: wordsOf(one) }),
              env: Object.entries(one.environment ?? {}).map(([name, value]) => ({ name, value })),
              workingDir: one.workingDirectory,
              volumeMounts: files.map(([path], index) => ({
                name: 'files',
                mountPath: path,
                subPath: `file-${index}`,
              })),
            },
          ],
        },
      },
    ],
  }
  const file = createSourceFile('pod.json', JSON.stringify(manifest))
  const manifests = parseYaml(file).documents.flatMap((document) => readManifests(file, document))
  const [container] = manifests
    .flatMap((read) => readWorkloads(read, buildSystem(manifests)))
    .flatMap((w) => w.containers)
  if (container === undefined) throw new Error('the pod has no container')
  const repository = memoryRepository(new Map())
  const image =
    one.path === null
      ? readDockerfile({
          file: createSourceFile('Dockerfile', textOf(one.script)),
          context: '',
          target: null,
          repository,
        })
      : null
  const { invocations } = resolveCommand({
    files: { container, image, repository, index: createFileIndex(repository), near: 'pod.json' },
    grammar,
    isProgram: (name) => PROGRAMS.some(({ executables }) => executables.includes(name)),
  })
  return invocations.filter(({ argv: [program] }) => {
    const name = program === undefined ? null : stringOf(program)
    return name === null || compared.includes(baseName(name))
  })
}

/** The starts of one world, by the claim that each belongs to, and what does not fit. */
interface Matched {
  readonly starts: readonly (readonly Start[])[]
  readonly problems: readonly string[]
  readonly fails: boolean
}

function match(claims: readonly Invocation[], { starts: real, status }: Outcome, { fails = false }: World): Matched {
  const starts = claims.map((): Start[] => [])
  const problems = (status === 0) === fails ? [`the script ended with ${status}`] : []
  const certain = claims.flatMap((claim, index) => (isHesitant(claim) ? [] : [index]))
  const hesitant = claims.flatMap((claim, index) => (isHesitant(claim) ? [index] : []))
  for (const start of real) {
    const fits = (index: number) => fitsClaim(start, claims[index])
    const isFree = (index: number) => fits(index) && starts[index]?.length === 0
    const index = certain.find(isFree) ?? hesitant.find(isFree) ?? [...hesitant, ...certain].find(fits)
    if (index === undefined) problems.push(`not foreseen: ${JSON.stringify([start.argv, start.environment])}`)
    else starts[index]?.push(start)
  }
  for (const [index, claim] of claims.entries())
    if (!fails && !claim.conditional && starts[index]?.length === 0) problems.push(`did not start: ${show(claim)}`)
  return { starts, problems, fails }
}

function fitsClaim({ argv, environment }: Start, claim: Invocation | undefined): boolean {
  if (claim === undefined) return false
  const { variables, open } = claim.environment
  const own = Object.keys(environment).filter((name) => !ownVariables.has(name))
  return (
    fitsWords(argv, claim.argv, true) &&
    [...variables].every(([name, text]) => ownVariables.has(name) || fitsWord(environment[name], text)) &&
    (open !== null || own.every((name) => variables.has(name)))
  )
}

function fitsWords(argv: readonly string[], words: readonly ResolvedText[], isFirst: boolean): boolean {
  const [word, ...others] = words
  if (word === undefined) return argv.length === 0
  if (!word.known && word.mayBeSeveral)
    return argv
      .map((_, index) => index)
      .concat(argv.length)
      .some((taken) => fitsWords(argv.slice(taken), others, false))
  const [first, ...rest] = argv
  const name = isFirst && word.known ? baseName(word.text.value) : null
  return (name === null ? fitsWord(first, word) : first === name) && fitsWords(rest, others, false)
}

function fitsWord(value: string | undefined, word: ResolvedText): boolean {
  if (word.known) return value === word.text.value
  return (value ?? '').startsWith(word.prefix.value)
}

/** Does it leave open whether or how the program starts? */
function isHesitant(claim: Invocation): boolean {
  return claim.conditional || claim.argv.some((word) => !word.known)
}

/** What is left open is different in two worlds that look alike; it may be what a script does before it fails. */
function isJustified(index: number, claims: readonly Invocation[], worlds: readonly Matched[]): boolean {
  const seen = worlds.map(({ starts }) => starts[index]?.map(({ argv }) => JSON.stringify(argv)) ?? [])
  const ran = seen.filter(({ length }) => length > 0)
  if (!claims[index]?.conditional) return new Set(ran.map((starts) => starts.join())).size > 1
  return ran.length > 0 && seen.some(({ length }, at) => length === 0 && !worlds[at]?.fails)
}

function show({ argv, conditional, environment }: Invocation): string {
  const words = argv.map((word) => (word.known ? word.text.value : `${word.prefix.value}?`))
  const variables = [...environment.variables].map(([name, text]) => `${name}=${stringOf(text) ?? '?'}`)
  return JSON.stringify([conditional ? 'maybe' : 'certain', words, variables])
}
