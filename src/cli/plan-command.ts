/** `workerlint plan`. */
import { planRepository } from '../plan.ts'
import { prepareRun } from '../prepare.ts'
import { toJsonPlans } from '../reports/plan-json.ts'
import { formatPlansMarkdown, formatPlansText } from '../reports/plan-table.ts'
import { UserError } from '../source/errors.ts'
import { parseQuantity, toBytes, toMillicores } from '../units/quantity.ts'
import { pathsOf, type RenderingFlags, renderingOf } from './rendering-flags.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** The options as commander gives them. */
export interface PlanCommandOptions extends RenderingFlags {
  readonly format: string
  readonly config?: string
  readonly exclude: readonly string[]
  readonly usage: readonly string[]
  readonly nodeCpu?: string
  readonly nodeMemory?: string
}

/** Prints today's shape of every workload beside the three topologies. */
export async function runPlan(
  written: readonly string[],
  options: PlanCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const node = {
    cpu: options.nodeCpu === undefined ? null : amount(options.nodeCpu, '--node-cpu', toMillicores),
    memory: options.nodeMemory === undefined ? null : amount(options.nodeMemory, '--node-memory', toBytes),
  }
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
  const plans = toJsonPlans(await planRepository(run.repository, run.options, node))
  switch (options.format) {
    case 'json':
      terminal.stdout.write(`${JSON.stringify(plans, null, 2)}\n`)
      break
    case 'markdown':
      terminal.stdout.write(formatPlansMarkdown(plans))
      break
    default:
      terminal.stdout.write(formatPlansText(plans))
  }
  return EXIT.clean
}

function amount(text: string, option: string, convert: (quantity: { readonly nanos: bigint }) => number): number {
  const quantity = parseQuantity(text)
  if (quantity === null || quantity.nanos <= 0n)
    throw new UserError(`${option} is ${JSON.stringify(text)}; expected an amount such as 4 or 16Gi`)
  return convert(quantity)
}
