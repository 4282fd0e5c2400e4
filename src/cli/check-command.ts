/** `workerlint check`. */
import { check } from '../check.ts'
import { type PreparedRun, prepareRun, type RenderingRequest, type RunRequest } from '../prepare.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { printable } from '../reports/printable.ts'
import { toJsonReport } from '../reports/to-json-report.ts'
import type { Repository } from '../repository/repository.ts'
import { isInShard, parseShard } from '../shard.ts'
import { UserError } from '../source/errors.ts'
import { readBaseline, writeBaseline } from './baseline-file.ts'
import { type FailOn, findingsCode } from './exit-code.ts'
import { applyFixes } from './fix.ts'
import { readRevision } from './git.ts'
import { unifiedPatch } from './patch.ts'
import { backgroundOf, type PrintOptions, printReport, wantedFormats } from './print-report.ts'
import { watchProgress } from './progress.ts'
import { pathsOf, type RenderingFlags, renderingOf } from './rendering-flags.ts'
import { checkRevision, newSince } from './since-base.ts'
import { readStandardInput } from './standard-input.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** The options as commander gives them. */
export interface CheckCommandOptions extends PrintOptions, RenderingFlags {
  readonly config?: string
  readonly failOn?: FailOn
  readonly policies: readonly string[]
  readonly exclude: readonly string[]
  readonly usage?: readonly string[]
  readonly fix?: boolean
  readonly diff?: boolean
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly stdinFilepath?: string
  readonly base?: string
  readonly shard?: string
  readonly jobs?: string
  readonly strict?: boolean
}

/** Checks and prints; gives the exit code. */
export async function runCheck(
  written: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.jobs !== undefined) refuseBadJobs(options.jobs)
  const rendering = renderingOf(options, terminal)
  const paths = pathsOf(written, rendering)
  const formats = wantedFormats(options).map(({ name }) => name)
  const { workingDirectory } = terminal
  const baseline = options.baseline === undefined ? null : readBaseline(options.baseline, workingDirectory)
  const request = requestOf(paths, { options, rendering, baseline: baseline ?? new Set() }, terminal)
  const run = await prepare(request, options, terminal)
  if (run.repository.checked.length === 0)
    throw new UserError(`nothing to check in ${paths.join(' ')}: no YAML or JSON files`)
  if (options.fix === true) await applyFixes(run, workingDirectory, (line) => void terminal.stderr.write(`${line}\n`))
  const final = options.fix === true ? await prepare(request, options, terminal) : run
  const watched = watchProgress(final.repository, terminal, () => performance.now())
  const all = toJsonReport(await check(watched.repository, final.options).finally(watched.finish))
  const report = options.base === undefined ? all : await since(options.base, all, { request, options, terminal })
  if (options.writeBaseline !== undefined) writeBaseline(options.writeBaseline, report, workingDirectory)
  if (options.diff === true) terminal.stdout.write(unifiedPatch(report, (file) => textOf(final.repository, file)))
  else printReport(report, { options, background: await backgroundOf(final, formats) }, terminal)
  const stale = baseline === null || options.shard !== undefined ? [] : staleEntries(baseline, all)
  for (const fingerprint of stale)
    terminal.stderr.write(`baseline entry ${fingerprint} matches no finding; remove it\n`)
  if (isUnreadable(all, options)) {
    const [first] = all.problems
    const place = first === undefined ? '' : `: ${printable(`${first.file}:${first.line} ${first.message}`)}`
    terminal.stderr.write(`not everything could be read${place}\n`)
    return EXIT.userError
  }
  if (stale.length > 0) return EXIT.findings
  return findingsCode(report, options.failOn ?? run.options.configuration.failOn ?? 'error')
}

/** The number of jobs is an upper bound, and one thread is within every bound. */
function refuseBadJobs(text: string): void {
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new UserError(`--jobs is ${JSON.stringify(text)}; expected a number from 1 to 9999`)
}

interface Asked {
  readonly options: CheckCommandOptions
  readonly rendering: RenderingRequest
  readonly baseline: ReadonlySet<string>
}

function requestOf(paths: readonly string[], { options, rendering, baseline }: Asked, terminal: Terminal): RunRequest {
  const isStandardInput = paths.includes('-')
  if (isStandardInput && (paths.length > 1 || rendering.helm.length + rendering.kustomize.length > 0))
    throw new UserError('- (standard input) cannot be combined with other paths')
  return {
    workingDirectory: terminal.workingDirectory,
    paths: isStandardInput ? [] : paths,
    exclude: options.exclude,
    configFile: options.config ?? null,
    policyFiles: options.policies,
    usageFiles: options.usage ?? [],
    ...(isStandardInput ? {} : { rendering }),
    baseline,
    today: terminal.environment['WORKERLINT_TODAY'] ?? new Date().toISOString().slice(0, 10),
  }
}

async function prepare(request: RunRequest, options: CheckCommandOptions, terminal: Terminal): Promise<PreparedRun> {
  const prepared = await prepareRun(request)
  const shard = options.shard === undefined ? null : parseShard(options.shard)
  const isReported = (file: string) => shard === null || isInShard(file, shard)
  const run = { ...prepared, options: { ...prepared.options, isReported } }
  if (request.rendering !== undefined) return run
  const repository = await readStandardInput(terminal, options.stdinFilepath ?? 'stdin.yaml', run.repository)
  return { ...run, repository }
}

async function since(
  revision: string,
  report: JsonReport,
  run: { readonly request: RunRequest; readonly options: CheckCommandOptions; readonly terminal: Terminal },
): Promise<JsonReport> {
  const { request, options, terminal } = run
  if (request.rendering === undefined) throw new UserError('--base cannot be combined with - (standard input)')
  const overlay = readRevision(revision, terminal)
  const baseline =
    options.baseline === undefined
      ? request.baseline
      : readBaseline(options.baseline, terminal.workingDirectory, overlay)
  return newSince(report, await checkRevision({ ...request, baseline }, overlay), revision)
}

function textOf(repository: Repository, path: string): string {
  const content = repository.read(path)
  return content.kind === 'text' ? content.file.text : ''
}

function staleEntries(baseline: ReadonlySet<string>, report: JsonReport): readonly string[] {
  const used = new Set(
    report.suppressed
      .filter((finding) => finding.suppression.kind === 'baseline')
      .map((finding) => finding.fingerprint),
  )
  return [...baseline].filter((fingerprint) => !used.has(fingerprint)).sort()
}

/** Unreadable documents matter only when nothing could be read, or with --strict. */
function isUnreadable({ problems, summary }: JsonReport, { strict }: CheckCommandOptions): boolean {
  return problems.length > 0 && (strict === true || summary.documents === 0)
}
