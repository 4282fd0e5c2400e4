/** The policies about ignores. They look at comments and annotations, not at values, so they have no expressions. */
import type { DocumentedPolicy, Policy } from '../policies/policy.ts'

/** Policies whose findings come from reading ignores. */
export const IGNORE_POLICIES: readonly DocumentedPolicy[] = [
  ignorePolicy(
    'ignore-unused',
    'Every ignore matches a finding and gives a reason',
    'warning',
    'An ignore that matches nothing hides the next finding of that policy, and nobody remembers why it is there. An ignore without a reason cannot be judged by the next reader.',
  ),
  ignorePolicy(
    'ignore-expired',
    'No ignore is past its date',
    'warning',
    'An ignore with `until=` is a promise to come back. After that day the finding counts again, and the ignore is reported.',
  ),
  ignorePolicy(
    'ignore-unknown-policy',
    'Every ignore names a policy that exists',
    'error',
    'A misspelt name ignores nothing, although its author believes that it does.',
  ),
]

function ignorePolicy(id: string, title: string, severity: Policy['severity'], rationale: string): DocumentedPolicy {
  return {
    id,
    group: 'ignores',
    title,
    severity,
    confidence: 'fact',
    scope: 'system',
    programs: [],
    roles: [],
    params: new Map(),
    each: null,
    variables: [],
    matchConditions: [],
    validations: [],
    rationale,
    references: [],
    invalid: [],
    valid: [],
  }
}
