/** Which policies are for which subjects, at which level and with which parameters: worked out once under a configuration. */
import { type Configuration, type Level, levelOf, type Override, paramsOf } from '../configuration/configuration.ts'
import { matchesOverride } from '../configuration/match.ts'
import type { CompiledPolicy } from '../policies/compile-policy.ts'
import type { Subject } from '../policies/evaluate.ts'
import type { Parameter, Policy, Scope } from '../policies/policy.ts'
import type { Context } from '../policies/process-context.ts'
import type { ProgramProcess } from '../programs/program.ts'

/** A policy under a configuration. */
export interface PlannedPolicy {
  readonly policy: CompiledPolicy
  /** Its place among all policies. */
  readonly order: number
  /** Its terms without overrides. */
  readonly general: PolicyTerms
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The overrides that name it. */
  readonly overrides: readonly Override[]
}

/** Policies by what they are for. */
export interface PolicyPlan {
  /** The policies that may say something about a subject, in their order; `process` is null for subjects that are none. */
  policiesFor(scope: Scope, process: ProgramProcess | null): readonly PlannedPolicy[]
}

/** A policy's level and parameters for one subject. `reason` is that of an override. */
export interface PolicyTerms {
  readonly level: Level
  readonly reason: string | null
  readonly params: Context
}

/** Plans policies; those that the configuration turns off altogether are left out. */
export function planPolicies(policies: readonly CompiledPolicy[], configuration: Configuration): PolicyPlan {
  const planned = policies
    .map((policy, order) => plan(policy, order, configuration))
    .filter(({ general, overrides }) => general.level !== 'off' || overrides.length > 0)
  const known = new Map<string, readonly PlannedPolicy[]>()
  return {
    policiesFor(scope, process) {
      const key = process === null ? scope : `${scope} ${process.program} ${process.role}`
      const before = known.get(key)
      if (before !== undefined) return before
      const found = planned.filter(({ policy: { policy } }) => policy.scope === scope && isMeant(policy, process))
      known.set(key, found)
      return found
    },
  }
}

/** The terms on which a policy looks at a subject. The last matching override wins. */
export function termsFor({ general, parameters, overrides, policy }: PlannedPolicy, subject: Subject): PolicyTerms {
  const { workload } = subject
  if (overrides.length === 0 || workload === null) return general
  const container = subject.container?.container.name ?? null
  let level: Level | null = null
  let reason: string | null = null
  const own = new Map(parameters)
  for (const override of overrides) {
    const setting = override.policies.get(policy.policy.id)
    if (setting === undefined || !matchesOverride(override.match, workload, container)) continue
    level = setting.severity ?? level
    reason = override.reason ?? reason
    for (const [name, value] of setting.params) own.set(name, value)
  }
  return { level: level ?? general.level, reason, params: Object.fromEntries(own) }
}

function plan(policy: CompiledPolicy, order: number, configuration: Configuration): PlannedPolicy {
  const parameters = paramsOf(policy.policy, configuration)
  return {
    policy,
    order,
    general: { level: levelOf(policy.policy, configuration), reason: null, params: Object.fromEntries(parameters) },
    parameters,
    overrides: configuration.overrides.filter((override) => override.policies.has(policy.policy.id)),
  }
}

/** Is a policy for this process's program and role? */
function isMeant({ programs, roles }: Policy, process: ProgramProcess | null): boolean {
  if (process === null) return true
  return (
    (programs.length === 0 || programs.includes(process.program)) &&
    (roles.length === 0 || roles.includes(process.role))
  )
}
