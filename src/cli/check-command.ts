/** `workerlint check`. */
import { check } from '../check.ts'
import { levelAtLeast } from '../findings/severity.ts'
import { type PreparedRun, prepareRun } from '../prepare.ts'
import { formatterOf } from '../reports/formats.ts'
import type { Presentation } from '../reports/formatter.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { toJsonReport } from '../reports/to-json-report.ts'
import type { Repository } from '../repository/repository.ts'
import { UserError } from '../source/errors.ts'
import { readBaseline, writeBaseline } from './baseline-file.ts'
import { applyFixes } from './fix.ts'
import { unifiedPatch } from './patch.ts'
import { readStandardInput } from './standard-input.ts'
import { EXIT, type Terminal, usesColor, verbosityOf, widthOf } from './terminal.ts'
import { writeFileAtomically } from './write-file.ts'

/** The options as commander gives them. */
export interface CheckCommandOptions {
  readonly config?: string
  readonly format: readonly string[]
  readonly failOn?: 'error' | 'warning' | 'info' | 'never'
  readonly policies: readonly string[]
  readonly exclude: readonly string[]
  readonly fix?: boolean
  readonly diff?: boolean
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly stdinFilepath?: string
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly color: boolean
}

/** Checks and prints; gives the exit code. */
export async function runCheck(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const baseline = options.baseline === undefined ? null : readBaseline(options.baseline, terminal.workingDirectory)
  const run = await prepare(paths, options, terminal, baseline ?? new Set())
  if (run.repository.checked.length === 0)
    throw new UserError(`nothing to check in ${paths.join(' ')}: no YAML or JSON files`)
  if (options.fix === true) await applyFixes(run, (line) => void terminal.stderr.write(`${line}\n`))
  const final = options.fix === true ? await prepare(paths, options, terminal, baseline ?? new Set()) : run
  const report = toJsonReport(await check(final.repository, final.options))
  if (options.writeBaseline !== undefined) writeBaseline(options.writeBaseline, report, terminal.workingDirectory)
  const stale = baseline === null ? [] : staleEntries(baseline, report)
  if (options.diff === true) terminal.stdout.write(unifiedPatch(report, (file) => textOf(final.repository, file)))
  else print(report, final.repository, options, terminal)
  for (const fingerprint of stale)
    terminal.stderr.write(`baseline entry ${fingerprint} matches no finding; remove it\n`)
  return exitCode(report, options, run, stale.length)
}

async function prepare(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
  baseline: ReadonlySet<string>,
): Promise<PreparedRun> {
  const isStandardInput = paths.includes('-')
  if (isStandardInput && paths.length > 1) throw new UserError('- (standard input) cannot be combined with other paths')
  const run = prepareRun({
    workingDirectory: terminal.workingDirectory,
    paths: isStandardInput ? [] : paths,
    exclude: options.exclude,
    configFile: options.config ?? null,
    policyFiles: options.policies,
    baseline,
    today: terminal.environment['WORKERLINT_TODAY'] ?? new Date().toISOString().slice(0, 10),
  })
  if (!isStandardInput) return run
  const repository = await readStandardInput(terminal, options.stdinFilepath ?? 'stdin.yaml', run.repository)
  return { ...run, repository }
}

function print(report: JsonReport, repository: Repository, options: CheckCommandOptions, terminal: Terminal): void {
  const wanted = options.format.length === 0 ? ['text'] : options.format
  for (const format of wanted) {
    const [name = '', ...rest] = format.split('=')
    const file = rest.length === 0 ? null : rest.join('=')
    const presentation: Presentation = {
      useColor: file === null && usesColor(terminal, terminal.stdout, options.color),
      width: file === null ? widthOf(terminal.stdout) : 100,
      verbosity: verbosityOf(options),
      linesOf: (path) => textOf(repository, path).split(/\r?\n/),
    }
    const text = formatterOf(name)(report, presentation)
    if (file === null) terminal.stdout.write(text)
    else writeFileAtomically(file, text, terminal.workingDirectory)
  }
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

/** Findings decide; unreadable files only when nothing could be read, or with --strict. */
function exitCode(report: JsonReport, options: CheckCommandOptions, run: PreparedRun, stale: number): number {
  const failOn = options.failOn ?? run.options.configuration.failOn ?? 'error'
  const failing = failOn === 'never' ? [] : report.findings.filter((finding) => levelAtLeast(finding.severity, failOn))
  const isUnreadable = report.problems.length > 0 && (options.strict === true || report.summary.documents === 0)
  if (isUnreadable) return EXIT.userError
  return failing.length > 0 || stale > 0 ? EXIT.findings : EXIT.clean
}
