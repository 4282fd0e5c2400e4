/** The list of policies as a Markdown table. */
import { DEFAULT_CONFIGURATION, levelOf } from '../configuration/configuration.ts'
import type { Policy } from '../policies/policy.ts'

/** The policies as a table by group; levels are those without a configuration. `pageOf` gives the address of a page. */
export function policyIndex(policies: readonly Policy[], pageOf: (id: string) => string): string {
  const groups = [...new Set(policies.map((policy) => policy.group))].sort()
  const sections = groups.map((group) => {
    const own = policies.filter((policy) => policy.group === group).sort((a, b) => (a.id < b.id ? -1 : 1))
    return `## ${group}\n\n${policyRows(own, pageOf)}`
  })
  return sections.join('\n')
}

/** One table of policies. */
export function policyRows(policies: readonly Policy[], pageOf: (id: string) => string): string {
  const rows = policies.map((policy) => {
    const level = levelOf(policy, DEFAULT_CONFIGURATION)
    const shown = level === 'off' ? `off (${policy.severity} in strict)` : level
    return `| [${policy.id}](${pageOf(policy.id)}) | ${shown} | ${policy.confidence} | ${policy.title} |`
  })
  return ['| Policy | Level | Confidence | What it asks |', '|---|---|---|---|', ...rows, ''].join('\n')
}
