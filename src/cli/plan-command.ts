/** `workerlint plan`. */
import { planRepository } from '../plan.ts'
import { type PreparedRun, prepareRun } from '../prepare.ts'
import { formatPlansHtml } from '../reports/plan-html.ts'
import { type JsonPlans, toJsonPlans } from '../reports/plan-json.ts'
import { formatPlansMarkdown, formatPlansText } from '../reports/plan-table.ts'
import type { Topology } from '../sizing/assumptions.ts'
import { UserError } from '../source/errors.ts'
import { loadOptionsOf, nodeOf, type PlanFlags } from './plan-flags.ts'
import { pathsOf, type RenderingFlags, renderingOf } from './rendering-flags.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** The options as commander gives them. */
export interface PlanCommandOptions extends RenderingFlags, PlanFlags {
  readonly format: string
  readonly config?: string
  readonly exclude: readonly string[]
  readonly usage: readonly string[]
  readonly apply?: Topology
  readonly diff?: boolean
}

/** Prints today's shape of every workload beside the three topologies, or writes one of them. */
export async function runPlan(
  written: readonly string[],
  options: PlanCommandOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.diff === true && options.apply === undefined)
    throw new UserError('--diff prints what --apply would write; say --apply horizontal, mixed or vertical')
  const planning = { node: nodeOf(options), load: loadOptionsOf(options) }
  const run = await prepare(written, options, terminal)
  const planned = { check: run.options, ...planning }
  if (options.apply !== undefined) {
    const { runApply } = await import('./plan-apply.ts')
    return runApply({ run, plan: planned, topology: options.apply, isPrinted: options.diff === true }, terminal)
  }
  terminal.stdout.write(print(toJsonPlans(await planRepository(run.repository, planned)), options.format))
  return EXIT.clean
}

async function prepare(
  written: readonly string[],
  options: PlanCommandOptions,
  terminal: Terminal,
): Promise<PreparedRun> {
  const rendering = renderingOf(options, terminal)
  const paths = pathsOf(written, rendering)
  const run = await prepareRun({
    workingDirectory: terminal.workingDirectory,
    paths,
    rendering,
    exclude: options.exclude,
    configFile: options.config ?? null,
    policyFiles: [],
    usageFiles: options.usage,
    baseline: new Set(),
    today: null,
  })
  if (run.repository.checked.length === 0)
    throw new UserError(`nothing to plan in ${paths.join(' ')}: no YAML or JSON files`)
  return run
}

function print(plans: JsonPlans, format: string): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(plans, null, 2)}\n`
    case 'markdown':
      return formatPlansMarkdown(plans)
    case 'html':
      return formatPlansHtml(plans)
    default:
      return formatPlansText(plans)
  }
}
