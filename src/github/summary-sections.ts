/** The sections that step summaries, summary comments and dashboards share, as Markdown. */
import type { JsonFinding, JsonReport } from '../reports/json-report.ts'
import { code, details, escapeMarkdown, link } from '../reports/markdown-text.ts'
import { byteLength, fitBlocks } from './byte-budget.ts'
import { policyLink, subjectText } from './finding-text.ts'
import { countSeverities } from './select-findings.ts'
import { bySeverity } from './severity.ts'
import { type SourceBase, sourceLink } from './source-link.ts'

/** A Markdown table that may be cut after any row. */
export interface LongTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** `2 errors, 1 warning` or `no findings`. */
export function countText(findings: readonly JsonFinding[]): string {
  const counts = countSeverities(findings)
  const parts = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), plural(counts.info, 'info')]
  const text = parts.filter((part) => part !== null).join(', ')
  return text === '' ? 'no findings' : text
}

/** How much was looked at, in one sentence. */
export function coverageText(report: JsonReport): string {
  const { files, containers, processes } = report.summary
  const text = (count: number, word: string) => plural(count, word) ?? `no ${word}s`
  return `Checked ${processes === 1 ? '1 server process' : `${processes} server processes`} in ${text(containers, 'container')} of ${text(files, 'file')}.`
}

/** The heaviest findings with what to write. */
export function firstStepsText(findings: readonly JsonFinding[]): string {
  const steps = [...findings]
    .sort(bySeverity)
    .slice(0, 3)
    .map((finding) => {
      const wanted = finding.recommendation === null ? '' : `; write ${code(finding.recommendation.text)}`
      return `1. ${escapeMarkdown(finding.message)}${wanted} (${[subjectText(finding), `${code(finding.file)} line ${finding.start.line}`].filter((text) => text !== '').join(', ')})`
    })
  return steps.length === 0 ? '' : ['**What to do first**', '', ...steps].join('\n')
}

/** One row per finding; `note` says where else it is shown or why it is only here. */
export function findingTable(
  findings: readonly JsonFinding[],
  base: SourceBase,
  note: ((finding: JsonFinding) => string) | null,
): LongTable {
  const rows = [...findings]
    .sort(bySeverity)
    .map((finding) => [
      finding.severity,
      link(code(`${finding.file}:${finding.start.line}`), sourceLink(base, finding.file, finding.start.line)),
      subjectText(finding),
      `${escapeMarkdown(finding.message)} (${policyLink(finding)})`,
      finding.recommendation === null ? '' : code(finding.recommendation.text),
      ...(note === null ? [] : [note(finding)]),
    ])
  const header = ['severity', 'place', 'container', 'finding', 'wanted', ...(note === null ? [] : ['shown'])]
  return { header, rows }
}

/** What was not decided and what was silenced, folded; one block each. */
export function undecidedBlocks(report: JsonReport): readonly string[] {
  const suppressed = report.suppressed.map(
    (finding) =>
      `- ${code(`${finding.file}:${finding.start.line}`)} ${code(finding.policy)}: ${escapeMarkdown(finding.suppression.reason)} (${finding.suppression.kind})`,
  )
  const unresolved = report.unresolved.map(
    (entry) => `- ${code(`${entry.file}:${entry.line}`)} ${subjectText(entry)}: ${escapeMarkdown(entry.why)}`,
  )
  const problems = report.problems.map(
    (problem) => `- ${code(`${problem.file}:${problem.line}`)} ${escapeMarkdown(problem.message)}`,
  )
  return [
    folded(`${problems.length} problems: files that could not be read`, problems),
    folded(`${unresolved.length} unresolved: containers whose settings cannot be known from the manifests`, unresolved),
    folded(`${suppressed.length} suppressed findings`, suppressed),
  ].filter((block) => block !== '')
}

/** The table within a budget, with a line that counts what was cut and says where it is. */
export function fitTable(long: LongTable, budget: number, pointer: string): string {
  if (long.rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = [line(long.header), line(long.header.map(() => '---'))]
  const fitted = fitBlocks([...head, ...long.rows.map(line)], '\n', budget - byteLength(pointer) - 64)
  const cut = long.rows.length + head.length - Math.max(head.length, fitted.kept)
  return cut === 0 ? fitted.text : `${fitted.text}\n\n… and ${cut} more: ${pointer}`
}

const maxFolded = 200

function folded(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const rest = lines.length - maxFolded
  const shown = lines.slice(0, maxFolded)
  return details(title, [...shown, ...(rest > 0 ? [`- and ${rest} more in the JSON report`] : [])].join('\n'))
}

function plural(count: number, word: string): string | null {
  return count === 0 ? null : `${count} ${word}${count === 1 ? '' : 's'}`
}
