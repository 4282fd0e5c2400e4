/** The parts of a finding as Markdown, shared by comments and summaries. */
import type { JsonFinding, JsonWorkload } from '../reports/json-report.ts'
import { code, details, escapeMarkdown, link, table } from './markdown.ts'

/** `Deployment/web in shop` with its container, as far as they are known. */
export function subjectText(finding: {
  readonly workload: JsonWorkload | null
  readonly container: string | null
}): string {
  const { workload, container } = finding
  if (workload === null) return container === null ? '' : `container ${code(container)}`
  const namespace = workload.namespace === null ? '' : ` in ${code(workload.namespace)}`
  const inside = container === null ? '' : `, container ${code(container)}`
  return `${code(`${workload.kind}/${workload.name}`)}${namespace}${inside}`
}

/** The policy as a link to its page. */
export function policyLink(finding: JsonFinding): string {
  return link(code(finding.policy), finding.docs)
}

/** One row per recommendation: setting, found, wanted; empty without recommendations. */
export function recommendationTable(findings: readonly JsonFinding[]): string {
  const rows = findings.flatMap(({ recommendation }) =>
    recommendation === null
      ? []
      : [[code(recommendation.setting), valueText(recommendation.current), valueText(recommendation.value)]],
  )
  return rows.length === 0 ? '' : table(['setting', 'found', 'wanted'], unique(rows))
}

/** The arithmetic of the recommendations, folded; empty when there is none. */
export function derivationText(findings: readonly JsonFinding[]): string {
  const blocks = findings.flatMap(({ recommendation }) => {
    if (recommendation === null || recommendation.derivation.length === 0) return []
    const rows = recommendation.derivation.map((step) => [escapeMarkdown(step.term), code(step.value)])
    const title = `How ${recommendation.setting} ${String(recommendation.value)} was worked out`
    return [details(title, table(['term', 'value'], rows))]
  })
  return [...new Set(blocks)].join('\n\n')
}

/** The other remedies in one sentence; empty when there are none. */
export function alternativeText(findings: readonly JsonFinding[]): string {
  const remedies = findings.flatMap(({ recommendation }) => recommendation?.alternatives ?? [])
  const texts = [...new Set(remedies.map(({ field, value }) => `set ${code(field)} to ${code(value)}`))]
  return texts.length === 0 ? '' : `Or ${texts.join(', or ')}.`
}

/** How to silence policies, in one sentence. */
export function ignoreText(findings: readonly JsonFinding[]): string {
  const policies = [...new Set(findings.map((finding) => finding.policy))].join(',')
  return `To accept this, write ${code(`# workerlint-ignore ${policies} -- reason`)} on the line or the line above.`
}

function valueText(value: string | number | boolean | null): string {
  return value === null ? 'not set' : code(String(value))
}

function unique(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(rows.map((row) => [row.join('\u0000'), row])).values()]
}
