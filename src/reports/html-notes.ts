/** What did not become a finding: unknown, suppressed, unreadable. */
import { escapeXml } from './escape-xml.ts'
import type { JsonReport } from './json-report.ts'
import { subjectName } from './subject-name.ts'

/** Containers whose processes are not known. */
export function unresolvedSection({ unresolved }: JsonReport): string {
  return listSection(
    'Not known what runs',
    unresolved.map((entry) => [`${entry.file}:${entry.line}`, `${subjectName(entry)}: ${entry.why}`]),
  )
}

/** Findings that do not count. */
export function suppressedSection({ suppressed }: JsonReport): string {
  return listSection(
    'Suppressed',
    suppressed.map(({ file, start, policy, message, suppression }) => {
      const until = suppression.until === null ? '' : `, until ${suppression.until}`
      return [`${file}:${start.line}`, `${policy}: ${message} (${suppression.kind}${until}: ${suppression.reason})`]
    }),
  )
}

/** Files and documents that could not be read. */
export function problemSections({ problems }: JsonReport): string {
  return listSection(
    'Not readable',
    problems.map(({ file, line, message }) => [`${file}:${line}`, message]),
  )
}

function listSection(title: string, entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return ''
  const items = entries.map(([place, text]) => `<li><code>${escapeXml(place)}</code> ${escapeXml(text)}</li>`)
  return `<section><h2>${title}</h2>\n<ul class="notes">\n${items.join('\n')}\n</ul></section>`
}
