/** A section for every workload with findings: message, arithmetic, remedies and the suggestion as a diff. */
import { escapeXml, escapeXmlLines } from './escape-xml.ts'
import type { Presentation } from './formatter.ts'
import type { FleetRow } from './html-fleet.ts'
import type { JsonFinding, JsonRecommendation, JsonReport, JsonSuggestion } from './json-report.ts'

/** The sections, in the order of the fleet. */
export function workloadSections(report: JsonReport, rows: readonly FleetRow[], presentation: Presentation): string {
  if (report.findings.length === 0) return ''
  const sections = rows.flatMap((row, index) => (row.findings.length === 0 ? [] : [section(row, index, presentation)]))
  return ['<h2>Findings</h2>', ...sections].join('\n')
}

function section(row: FleetRow, index: number, presentation: Presentation): string {
  const container = row.container === '' ? '' : ` <small>container ${escapeXml(row.container)}</small>`
  return [
    `<section class="workload" data-row="${index}" aria-labelledby="workload-${index}">`,
    `<h3 id="workload-${index}" tabindex="-1">${escapeXml(row.title)}${container}</h3>`,
    ...row.findings.map((finding) => findingArticle(finding, presentation)),
    '</section>',
  ].join('\n')
}

function findingArticle(finding: JsonFinding, presentation: Presentation): string {
  const { recommendation, suggestion } = finding
  const title = presentation.policyOf(finding.policy)?.title ?? ''
  return [
    `<article class="${finding.severity}">`,
    `<p class="message"><span class="badge ${finding.severity}">${finding.severity}</span> ${escapeXml(finding.message)}</p>`,
    `<p class="place"><code>${escapeXml(`${finding.file}:${finding.start.line}:${finding.start.column}`)}</code> · ${policyLink(finding)}${title === '' ? '' : ` · ${escapeXml(title)}`}</p>`,
    frame(finding, presentation),
    ...finding.related.map(
      ({ file, start, message }) =>
        `<p class="place"><code>${escapeXml(`${file}:${start.line}`)}</code> ${escapeXml(message)}</p>`,
    ),
    recommendation === null ? '' : remedy(recommendation),
    suggestion === null ? '' : diff(suggestion, presentation),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** Only addresses of web pages become links: a merged report may come from anywhere. */
function policyLink({ policy, docs }: JsonFinding): string {
  const label = `<code>${escapeXml(policy)}</code>`
  return /^https?:\/\//.test(docs) ? `<a href="${escapeXml(docs)}" rel="noreferrer">${label}</a>` : label
}

function frame({ file, start, end }: JsonFinding, presentation: Presentation): string {
  const line = presentation.linesOf(file)[start.line - 1]
  if (line === undefined) return ''
  const from = start.column - 1
  const to = end.line === start.line ? Math.max(from + 1, end.column - 1) : line.length
  const marked = `${escapeXml(line.slice(0, from))}<mark>${escapeXml(line.slice(from, to))}</mark>${escapeXml(line.slice(to))}`
  return `<pre class="frame"><span class="number">${start.line}</span> ${marked}</pre>`
}

function remedy({ text, derivation, alternatives }: JsonRecommendation): string {
  const others = alternatives.map(({ field, value }) => ` or <code>${escapeXml(`${field}: ${value}`)}</code>`).join('')
  const want = `<p>Want <code>${escapeXml(text)}</code>${others}</p>`
  if (derivation.length === 0) return want
  const steps = derivation.map(
    ({ term, value }) => `<tr><td>${escapeXml(term)}</td><td><code>${escapeXml(value)}</code></td></tr>`,
  )
  return `${want}\n<details open><summary>The arithmetic</summary><table><tbody>${steps.join('')}</tbody></table></details>`
}

function diff({ file, startLine, endLine, replacement }: JsonSuggestion, presentation: Presentation): string {
  const before = presentation.linesOf(file).slice(startLine - 1, endLine)
  const after = replacement.split(/\r?\n/)
  const removed = before.filter((line) => !after.includes(line)).map((line) => `<del>- ${escapeXml(line)}</del>`)
  const added = after.filter((line) => !before.includes(line)).map((line) => `<ins>+ ${escapeXmlLines(line)}</ins>`)
  const lines = [...removed, ...added].join('\n')
  return `<figure><figcaption>Suggestion for <code>${escapeXml(file)}</code>, ${startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`}</figcaption><pre class="diff">${lines}</pre></figure>`
}
