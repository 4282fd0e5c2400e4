/** `plan --format html`: one self-contained page that loads nothing, for people and for printing. */
import { createHash } from 'node:crypto'
import { escapeXml } from './escape-xml.ts'
import { PAGE_STYLE } from './html-style.ts'
import { planColumns, planNotes } from './plan-columns.ts'
import type { JsonPlan, JsonPlans, JsonShape } from './plan-json.ts'
import { NO_PLANS } from './plan-table.ts'

const PLAN_STYLE = `${PAGE_STYLE}
.plan td, .plan th { text-align: right } .plan td:first-child, .plan th:first-child { text-align: left }
tr.picked { background: var(--added) } tr.unfit td { color: var(--quiet) }
`

/** The plans as a page. */
export function formatPlansHtml(plans: JsonPlans): string {
  const sections = plans.plans.length === 0 ? [`<p>${NO_PLANS}</p>`] : plans.plans.map(section)
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PLAN_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`
  return `${[
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<title>workerlint plan</title>',
    `<style>${PLAN_STYLE}</style>`,
    '</head>',
    '<body>',
    '<header><h1>workerlint plan</h1></header>',
    '<main>',
    ...sections,
    '</main>',
    `<footer><p>${escapeXml(`${plans.tool.name} ${plans.tool.version}`)}</p></footer>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`
}

function section(plan: JsonPlan): string {
  const title = `<h2>${escapeXml(`${plan.workload.kind}/${plan.workload.name}, ${plan.container}: ${plan.program} ${plan.role}`)}</h2>`
  const place = `<p class="place">${escapeXml(`${plan.file}:${plan.line}`)}</p>`
  if (plan.why !== null)
    return `<section class="plan">${title}${place}<p>No plan: ${escapeXml(plan.why)}.</p></section>`
  const columns = planColumns(plan)
  const head = columns.map(({ heading }) => `<th scope="col">${heading === '' ? 'shape' : heading}</th>`).join('')
  const rows = plan.shapes.map((shape) => {
    const cells = columns.map(({ cell }, index) =>
      index === 0 ? `<th scope="row">${escapeXml(cell(shape, plan))}</th>` : `<td>${escapeXml(cell(shape, plan))}</td>`,
    )
    return `<tr${rowClass(shape, plan)}>${cells.join('')}</tr>`
  })
  const notes = planNotes(plan).map((note) => `<p>${escapeXml(note)}</p>`)
  const reason = `<p><strong>${escapeXml(plan.pick?.topology ?? '')}</strong> (profile ${escapeXml(plan.profile ?? '')}): ${escapeXml(plan.pick?.reason ?? '')}</p>`
  return [
    `<section class="plan">${title}${place}`,
    `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`,
    ...notes,
    reason,
    ...plan.shapes.filter(({ derivation }) => derivation.length > 0).map(arithmetic),
    '</section>',
  ].join('\n')
}

function rowClass(shape: JsonShape, plan: JsonPlan): string {
  const classes = [...(shape.name === plan.pick?.topology ? ['picked'] : []), ...(shape.fits ? [] : ['unfit'])]
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
}

function arithmetic({ name, derivation }: JsonShape): string {
  const rows = derivation.map(({ term, value }) => `<tr><td>${escapeXml(term)}</td><td>${escapeXml(value)}</td></tr>`)
  return `<details><summary>Arithmetic of ${escapeXml(name)}</summary><table><tbody>${rows.join('')}</tbody></table></details>`
}
