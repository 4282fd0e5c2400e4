/** `--format text`: findings by workload with a code frame, the arithmetic and the suggestion. */
import { joinParts, wrapWords } from './columns.ts'
import type { Formatter } from './formatter.ts'
import type { JsonFinding, JsonReport } from './json-report.ts'
import { type Painted, painted, type Style } from './painted.ts'
import { printable } from './printable.ts'
import { findingText, SEVERITY_STYLES } from './text-finding.ts'

const SHOWN_UNRESOLVED = 5
const FIRST_STEPS = 3
const SEVERITIES = ['error', 'warning', 'info'] as const

/** The report for people at a terminal. */
export const formatText: Formatter = (report, presentation) => {
  const printing = painted(presentation)
  const isQuiet = presentation.verbosity === 'quiet'
  const sections = [
    ...groupByWorkload(report.findings).map((group) => groupText(group, printing)),
    ...(isQuiet ? [] : [unresolvedText(report, printing), suppressedText(report, printing)]),
    problemsText(report, printing),
    summaryText(report, printing),
    isQuiet ? '' : firstStepsText(report, printing),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
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

function groupText(findings: readonly JsonFinding[], printing: Painted): string {
  const [first] = findings
  if (first === undefined) return ''
  const { workload } = first
  const title = workload === null ? printable(first.file) : `${printable(`${workload.kind}/${workload.name}`)}`
  const namespace = workload?.namespace ? ` in ${printable(workload.namespace)}` : ''
  const file = workload === null ? '' : `  ${printing.paint('dim', printable(first.file))}`
  const header = `${printing.paint('bold', title)}${namespace}${file}`
  return [header, ...findings.map((finding) => findingText(finding, printing))].join('\n\n')
}

function unresolvedText(report: JsonReport, { paint, presentation }: Painted): string {
  if (report.unresolved.length === 0) return ''
  const shown = presentation.verbosity === 'verbose' ? report.unresolved : report.unresolved.slice(0, SHOWN_UNRESOLVED)
  const rest = report.unresolved.length - shown.length
  return [
    `${paint('bold', 'Not known what runs')} in ${plural(report.unresolved.length, 'container')}`,
    ...shown.map(({ file, line, workload, container, why }) => {
      const name = `${printable(`${workload.kind}/${workload.name}`)} ${printable(container)}`
      return placed(`${file}:${line}`, `${name}: ${printable(why)}`, { paint, presentation })
    }),
    ...(rest > 0 ? [`  ${paint('dim', `and ${rest} more; --verbose shows all`)}`] : []),
  ].join('\n')
}

function suppressedText(report: JsonReport, printing: Painted): string {
  if (report.suppressed.length === 0 || printing.presentation.verbosity !== 'verbose') return ''
  const lines = report.suppressed.map(({ file, start, policy, suppression }) => {
    const until = suppression.until === null ? '' : `, until ${printable(suppression.until)}`
    const text = `${printable(policy)}: ${printable(suppression.reason)} (${suppression.kind}${until})`
    return placed(`${file}:${start.line}`, text, printing)
  })
  return [printing.paint('bold', 'Suppressed'), ...lines].join('\n')
}

function problemsText(report: JsonReport, { paint, presentation }: Painted): string {
  if (report.problems.length === 0) return ''
  const lines = report.problems.map(({ file, line, message }) =>
    placed(`${file}:${line}`, printable(message), { presentation, paint: (_, text) => paint('red', text) }),
  )
  return [paint('bold', 'Not readable'), ...lines].join('\n')
}

/** A place and what stands there, wrapped. */
function placed(place: string, text: string, { paint, presentation }: Painted): string {
  const at = printable(place)
  const [first = '', ...rest] = wrapWords(`${at} ${text}`, presentation.width - 4)
  return [`  ${paint('dim', at)}${first.slice(at.length)}`, ...rest.map((line) => `    ${line}`)].join('\n')
}

function summaryText(report: JsonReport, { paint, presentation }: Painted): string {
  const { summary } = report
  const { error, warning, info } = summary.findings
  const counts = [plural(error, 'error'), plural(warning, 'warning'), `${info} info`].join(', ')
  const looked = `${plural(summary.files, 'file')}, ${plural(summary.containers, 'container')}, ${plural(summary.processes, 'process', 'processes')} checked`
  const style: Style = error > 0 ? 'red' : warning > 0 ? 'yellow' : 'green'
  const isRoom = counts.length + 2 + looked.length <= presentation.width
  const total = paint(['bold', style], counts)
  const seen = isRoom ? [`${total}  ${paint('dim', looked)}`] : [total, ...wrapWords(looked, presentation.width)]
  const hidden = [
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : []),
    ...(summary.unresolved > 0 ? [`${summary.unresolved} not resolved`] : []),
  ]
  const fixable = report.findings.filter(({ suggestion }) => suggestion !== null).length
  const fix = `${plural(fixable, 'suggestion')} can be applied with --fix; --diff shows the patch`
  return [
    ...seen,
    ...(hidden.length > 0 ? [paint('dim', hidden.join(', '))] : []),
    ...(fixable > 0 ? wrapWords(fix, presentation.width) : []),
  ].join('\n')
}

/** The heaviest findings, one a policy and file, with what to write. */
function firstStepsText(report: JsonReport, { paint, presentation }: Painted): string {
  const heaviest = SEVERITIES.flatMap((severity) => report.findings.filter((finding) => finding.severity === severity))
  const [first] = heaviest
  if (first === undefined) return ''
  const steps = heaviest.slice(0, FIRST_STEPS).flatMap((finding, index) => {
    const number = `${index + 1}. `
    const place = `${printable(finding.file)}:${finding.start.line}`
    const { recommendation } = finding
    const want = recommendation === null ? '' : `write ${printable(recommendation.text)} `
    const why = `${want}(${printable(finding.policy)})`
    const lines = joinParts([place, ...why.split(' ')], ' ', presentation.width - 2 - number.length)
    const mark = paint(SEVERITY_STYLES[finding.severity], number)
    return lines.map((line, at) => (at === 0 ? `  ${mark}${line}` : `${' '.repeat(2 + number.length)}${line}`))
  })
  const more = `workerlint explain ${printable(first.policy)} says why`
  const hint = wrapWords(more, presentation.width).map((line) => paint('dim', line))
  return [paint('bold', 'What to do first'), ...steps, ...hint].join('\n')
}

function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`
}
