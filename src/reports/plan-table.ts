/** `plan` in text and Markdown: a table for each workload with the pick and its reason. */
import { largestOf } from '../source/lists.ts'
import { escapeMarkdown } from './markdown-text.ts'
import { planColumns, planNotes } from './plan-columns.ts'
import type { JsonPlan, JsonPlans } from './plan-json.ts'
import { printable } from './printable.ts'

/** What stands where there is nothing to plan. */
export const NO_PLANS = 'No web server or worker to plan.'

/** The plans for people at a terminal. */
export function formatPlansText(plans: JsonPlans): string {
  if (plans.plans.length === 0) return `${NO_PLANS}\n`
  return `${plans.plans.map(planText).join('\n\n')}\n`
}

/** The plans in GitHub-flavoured Markdown. */
export function formatPlansMarkdown(plans: JsonPlans): string {
  if (plans.plans.length === 0) return `${NO_PLANS}\n`
  return `${plans.plans.map(planMarkdown).join('\n\n')}\n`
}

function planText(plan: JsonPlan): string {
  const title = `${plan.workload.kind}/${printable(plan.workload.name)}, ${printable(plan.container)}: ${plan.program} ${plan.role}  ${printable(plan.file)}:${plan.line}`
  if (plan.why !== null) return `${title}\n  no plan: ${printable(plan.why)}`
  const columns = planColumns(plan)
  const rows = [
    columns.map(({ heading }) => heading),
    ...plan.shapes.map((shape) => columns.map(({ cell }) => cell(shape, plan))),
  ]
  const widths = columns.map((_, column) => largestOf(rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map(
    (row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
  )
  const picked = plan.shapes.find((shape) => shape.name === plan.pick?.topology)
  const steps = (picked?.derivation ?? []).map(({ term, value }) => `    ${term} = ${value}`)
  return [
    title,
    ...lines,
    ...planNotes(plan).map((note) => `  ${printable(note)}`),
    `  pick ${plan.pick?.topology} (profile ${plan.profile}): ${plan.pick?.reason}`,
    ...steps,
  ].join('\n')
}

function planMarkdown(plan: JsonPlan): string {
  const title = `### ${plan.workload.kind}/${escapeMarkdown(plan.workload.name)}, ${escapeMarkdown(plan.container)}: ${plan.program} ${plan.role}`
  if (plan.why !== null) return `${title}\n\nNo plan: ${escapeMarkdown(plan.why)}.`
  const row = (list: readonly string[]) => `| ${list.join(' | ')} |`
  const columns = planColumns(plan)
  const notes = planNotes(plan).map((note) => escapeMarkdown(note))
  return [
    title,
    '',
    row(columns.map(({ heading }) => heading)),
    row(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...plan.shapes.map((shape) => row(columns.map(({ cell }) => cell(shape, plan)))),
    '',
    ...(notes.length === 0 ? [] : [`${notes.join('; ')}.`, '']),
    `**${plan.pick?.topology}** (profile ${plan.profile}): ${plan.pick?.reason}`,
  ].join('\n')
}
