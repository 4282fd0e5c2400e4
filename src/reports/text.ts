/** `--format text`: findings by workload with a code frame, the arithmetic and the suggestion. */
import { styleText } from 'node:util'
import type { Formatter, Presentation } from './formatter.ts'
import type { JsonFinding, JsonReport, JsonSuggestion } from './json-report.ts'
import { printable } from './printable.ts'

type Style = Parameters<typeof styleText>[0]

const SEVERITY_STYLES = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** The report for people at a terminal. */
export const formatText: Formatter = (report, presentation) => {
  const paint = (style: Style, text: string) =>
    presentation.useColor ? styleText(style, text, { validateStream: false }) : text
  const printing: Printing = { presentation, paint }
  const sections = [
    ...groupByWorkload(report.findings).map((group) => formatGroup(group, printing)),
    ...(presentation.verbosity === 'quiet'
      ? []
      : [formatUnresolved(report, printing), formatSuppressed(report, printing)]),
    formatProblems(report, printing),
    formatSummary(report, printing),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

interface Printing {
  readonly presentation: Presentation
  paint(style: Style, text: string): string
}

function groupByWorkload(findings: readonly JsonFinding[]): readonly (readonly JsonFinding[])[] {
  const groups = new Map<string, JsonFinding[]>()
  for (const finding of findings) {
    const { workload } = finding
    const key =
      workload === null
        ? finding.file
        : `${finding.file}\n${workload.kind}/${workload.namespace ?? ''}/${workload.name}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

function formatGroup(findings: readonly JsonFinding[], printing: Printing): string {
  const [first] = findings
  if (first === undefined) return ''
  const { workload } = first
  const title = workload === null ? printable(first.file) : `${printable(`${workload.kind}/${workload.name}`)}`
  const namespace = workload?.namespace ? ` in ${printable(workload.namespace)}` : ''
  const header = `${printing.paint('bold', title)}${namespace}  ${printing.paint('dim', printable(first.file))}`
  return [header, ...findings.map((finding) => formatFinding(finding, printing))].join('\n\n')
}

function formatFinding(finding: JsonFinding, printing: Printing): string {
  const { paint, presentation } = printing
  const severity = paint(SEVERITY_STYLES[finding.severity], finding.severity)
  const place = paint('dim', `${printable(finding.file)}:${finding.start.line}:${finding.start.column}`)
  const lines = [`${severity}  ${printable(finding.message)}  ${paint('dim', printable(finding.policy))}`, `  ${place}`]
  if (presentation.verbosity === 'quiet') return lines.join('\n')
  lines.push(...codeFrame(finding, printing))
  for (const related of finding.related) {
    lines.push(`  ${paint('dim', `${printable(related.file)}:${related.start.line}`)} ${printable(related.message)}`)
  }
  if (finding.recommendation !== null) lines.push(...recommendationLines(finding, printing))
  if (finding.suggestion !== null) lines.push(...suggestionLines(finding.suggestion, printing))
  if (presentation.verbosity === 'verbose') lines.push(`  ${paint('dim', printable(finding.docs))}`)
  return lines.join('\n')
}

/** The line with the exact columns underlined. */
function codeFrame(finding: JsonFinding, { presentation, paint }: Printing): readonly string[] {
  const line = presentation.linesOf(finding.file)[finding.start.line - 1]
  if (line === undefined) return []
  const number = String(finding.start.line)
  const window = windowAround(line, finding.start.column - 1, Math.max(20, presentation.width - number.length - 8))
  const end = finding.end.line === finding.start.line ? finding.end.column : line.length + 1
  const from = finding.start.column - 1 - window.start
  const length = Math.max(1, Math.min(end - finding.start.column, window.text.length - from))
  const gutter = paint('dim', `  ${number} │ `)
  const under = `  ${' '.repeat(number.length)} ${paint('dim', '│')} ${' '.repeat(Math.max(0, from))}`
  return [gutter + printable(window.text), under + paint(SEVERITY_STYLES[finding.severity], '^'.repeat(length))]
}

/** A part of a long line that holds a column. */
function windowAround(line: string, column: number, width: number): { readonly text: string; readonly start: number } {
  if (line.length <= width) return { text: line, start: 0 }
  const start = Math.max(0, Math.min(column - Math.floor(width / 3), line.length - width))
  const isCut = start > 0
  const text = `${isCut ? '…' : ''}${line.slice(start + (isCut ? 1 : 0), start + width)}`
  return { text: start + width < line.length ? `${text.slice(0, -1)}…` : text, start }
}

function recommendationLines(finding: JsonFinding, { paint, presentation }: Printing): readonly string[] {
  const { recommendation } = finding
  if (recommendation === null) return []
  const steps = recommendation.derivation.map(({ term, value }) => `${printable(term)} = ${printable(value)}`)
  const lines = [`  ${paint('green', 'want')} ${printable(recommendation.text)}`]
  for (const line of wrap(steps, presentation.width - 7)) lines.push(`       ${paint('dim', line)}`)
  for (const { field, value } of recommendation.alternatives)
    lines.push(`    ${paint('dim', 'or')} ${printable(field)}: ${printable(value)}`)
  return lines
}

/** Joins steps with arrows into lines of a width. */
function wrap(steps: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const step of steps) {
    const joined = current === '' ? step : `${current} → ${step}`
    if (joined.length > width && current !== '') {
      lines.push(current)
      current = `→ ${step}`
    } else current = joined
  }
  return current === '' ? lines : [...lines, current]
}

function suggestionLines(suggestion: JsonSuggestion, { paint, presentation }: Printing): readonly string[] {
  const before = presentation.linesOf(suggestion.file).slice(suggestion.startLine - 1, suggestion.endLine)
  const after = suggestion.replacement.split(/\r?\n/)
  const removed = before.filter((line) => !after.includes(line))
  const added = after.filter((line) => !before.includes(line))
  return [
    ...removed.map((line) => `  ${paint('red', `- ${printable(line)}`)}`),
    ...added.map((line) => `  ${paint('green', `+ ${printable(line)}`)}`),
  ]
}

function formatUnresolved(report: JsonReport, { paint, presentation }: Printing): string {
  if (report.unresolved.length === 0) return ''
  const shown = presentation.verbosity === 'verbose' ? report.unresolved : report.unresolved.slice(0, 5)
  const rest = report.unresolved.length - shown.length
  return [
    `${paint('bold', 'Not known what runs')} in ${plural(report.unresolved.length, 'container')}`,
    ...shown.map(({ file, line, workload, container, why }) => {
      const name = `${printable(`${workload.kind}/${workload.name}`)} ${printable(container)}`
      return `  ${paint('dim', `${printable(file)}:${line}`)} ${name}: ${printable(why)}`
    }),
    ...(rest > 0 ? [`  ${paint('dim', `and ${rest} more; --verbose shows all`)}`] : []),
  ].join('\n')
}

function formatSuppressed(report: JsonReport, { paint, presentation }: Printing): string {
  if (report.suppressed.length === 0 || presentation.verbosity !== 'verbose') return ''
  const lines = report.suppressed.map((finding) => {
    const place = paint('dim', `${printable(finding.file)}:${finding.start.line}`)
    return `  ${place} ${printable(finding.policy)}: ${printable(finding.suppression.reason)} (${finding.suppression.kind})`
  })
  return [paint('bold', 'Suppressed'), ...lines].join('\n')
}

function formatProblems(report: JsonReport, { paint }: Printing): string {
  if (report.problems.length === 0) return ''
  const lines = report.problems.map(
    ({ file, line, message }) => `  ${paint('red', `${printable(file)}:${line}`)} ${printable(message)}`,
  )
  return [paint('bold', 'Not readable'), ...lines].join('\n')
}

function formatSummary(report: JsonReport, { paint }: Printing): string {
  const { summary } = report
  const { error, warning, info } = summary.findings
  const counts = [plural(error, 'error'), plural(warning, 'warning'), `${info} info`].join(', ')
  const fixable = report.findings.filter((finding) => finding.suggestion !== null).length
  const looked = `${plural(summary.files, 'file')}, ${plural(summary.containers, 'container')}, ${plural(summary.processes, 'process', 'processes')} checked`
  const style: Style = error > 0 ? 'red' : warning > 0 ? 'yellow' : 'green'
  const lines = [`${paint(['bold', style], counts)}  ${paint('dim', looked)}`]
  const hidden = [
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : []),
    ...(summary.unresolved > 0 ? [`${summary.unresolved} not resolved`] : []),
  ]
  if (hidden.length > 0) lines.push(paint('dim', hidden.join(', ')))
  if (fixable > 0)
    lines.push(
      `${plural(fixable, 'suggestion')} can be applied with ${paint('bold', '--fix')}; ${paint('bold', '--diff')} shows the patch`,
    )
  const [first] = [...report.findings].sort((a, b) => order(a) - order(b))
  if (first !== undefined)
    lines.push(
      `Start with ${printable(first.file)}:${first.start.line} (${printable(first.policy)}); ${paint('bold', `workerlint explain ${printable(first.policy)}`)} says why`,
    )
  return lines.join('\n')
}

function order(finding: JsonFinding): number {
  return ['error', 'warning', 'info'].indexOf(finding.severity)
}

function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`
}
