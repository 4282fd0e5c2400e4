/** Findings about ignores themselves: unused, expired, misspelt, or without a reason. */
import { levelOf } from '../configuration/configuration.ts'
import type { CompiledPolicy } from '../policies/compile-policy.ts'
import { didYouMean } from '../policies/mistakes.ts'
import type { Policy } from '../policies/policy.ts'
import { sha256 } from '../source/sha256.ts'
import type { Finding } from './finding.ts'
import type { Ignore } from './ignore.ts'
import { IGNORE_POLICIES } from './ignore-policies.ts'
import type { SuppressionRequest } from './suppress.ts'

/** The findings about ignores, under the levels of the configuration. */
export function ignoreFindings(
  ignores: readonly Ignore[],
  used: ReadonlySet<Ignore>,
  request: SuppressionRequest,
): readonly Finding[] {
  return ignores.flatMap((ignore) => {
    const judged = judge(ignore, used.has(ignore), request)
    if (judged === null) return []
    const policy = IGNORE_POLICIES.find((candidate) => candidate.id === judged.policy)
    if (policy === undefined) return []
    const level = levelOf(policy, request.configuration)
    return level === 'off' ? [] : [findingAbout(ignore, policy, level, judged.message)]
  })
}

interface Judged {
  readonly policy: string
  readonly message: string
}

function judge(ignore: Ignore, isUsed: boolean, request: SuppressionRequest): Judged | null {
  const names = [...request.policies.map(({ policy }) => policy.id), ...IGNORE_POLICIES.map((policy) => policy.id)]
  if (!names.includes(ignore.policy)) {
    const message = `the ignore names "${ignore.policy}", which is no policy.${didYouMean(ignore.policy, names)}`
    return { policy: 'ignore-unknown-policy', message }
  }
  if (ignore.reason === '') {
    const form = ignore.kind === 'comment' ? 'write it behind " -- "' : 'write it as the value'
    return {
      policy: 'ignore-unused',
      message: `the ignore of ${ignore.policy} gives no reason, so it does not count; ${form}`,
    }
  }
  if (ignore.until !== null && request.today !== null && ignore.until < request.today) {
    return { policy: 'ignore-expired', message: `the ignore of ${ignore.policy} expired on ${ignore.until}` }
  }
  if (isUsed) return null
  return { policy: 'ignore-unused', message: `the ignore of ${ignore.policy} matches no finding` }
}

function findingAbout(ignore: Ignore, policy: Policy, severity: Finding['severity'], message: string): Finding {
  const compiled: CompiledPolicy = { policy, each: null, variables: [], matchConditions: [], validations: [] }
  const subject = { workload: ignore.workload, container: null, process: null, sizing: null, object: null, context: {} }
  const where = ignore.workload === null ? `${ignore.at.file.path}` : ignore.workload.manifest.identity.name
  const fingerprint = sha256([policy.id, where, ignore.kind, ignore.policy].join('\n')).slice(0, 32)
  return {
    policy,
    severity,
    message,
    primary: ignore.at,
    related: [],
    violation: { policy: compiled, subject, target: '', message, recommendation: null, related: [], each: undefined },
    recommendation: null,
    edits: [],
    fingerprint,
  }
}
