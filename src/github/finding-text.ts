/** The parts of a finding as Markdown, shared by comments and summaries. */
import type { JsonFinding, JsonWorkload } from '../reports/json-report.ts'
import { code, details, escapeMarkdown, link, table } from '../reports/markdown-text.ts'

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

/** The arithmetic of the recommendations in one fold; empty when there is none. */
export function derivationText(findings: readonly JsonFinding[]): string {
  const tables = new Map<string, string>()
  for (const { recommendation } of findings) {
    if (recommendation === null || recommendation.derivation.length === 0) continue
    const rows = recommendation.derivation.map((step) => [escapeMarkdown(step.term), code(step.value)])
    tables.set(`${recommendation.setting} = ${String(recommendation.value)}`, table(['step', 'value'], rows))
  }
  if (tables.size === 0) return ''
  const body = [...tables].map(([title, rows]) => (tables.size === 1 ? rows : `${code(title)}\n\n${rows}`))
  return details(`The arithmetic: ${[...tables.keys()].join(', ')}`, body.join('\n\n'))
}

/** The other remedies in one sentence: any one of a finding settles it, and each finding needs its own. */
export function alternativeText(findings: readonly JsonFinding[]): string {
  const remedies = findings.flatMap(({ recommendation }) => {
    const options = (recommendation?.alternatives ?? []).map(({ field, value }) => `${code(field)} to ${code(value)}`)
    return options.length === 0 ? [] : [[...new Set(options)]]
  })
  const distinct = [...new Set(remedies.map((options) => options.join(' or ')))]
  if (distinct.length === 0) return ''
  const isChoice = distinct.length > 1 && remedies.some((options) => options.length > 1)
  return `**Or** set ${distinct.join(isChoice ? ', and ' : ' and ')}.`
}

/** Where the findings are and how to silence their policies, in small print. */
export function smallPrint(findings: readonly JsonFinding[], subject: string): string {
  const policies = [...new Set(findings.map((finding) => finding.policy))].join(',')
  const ignore = `To accept this, write ${code(`# workerlint-ignore ${policies} -- reason`)} on the line or the line above.`
  return `<sub>${subject === '' ? '' : `${subject}. `}${ignore}</sub>`
}

function valueText(value: string | number | boolean | null): string {
  return value === null ? 'not set' : code(String(value))
}

function unique(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(rows.map((row) => [row.join('\u0000'), row])).values()]
}
