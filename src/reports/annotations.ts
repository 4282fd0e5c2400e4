/** `--format github`: workflow commands that annotate lines. */
import type { Formatter } from './formatter.ts'
import type { JsonFinding } from './json-report.ts'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** One workflow command a finding. Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const formatAnnotations: Formatter = (report) => report.findings.map(annotation).join('')

function annotation(finding: JsonFinding): string {
  const { file, start, end, policy } = finding
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : ''
  const properties = `file=${escapeProperty(file)},line=${start.line},endLine=${end.line}${columns},title=${escapeProperty(policy)}`
  const want = finding.recommendation === null ? '' : ` (want ${finding.recommendation.text})`
  return `::${COMMANDS[finding.severity]} ${properties}::${escapeData(finding.message + want)}\n`
}

/** Escapes as the runner's toolkit does; `##[` would start a legacy command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '## [')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
