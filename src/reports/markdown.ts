/** `--format markdown`: a table by workload and every finding with its arithmetic, for comments and step summaries. */

import type { Formatter } from './formatter.ts'
import type { JsonFinding, JsonReport } from './json-report.ts'
import { code, escapeMarkdown, link } from './markdown-text.ts'

const MARKS = { error: '🔴', warning: '🟡', info: '🔵' } as const

/** The report in GitHub-flavoured Markdown. */
export const formatMarkdown: Formatter = (report) => {
  const sections = [
    `## workerlint\n\n${headline(report)}`,
    overview(report),
    ...report.findings.map(section),
    unresolved(report),
    problems(report),
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

function headline(report: JsonReport): string {
  const { error, warning, info } = report.summary.findings
  const { files, containers, processes } = report.summary
  const found = [plural(error, 'error'), plural(warning, 'warning'), `${info} info`].join(', ')
  const counts = error + warning + info === 0 ? 'No findings' : found
  return `**${counts}** in ${plural(files, 'file')}, ${plural(containers, 'container')}, ${plural(processes, 'process', 'processes')}.`
}

function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`
}

function overview(report: JsonReport): string {
  if (report.findings.length === 0) return ''
  const rows = report.findings.map((finding) => {
    const workload = finding.workload === null ? finding.file : `${finding.workload.kind}/${finding.workload.name}`
    const want = finding.recommendation === null ? '' : code(finding.recommendation.text)
    return `| ${MARKS[finding.severity]} | ${escapeMarkdown(workload)} | ${link(escapeMarkdown(finding.policy), finding.docs)} | ${want} | ${code(`${finding.file}:${finding.start.line}`)} |`
  })
  return ['| | Workload | Policy | Wanted | Place |', '|---|---|---|---|---|', ...rows].join('\n')
}

function section(finding: JsonFinding): string {
  const { recommendation } = finding
  const lines = [
    `### ${MARKS[finding.severity]} ${escapeMarkdown(finding.policy)}`,
    '',
    escapeMarkdown(finding.message),
  ]
  if (recommendation !== null && recommendation.derivation.length > 0) {
    const steps = recommendation.derivation.map(({ term, value }) => `| ${escapeMarkdown(term)} | ${code(value)} |`)
    lines.push('', '| Step | Value |', '|---|---|', ...steps)
  }
  for (const { field, value } of recommendation?.alternatives ?? []) lines.push('', `or ${code(`${field}: ${value}`)}`)
  return lines.join('\n')
}

function unresolved(report: JsonReport): string {
  if (report.unresolved.length === 0) return ''
  const rows = report.unresolved.map(
    ({ file, line, workload, container, why }) =>
      `| ${escapeMarkdown(`${workload.kind}/${workload.name}`)} | ${escapeMarkdown(container)} | ${escapeMarkdown(why)} | ${code(`${file}:${line}`)} |`,
  )
  return ['### Not known what runs', '', '| Workload | Container | Why | Place |', '|---|---|---|---|', ...rows].join(
    '\n',
  )
}

function problems(report: JsonReport): string {
  if (report.problems.length === 0) return ''
  const rows = report.problems.map(
    ({ file, line, message }) => `- ${code(`${file}:${line}`)}: ${escapeMarkdown(message)}`,
  )
  return ['### Not readable', '', ...rows].join('\n')
}
