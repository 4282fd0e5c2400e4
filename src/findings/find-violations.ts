/** Policies over an inspection: findings in order, before suppressions. */
import { assumptionsFor } from '../configuration/assumptions.ts'
import { type Configuration, type Level, levelOf, paramsOf } from '../configuration/configuration.ts'
import { matchesOverride } from '../configuration/match.ts'
import { usageOfAutoscalers } from '../configuration/usage.ts'
import type { CompiledPolicy } from '../policies/compile-policy.ts'
import { evaluatePolicy, type Subject, type Violation } from '../policies/evaluate.ts'
import type { Scope } from '../policies/policy.ts'
import { scalerSubjects } from '../policies/scaler-subjects.ts'
import { workloadSubjects } from '../policies/subjects.ts'
import { systemContext } from '../policies/system-context.ts'
import type { InspectedContainer, Inspection } from '../programs/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import { sizeProcess } from '../sizing/size-process.ts'
import type { Location } from '../source/location.ts'
import type { Manifest } from '../workloads/manifest.ts'
import type { Workload } from '../workloads/workload.ts'
import { buildFinding } from './build-finding.ts'
import { databaseSubjects } from './database-subjects.ts'
import type { Finding } from './finding.ts'
import { orderFindings } from './order.ts'

/** Findings of an inspection. */
export interface FoundFindings {
  readonly findings: readonly Finding[]
  /** Findings that an override turns off, with its reason. */
  readonly overridden: readonly { readonly finding: Finding; readonly reason: string }[]
  /** Validations that something unknown kept from deciding. */
  readonly undecided: number
}

/** Evaluates all policies on all workloads, or on those that a filter keeps. */
export function findViolations(
  inspection: Inspection,
  policies: readonly CompiledPolicy[],
  configured: Configuration,
  only: ReadonlySet<Workload> | null = null,
): FoundFindings {
  const measured = usageOfAutoscalers(inspection.system.byKind.get('VerticalPodAutoscaler') ?? [])
  const configuration = { ...configured, usage: new Map([...measured, ...configured.usage]) }
  const context: Evaluating = {
    inspection,
    configuration,
    objectsAt: (location) => inspection.system.objectsAt(location) ?? [],
    findings: [],
    overridden: [],
    undecided: 0,
  }
  const containersOf = groupByWorkload(
    inspection.containers.filter(({ workload }) => only === null || only.has(workload)),
  )
  const system = systemContext(inspection)
  for (const [workload, containers] of containersOf) {
    const subjects = workloadSubjects({
      workload,
      containers,
      system: inspection.system,
      systemContext: system,
      sizing: (process, container) => sizingOf(process, container, configuration),
    })
    for (const policy of policies) {
      for (const subject of subjects.get(policy.policy.scope) ?? []) applyPolicy(policy, subject, context)
    }
  }
  const beyond = new Map<Scope, readonly Subject[]>([
    ['scaler', scalerSubjects(inspection, system, only)],
    ['system', databaseSubjects(inspection, configuration, system)],
  ])
  for (const policy of policies) {
    for (const subject of beyond.get(policy.policy.scope) ?? []) {
      if (only === null || subject.workload === null || only.has(subject.workload))
        applyPolicy(policy, subject, context)
    }
  }
  return { findings: orderFindings(context.findings), overridden: context.overridden, undecided: context.undecided }
}

interface Evaluating {
  readonly inspection: Inspection
  readonly configuration: Configuration
  readonly objectsAt: (location: Location) => readonly Manifest[]
  readonly findings: Finding[]
  readonly overridden: { finding: Finding; reason: string }[]
  undecided: number
}

function applyPolicy(policy: CompiledPolicy, subject: Subject, context: Evaluating): void {
  const { configuration } = context
  if (!isMeant(policy, subject.process)) return
  const general = levelOf(policy.policy, configuration)
  const overrides = overridesFor(policy, subject, configuration)
  const level = overrides.level ?? general
  if (general === 'off' && level === 'off') return
  const outcome = evaluatePolicy(
    policy,
    subject,
    new Map([...paramsOf(policy.policy, configuration), ...overrides.params]),
  )
  context.undecided += outcome.undecided
  for (const violation of outcome.violations) {
    const severity = level === 'off' ? general : level
    if (severity === 'off') continue
    const finding = build(violation, severity, context)
    if (level === 'off')
      context.overridden.push({ finding, reason: overrides.reason ?? 'turned off by the configuration' })
    else context.findings.push(finding)
  }
}

function build(violation: Violation, severity: Exclude<Level, 'off'>, context: Evaluating): Finding {
  return buildFinding({ violation, severity, objectsAt: context.objectsAt })
}

/** Is a policy for this process's program and role? */
function isMeant(policy: CompiledPolicy, process: ProgramProcess | null): boolean {
  if (process === null) return true
  const { programs, roles } = policy.policy
  return (
    (programs.length === 0 || programs.includes(process.program)) &&
    (roles.length === 0 || roles.includes(process.role))
  )
}

interface OverrideOutcome {
  readonly level: Level | null
  readonly reason: string | null
  readonly params: ReadonlyMap<string, string | number | boolean | readonly (string | number)[]>
}

/** The last matching override that names the policy wins. */
function overridesFor(policy: CompiledPolicy, subject: Subject, configuration: Configuration): OverrideOutcome {
  const { workload } = subject
  if (workload === null) return { level: null, reason: null, params: new Map() }
  const container = subject.container?.container.name ?? null
  let outcome: OverrideOutcome = { level: null, reason: null, params: new Map() }
  for (const override of configuration.overrides) {
    const setting = override.policies.get(policy.policy.id)
    if (setting === undefined || !matchesOverride(override.match, workload, container)) continue
    outcome = {
      level: setting.severity ?? outcome.level,
      reason: override.reason ?? outcome.reason,
      params: new Map([...outcome.params, ...setting.params]),
    }
  }
  return outcome
}

/** Sizing of a process under the configuration. */
export function sizingOf(process: ProgramProcess, inspected: InspectedContainer, configuration: Configuration) {
  if (process.role !== 'web' && process.role !== 'worker') return null
  const { container, workload } = inspected
  const assumptions = assumptionsFor(process, process.role, workload, container.name, configuration)
  return sizeProcess(process, container.resources, assumptions)
}

function groupByWorkload(
  containers: readonly InspectedContainer[],
): ReadonlyMap<Workload, readonly InspectedContainer[]> {
  const groups = new Map<Workload, InspectedContainer[]>()
  for (const container of containers) {
    const group = groups.get(container.workload)
    if (group === undefined) groups.set(container.workload, [container])
    else group.push(container)
  }
  return groups
}
