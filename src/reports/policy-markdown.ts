/** The page of a policy in Markdown. */
import type { DocumentedPolicy, Policy, PolicyExample } from '../policies/policy.ts'

/** What, why, examples, recommendation, options, how to ignore, references. */
export function policyMarkdown(policy: DocumentedPolicy): string {
  const sections = [
    `# ${policy.id}`,
    `**${policy.title}.**`,
    facts(policy),
    `## Why\n\n${policy.rationale}`,
    examples('Refused', policy.invalid),
    examples('Accepted', policy.valid),
    recommendations(policy),
    options(policy),
    ignoring(policy),
    policy.references.length === 0
      ? ''
      : `## References\n\n${policy.references.map((reference) => `- <${reference}>`).join('\n')}`,
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function facts({ severity, confidence, programs, roles, scope }: Policy): string {
  const on = confidence === 'heuristic' ? 'only in `strict`' : 'in `recommended` and `strict`'
  const scopes = programs.length === 0 ? 'every program' : programs.join(', ')
  const parts = roles.length === 0 ? '' : ` (${roles.join(', ')})`
  return `| Severity | Confidence | On | For | Scope |\n|---|---|---|---|---|\n| ${severity} | ${confidence} | ${on} | ${scopes}${parts} | ${scope} |`
}

function examples(title: string, list: readonly PolicyExample[]): string {
  if (list.length === 0) return ''
  const shown = list.map((example) => {
    const name = example.name === '' ? '' : `${example.name[0]?.toUpperCase()}${example.name.slice(1)}:\n\n`
    const finding =
      example.message === null
        ? ''
        : `\n\n> ${example.message}${example.line === null ? '' : ` (line ${example.line})`}`
    return `${name}\`\`\`yaml\n${example.manifest.trimEnd()}\n\`\`\`${finding}`
  })
  return `## ${title}\n\n${shown.join('\n\n')}`
}

function recommendations(policy: DocumentedPolicy): string {
  const rules = policy.validations.flatMap(({ recommendation, alternatives }) => {
    if (recommendation === null) return []
    const others = alternatives.map(({ field, value }) => `  - or \`${field}\`: \`${value.text}\``)
    return [`- \`${recommendation.target}\` is recommended as \`${recommendation.value.text}\``, ...others]
  })
  return rules.length === 0 ? '' : `## How the recommendation is computed\n\n${rules.join('\n')}`
}

function options(policy: Policy): string {
  if (policy.params.size === 0) return ''
  const rows = [...policy.params].map(([name, value]) => `| \`${name}\` | \`${JSON.stringify(value)}\` |`)
  const [first] = policy.params
  const sample =
    first === undefined
      ? ''
      : `\n\n\`\`\`yaml\npolicies:\n  ${policy.id}: {severity: ${policy.severity}, params: {${first[0]}: ${JSON.stringify(first[1])}}}\n\`\`\``
  return `## Options\n\n| Parameter | Default |\n|---|---|\n${rows.join('\n')}${sample}`
}

function ignoring(policy: Policy): string {
  return `## How to ignore it\n\nOn the line or the line above:\n\n\`\`\`yaml\n# workerlint-ignore ${policy.id} -- the reason\n\`\`\`\n\nOn the workload or its pod template:\n\n\`\`\`yaml\nmetadata:\n  annotations:\n    ignore.workerlint.dev/${policy.id}: "the reason"\n\`\`\`\n\nEverywhere, in \`.workerlint.yaml\`:\n\n\`\`\`yaml\npolicies:\n  ${policy.id}: off\n\`\`\``
}
