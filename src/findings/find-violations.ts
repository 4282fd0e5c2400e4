/** Policies over an inspection: findings in order, before suppressions. */
import { assumptionsFor } from '../configuration/assumptions.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { usageOfAutoscalers } from '../configuration/usage.ts'
import type { InspectedContainer, Inspection } from '../inspection/inspection.ts'
import type { CompiledPolicy } from '../policies/compile-policy.ts'
import { type Subject, violationOf } from '../policies/evaluate.ts'
import type { Scope } from '../policies/policy.ts'
import { scalerSubjects } from '../policies/scaler-subjects.ts'
import { summariesOf, systemContext } from '../policies/system-context.ts'
import type { ProgramProcess } from '../programs/program.ts'
import { sizeProcess } from '../sizing/size-process.ts'
import { appendAll } from '../source/lists.ts'
import type { Location } from '../source/location.ts'
import type { System } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import { buildFinding } from './build-finding.ts'
import { databaseSubjects } from './database-subjects.ts'
import type { Finding } from './finding.ts'
import { type Judge, judgeSubject, judgeWorkload, openVerdict, type Verdict } from './judge.ts'
import { orderFindings } from './order.ts'
import { planPolicies } from './policy-plan.ts'

/** Findings of an inspection. */
export interface FoundFindings {
  readonly findings: readonly Finding[]
  /** Findings that an override turns off, with its reason. */
  readonly overridden: readonly { readonly finding: Finding; readonly reason: string }[]
  /** Validations that something unknown kept from deciding. */
  readonly undecided: number
}

/** Evaluates all policies on everything that was inspected. What fails becomes a finding while the nodes it is about are at hand. */
export function findViolations(
  inspection: Inspection,
  policies: readonly CompiledPolicy[],
  configured: Configuration,
): FoundFindings {
  const { system } = inspection
  const judge = createJudge(policies, configured, system)
  const around = {
    system,
    systemContext: systemContext({ system, processes: () => inspection.containers.flatMap(summariesOf) }),
  }
  const found: OrderedFinding[] = []
  let undecided = 0
  for (const [workload, containers] of groupByWorkload(inspection.containers)) {
    const verdict = judgeWorkload({ workload, containers }, around, judge)
    undecided += verdict.undecided
    appendAll(found, findingsOf(verdict, system).sort(byPolicy))
  }
  const beyond: OrderedFinding[] = []
  const judgeBeyond = (scope: Scope, subject: Subject) => {
    const verdict = openVerdict()
    judgeSubject(scope, subject, judge, verdict)
    undecided += verdict.undecided
    if (verdict.failures.length > 0) appendAll(beyond, findingsOf(verdict, system))
  }
  for (const subject of scalerSubjects(inspection, around.systemContext)) judgeBeyond('scaler', subject)
  for (const subject of databaseSubjects(inspection, configured, around.systemContext)) judgeBeyond('system', subject)
  appendAll(found, beyond.sort(byPolicy))
  return { ...partitioned(found), undecided }
}

/** Makes a judge of policies under a configuration; a file of measurements counts more than autoscalers. */
export function createJudge(policies: readonly CompiledPolicy[], configured: Configuration, system: System): Judge {
  const measured = usageOfAutoscalers(system.byKind.get('VerticalPodAutoscaler') ?? [])
  const configuration = { ...configured, usage: new Map([...measured, ...configured.usage]) }
  return {
    plan: planPolicies(policies, configuration),
    sizing: (process, container) => sizingOf(process, container, configuration),
    decides: () => false,
  }
}

/** Sizing of a process under the configuration. */
export function sizingOf(process: ProgramProcess, inspected: InspectedContainer, configuration: Configuration) {
  if (process.role !== 'web' && process.role !== 'worker') return null
  const { container, workload } = inspected
  const assumptions = assumptionsFor(process, process.role, workload, container.name, configuration)
  return sizeProcess(process, container.resources, assumptions)
}

/** A finding with the place of its policy among all, and why an override turns it off. */
interface OrderedFinding {
  readonly finding: Finding
  readonly order: number
  readonly overridden: string | null
}

function findingsOf({ failures }: Verdict, system: System): OrderedFinding[] {
  return failures.map(({ failure, severity, overridden, order }) => {
    const objectsAt = (location: Location) => system.objectsAt(location) ?? []
    return { finding: buildFinding({ violation: violationOf(failure), severity, objectsAt }), order, overridden }
  })
}

function partitioned(found: readonly OrderedFinding[]): Omit<FoundFindings, 'undecided'> {
  const findings: Finding[] = []
  const overridden: { finding: Finding; reason: string }[] = []
  for (const { finding, overridden: reason } of found) {
    if (reason === null) findings.push(finding)
    else overridden.push({ finding, reason })
  }
  return { findings: orderFindings(findings), overridden }
}

function byPolicy(a: OrderedFinding, b: OrderedFinding): number {
  return a.order - b.order
}

/** The containers of each workload that runs a server. */
function groupByWorkload(
  containers: readonly InspectedContainer[],
): ReadonlyMap<Workload, readonly InspectedContainer[]> {
  const groups = new Map<Workload, InspectedContainer[]>()
  for (const { workload, processes } of containers) if (processes.processes.length > 0) groups.set(workload, [])
  for (const container of containers) groups.get(container.workload)?.push(container)
  return groups
}
