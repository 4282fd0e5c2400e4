/** One finding: message, place, code, arithmetic, remedies and the suggestion as a diff. */
import { diffLines } from './diff-lines.ts'
import { escapeXml } from './escape-xml.ts'
import type { Presentation } from './formatter.ts'
import type { JsonFinding, JsonRecommendation, JsonSuggestion } from './json-report.ts'

/** The finding as an article; its `id` is what the list of first steps leads to. */
export function findingArticle(finding: JsonFinding, id: string, presentation: Presentation): string {
  const { recommendation, suggestion } = finding
  const title = presentation.policyOf(finding.policy)?.title ?? ''
  return [
    `<article class="${finding.severity}" id="${id}">`,
    `<p class="message"><span class="badge ${finding.severity}">${finding.severity}</span> ${escapeXml(finding.message)}</p>`,
    `<p class="place">${placeLink(finding, presentation)} · ${policyLink(finding)}${title === '' ? '' : ` · ${escapeXml(title)}`}</p>`,
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

/** Where the finding is; a link when its file can be read on the web. */
function placeLink({ file, start }: JsonFinding, { linkTo }: Presentation): string {
  const label = `<code>${escapeXml(`${file}:${start.line}:${start.column}`)}</code>`
  const address = linkTo(file, start.line)
  return address === null ? label : `<a href="${escapeXml(address)}" rel="noreferrer">${label}</a>`
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
  return `<pre class="frame" tabindex="0"><span class="number">${start.line}</span> ${marked}</pre>`
}

function remedy({ text, derivation, alternatives }: JsonRecommendation): string {
  const others = alternatives.map(({ field, value }) => ` or <code>${escapeXml(`${field}: ${value}`)}</code>`).join('')
  const want = `<p>Want <code>${escapeXml(text)}</code>${others}</p>`
  if (derivation.length === 0) return want
  const steps = derivation.map(({ term, value }) => `<li>${escapeXml(term)} = <code>${escapeXml(value)}</code></li>`)
  return `${want}\n<details open><summary>The arithmetic</summary><ol class="steps">${steps.join('')}</ol></details>`
}

function diff(suggestion: JsonSuggestion, presentation: Presentation): string {
  const { file, startLine, endLine } = suggestion
  const lines = diffLines(suggestion, presentation.linesOf(file)).map(({ sign, text }) =>
    sign === '-' ? `<del>- ${escapeXml(text)}</del>` : `<ins>+ ${escapeXml(text)}</ins>`,
  )
  const where = startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`
  return `<figure><figcaption>Suggestion for <code>${escapeXml(file)}</code>, ${where}</figcaption><pre class="diff" tabindex="0">${lines.join('\n')}</pre></figure>`
}
