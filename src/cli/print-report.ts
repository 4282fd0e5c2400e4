/** Printing a report in every format that was asked for. */
import { IGNORE_POLICIES } from '../findings/ignore-policies.ts'
import { fleetPlans } from '../fleet-plans.ts'
import { inspectAll } from '../inspect-all.ts'
import type { DocumentedPolicy, Policy } from '../policies/policy.ts'
import type { PreparedRun } from '../prepare.ts'
import { PROGRAMS } from '../programs/registry.ts'
import { formatterOf } from '../reports/formats.ts'
import { PLAIN, type Presentation } from '../reports/formatter.ts'
import { toJsonInspection } from '../reports/inspect-json.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { maskLines } from '../reports/secrets.ts'
import type { Repository } from '../repository/repository.ts'
import { UserError } from '../source/errors.ts'
import { type Terminal, usesColor, verbosityOf, widthOf } from './terminal.ts'
import { writeFileAtomically } from './write-file.ts'

/** How to print, as the options of a command say. */
export interface PrintOptions {
  /** `NAME` for standard output, `NAME=FILE` for a file. */
  readonly format: readonly string[]
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly color: boolean
}

/** What formatters may know beside the report. */
export type Background = Pick<Presentation, 'linesOf' | 'policyOf' | 'containers' | 'plans' | 'needs'>

interface WantedFormat {
  readonly name: string
  /** Null for standard output. */
  readonly file: string | null
}

/** Reads the `--format` options; an unknown name is the user's mistake. */
export function wantedFormats({ format }: PrintOptions): readonly WantedFormat[] {
  return (format.length === 0 ? ['text'] : format).map((text) => {
    const [name = '', ...rest] = text.split('=')
    formatterOf(name)
    if (rest.length > 0 && rest.join('=') === '') throw new UserError(`--format ${text} names no file`)
    return { name, file: rest.length === 0 ? null : rest.join('=') }
  })
}

/** Writes a report to standard output and files. */
export function printReport(
  report: JsonReport,
  { options, background }: { readonly options: PrintOptions; readonly background: Background },
  terminal: Terminal,
): void {
  for (const { name, file } of wantedFormats(options)) {
    const text = formatterOf(name)(report, {
      ...PLAIN,
      ...background,
      useColor: file === null && usesColor(terminal, terminal.stdout, options.color),
      width: file === null ? widthOf(terminal.stdout) : 100,
      verbosity: verbosityOf(options),
    })
    if (file === null) terminal.stdout.write(text)
    else writeFileAtomically(file, text, terminal.workingDirectory)
  }
}

/** Formats that tell what people read about policies. */
const DOCUMENTED_FORMATS = ['sarif', 'html']

/** The policies by their name, for formats that tell about them. */
export async function policiesFor(
  formats: readonly string[],
  policies: readonly Policy[],
): Promise<(id: string) => DocumentedPolicy | undefined> {
  if (!formats.some((name) => DOCUMENTED_FORMATS.includes(name))) return () => undefined
  const { documentPolicies } = await import('../policies/document-policies.ts')
  const documented = documentPolicies([...policies, ...IGNORE_POLICIES], PROGRAMS)
  const byId = new Map(documented.map((policy) => [policy.id, policy]))
  return (id) => byId.get(id)
}

/** The background of a run; the containers are looked at again only for a format that shows them. */
export async function backgroundOf(
  { repository, options }: Pick<PreparedRun, 'repository' | 'options'>,
  formats: readonly string[],
): Promise<Background> {
  return {
    linesOf: lineReader(repository),
    policyOf: await policiesFor(
      formats,
      options.policies.map(({ policy }) => policy),
    ),
    ...(formats.includes('html') ? await fleetOf(repository, options) : { containers: [], plans: [], needs: [] }),
  }
}

/** What pages that draw the fleet show; shards show their part. */
async function fleetOf(
  repository: Repository,
  options: PreparedRun['options'],
): Promise<Pick<Background, 'containers' | 'plans' | 'needs'>> {
  const isShown = options.isReported ?? (() => true)
  const { inspections } = await inspectAll(repository, options)
  const { plans, needs } = await fleetPlans(repository, options)
  return {
    containers: toJsonInspection(inspections).containers.filter(({ file }) => isShown(file)),
    plans: plans.filter(({ file }) => isShown(file)),
    needs: needs.filter(({ file }) => isShown(file)),
  }
}

/** Lines without their secrets; those of the last file are kept, for findings come file by file. */
function lineReader(repository: Repository): (path: string) => readonly string[] {
  let last: { readonly path: string; readonly lines: readonly string[] } | null = null
  return (path) => {
    if (last?.path === path) return last.lines
    const content = repository.read(path)
    last = { path, lines: content.kind === 'text' ? maskLines(content.file.text.split(/\r?\n/)) : [] }
    return last.lines
  }
}
