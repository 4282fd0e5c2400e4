/** `plan` in text and Markdown: a table for each workload with the pick and its reason. */
import { formatBytes, formatMillicores } from '../units/format.ts'
import { escapeMarkdown } from './markdown-text.ts'
import type { JsonPlan, JsonPlans, JsonShape } from './plan-json.ts'
import { printable } from './printable.ts'

const COLUMNS = [
  '',
  'replicas',
  'processes',
  'threads',
  'CPU',
  'memory',
  'total CPU',
  'total memory',
  'slots',
  'connections',
  'one pod is',
  'step',
  'surge',
] as const

/** The plans for people at a terminal. */
export function formatPlansText(plans: JsonPlans): string {
  if (plans.plans.length === 0) return 'No web server or worker to plan.\n'
  return `${plans.plans.map(planText).join('\n\n')}\n`
}

/** The plans in GitHub-flavoured Markdown. */
export function formatPlansMarkdown(plans: JsonPlans): string {
  if (plans.plans.length === 0) return 'No web server or worker to plan.\n'
  return `${plans.plans.map(planMarkdown).join('\n\n')}\n`
}

function planText(plan: JsonPlan): string {
  const title = `${plan.workload.kind}/${printable(plan.workload.name)}, ${printable(plan.container)}: ${plan.program} ${plan.role}  ${printable(plan.file)}:${plan.line}`
  if (plan.why !== null) return `${title}\n  no plan: ${printable(plan.why)}`
  const rows = [[...COLUMNS], ...plan.shapes.map((shape) => cells(shape, plan))]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map(
    (row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
  )
  const picked = plan.shapes.find((shape) => shape.name === plan.pick?.topology)
  const steps = (picked?.derivation ?? []).map(({ term, value }) => `    ${term} = ${value}`)
  return [
    title,
    ...lines,
    `  pick ${plan.pick?.topology} (profile ${plan.profile}): ${plan.pick?.reason}`,
    ...steps,
  ].join('\n')
}

function planMarkdown(plan: JsonPlan): string {
  const title = `### ${plan.workload.kind}/${escapeMarkdown(plan.workload.name)}, ${escapeMarkdown(plan.container)}: ${plan.program} ${plan.role}`
  if (plan.why !== null) return `${title}\n\nNo plan: ${escapeMarkdown(plan.why)}.`
  const row = (list: readonly string[]) => `| ${list.join(' | ')} |`
  const table = [
    row(COLUMNS),
    row(COLUMNS.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...plan.shapes.map((shape) => row(cells(shape, plan))),
  ]
  return [title, '', ...table, '', `**${plan.pick?.topology}** (profile ${plan.profile}): ${plan.pick?.reason}`].join(
    '\n',
  )
}

function cells(shape: JsonShape, plan: JsonPlan): readonly string[] {
  const { min, max } = shape.replicas
  const mark = shape.name === plan.pick?.topology ? ' ←' : ''
  const unfit = shape.fits ? '' : ' (no node)'
  return [
    `${shape.name}${mark}${unfit}`,
    min === max ? String(max) : `${min}–${max}`,
    String(shape.processes),
    String(shape.threads),
    cpu(shape.cpuMillicores),
    memory(shape.memoryBytes),
    cpu(shape.totalCpuMillicores),
    memory(shape.totalMemoryBytes),
    String(shape.slots),
    String(shape.connections),
    `${Math.round(shape.blastRadius * 1000) / 10} %`,
    `+${shape.step}`,
    `+${shape.surge}`,
  ]
}

function cpu(millicores: number | null): string {
  return millicores === null ? '–' : formatMillicores(millicores)
}

function memory(bytes: number | null): string {
  return bytes === null ? '–' : formatBytes(bytes)
}
