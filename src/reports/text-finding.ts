/** One finding in text: message, place, code frame, arithmetic, remedies and the suggestion as a small diff. */
import { appendAll, largestOf } from '../source/lists.ts'
import { columnsOf, joinParts, startOfView, viewFrom, wrapWords } from './columns.ts'
import { diffLines } from './diff-lines.ts'
import type { JsonFinding, JsonRecommendation, JsonSuggestion } from './json-report.ts'
import type { Painted } from './painted.ts'
import { printable } from './printable.ts'

/** Colours of severities. */
export const SEVERITY_STYLES = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** The lines of a finding; with `quiet` its message and place alone, with `verbose` also the address of its page. */
export function findingText(finding: JsonFinding, painted: Painted): string {
  const { paint, presentation } = painted
  const place = paint('dim', `${printable(finding.file)}:${finding.start.line}:${finding.start.column}`)
  const lines = [...headline(finding, painted), `  ${place}`]
  if (presentation.verbosity === 'quiet') return lines.join('\n')
  appendAll(lines, codeFrame(finding, painted))
  for (const related of finding.related) {
    const at = `${printable(related.file)}:${related.start.line}`
    const [first = '', ...rest] = wrapWords(`${at} ${printable(related.message)}`, presentation.width - 2)
    lines.push(`  ${paint('dim', at)}${first.slice(at.length)}`, ...rest.map((line) => `  ${line}`))
  }
  if (finding.recommendation !== null) appendAll(lines, remedy(finding.recommendation, painted))
  if (finding.suggestion !== null) appendAll(lines, smallDiff(finding.suggestion, painted))
  if (presentation.verbosity === 'verbose') lines.push(`  ${paint('dim', printable(finding.docs))}`)
  return lines.join('\n')
}

/** Severity, message and policy on one line; in a narrow terminal the message is wrapped beside the severity. */
function headline({ severity, message, policy }: JsonFinding, { paint, presentation }: Painted): readonly string[] {
  const indent = ' '.repeat(severity.length + 2)
  const lines = wrapWords(printable(message), Math.max(20, presentation.width - indent.length))
  const last = lines.at(-1) ?? ''
  const isRoom = columnsOf(indent + last) + 2 + policy.length <= presentation.width
  const name = paint('dim', printable(policy))
  const body = isRoom ? [...lines.slice(0, -1), `${last}  ${name}`] : [...lines, name]
  return body.map((line, index) =>
    index === 0 ? `${paint(SEVERITY_STYLES[severity], severity)}  ${line}` : indent + line,
  )
}

/** The line with the exact columns underlined. */
function codeFrame(finding: JsonFinding, { presentation, paint }: Painted): readonly string[] {
  const line = presentation.linesOf(finding.file)[finding.start.line - 1]
  if (line === undefined) return []
  const number = String(finding.start.line)
  const from = finding.start.column - 1
  const to = finding.end.line === finding.start.line ? finding.end.column - 1 : line.length
  const behind = Math.max(from, to)
  // A line may be as long as its file, and no more of it than this can be in sight.
  const most = presentation.width * 4
  const ahead = printable(line.slice(Math.max(0, from - most), from))
  const marked = printable(line.slice(from, Math.min(behind, from + most)))
  const whole = ahead + marked + printable(line.slice(behind, behind + most))
  const room = Math.max(20, presentation.width - number.length - 5)
  const start = startOfView(whole, ahead.length, room)
  const text = viewFrom(whole, start, room)
  const before = columnsOf(ahead.slice(start)) + (start > 0 ? 1 : 0)
  const length = Math.max(1, Math.min(columnsOf(marked), columnsOf(text) - before))
  const bar = paint('dim', '│')
  const under = `  ${' '.repeat(number.length)} ${bar} ${' '.repeat(before)}`
  return [
    `  ${paint('dim', number)} ${bar} ${text}`,
    under + paint(SEVERITY_STYLES[finding.severity], '^'.repeat(length)),
  ]
}

function remedy(recommendation: JsonRecommendation, { paint, presentation }: Painted): readonly string[] {
  const steps = recommendation.derivation.map(({ term, value }) => `${printable(term)} = ${printable(value)}`)
  return [
    `  ${paint('green', 'want')} ${printable(recommendation.text)}`,
    ...joinParts(steps, ' → ', presentation.width - 7).map((line) => `       ${paint('dim', line)}`),
    ...recommendation.alternatives.map(
      ({ field, value }) => `    ${paint('dim', 'or')} ${printable(field)}: ${printable(value)}`,
    ),
  ]
}

/** Lines too long for the terminal are all cut at the same place, shortly before what changes. */
function smallDiff(suggestion: JsonSuggestion, { paint, presentation }: Painted): readonly string[] {
  const lines = diffLines(suggestion, presentation.linesOf(suggestion.file)).map(({ sign, text }) => ({
    sign,
    text: printable(text),
  }))
  const room = Math.max(20, presentation.width - 4)
  const starts = lines.map(({ sign, text }) => {
    const others = lines.filter((line) => line.sign !== sign).map((line) => line.text)
    return startOfView(text, firstDifference(text, others), room)
  })
  const start = Math.max(0, largestOf(starts))
  return lines.map(({ sign, text }) => {
    const shown = viewFrom(text, start, room)
    return `  ${paint(sign === '-' ? 'red' : 'green', `${sign} ${shown}`)}`
  })
}

/** Where a line stops to be like the one on the other side that it shares most with. */
function firstDifference(text: string, others: readonly string[]): number {
  return Math.max(0, largestOf(others.map((other) => sharedStart(text, other))))
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}
