/** The head of the page: how many findings there are, what was looked at, and what to do first. */
import { escapeXml } from './escape-xml.ts'
import { spokenMark } from './html-mark.ts'
import type { FleetPage } from './html-pages.ts'
import { findingId } from './html-workload.ts'
import type { JsonFinding, JsonReport } from './json-report.ts'

const FIRST_STEPS = 3
const SEVERITIES = ['error', 'warning', 'info'] as const

/** Counts as tiles, then one sentence. */
export function pageHeader({ summary }: JsonReport): string {
  const { error, warning, info } = summary.findings
  const tile = (severity: string, count: number, name: string) =>
    `<li class="tile ${severity}"><strong>${count}</strong> ${name}${count === 1 || name === 'info' ? '' : 's'}</li>`
  const tiles =
    error + warning + info === 0
      ? '<li class="tile clean"><strong>0</strong> findings</li>'
      : [tile('error', error, 'error'), tile('warning', warning, 'warning'), tile('info', info, 'info')].join('')
  const looked = `Checked: files ${summary.files}, containers ${summary.containers}, processes ${summary.processes}. Suppressed ${summary.suppressed}, not resolved ${summary.unresolved}.`
  return [
    '<header>',
    '<div class="title"><h1>workerlint report</h1><button type="button" id="theme" hidden>Light or dark</button></div>',
    `<ul class="tiles">${tiles}</ul>`,
    `<p>${looked}</p>`,
    '</header>',
  ].join('\n')
}

/** The heaviest findings with what to write, each leading to the page of its workload. */
export function firstSteps(pages: readonly FleetPage[]): string {
  const all = pages.flatMap((page) =>
    page.rows.flatMap((row, at) =>
      row.findings.map((finding, index) => ({ finding, page, id: findingId(page, at, index) })),
    ),
  )
  const steps = SEVERITIES.flatMap((severity) => all.filter(({ finding }) => finding.severity === severity))
    .slice(0, FIRST_STEPS)
    .map(
      ({ finding, page, id }) =>
        `<li>${spokenMark(finding.severity)}<a href="#${id}">${escapeXml(page.title)}</a>: ${escapeXml(finding.message)}${wanted(finding)}</li>`,
    )
  if (steps.length === 0) return ''
  return `<section aria-labelledby="first"><h2 id="first">What to do first</h2><ol>${steps.join('')}</ol></section>`
}

function wanted({ recommendation }: JsonFinding): string {
  return recommendation === null ? '' : ` – write <code>${escapeXml(recommendation.text)}</code>`
}
