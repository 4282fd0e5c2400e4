/** A policy as a SARIF rule. */
import type { DocumentedPolicy } from '../policies/policy.ts'
import { policyMarkdown } from './policy-markdown.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const
/** https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object */
const PRECISIONS = { fact: 'very-high', practice: 'high', heuristic: 'medium' } as const
const PROBLEM_SEVERITIES = { error: 'error', warning: 'warning', info: 'recommendation' } as const

/** The rule; one of a policy that is not known here has its name and address only. */
export function sarifRule(id: string, policy: DocumentedPolicy | undefined, docs: string) {
  const address = /^https?:/.test(docs) && URL.canParse(docs) ? { helpUri: docs } : {}
  if (policy === undefined) return { id, shortDescription: { text: id }, ...address }
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: policy.title },
    fullDescription: { text: policy.rationale === '' ? policy.title : policy.rationale.trim() },
    defaultConfiguration: { level: LEVELS[policy.severity] },
    ...address,
    help: { text: policy.rationale.trim(), markdown: policyMarkdown(policy) },
    properties: {
      precision: PRECISIONS[policy.confidence],
      'problem.severity': PROBLEM_SEVERITIES[policy.severity],
      tags: ['kubernetes', ...policy.programs].slice(0, 10),
    },
  }
}
