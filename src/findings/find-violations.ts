/** Policies over an inspection: findings in order, before suppressions. */
import { assumptionsFor } from '../configuration/assumptions.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { usageOfAutoscalers } from '../configuration/usage.ts'
import type { InspectedContainer, Inspection } from '../inspection/inspection.ts'
import type { CompiledPolicy } from '../policies/compile-policy.ts'
import { violationOf } from '../policies/evaluate.ts'
import { scalerSubjects } from '../policies/scaler-subjects.ts'
import { summariesOf, systemContext } from '../policies/system-context.ts'
import type { ProgramProcess } from '../programs/program.ts'
import { sizeProcess } from '../sizing/size-process.ts'
import type { System } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import { buildFinding } from './build-finding.ts'
import { databaseSubjects } from './database-subjects.ts'
import type { Finding } from './finding.ts'
import { type Judge, type JudgedFailure, judgeSubject, judgeWorkload, openVerdict, type Verdict } from './judge.ts'
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

/** Evaluates all policies on everything that was inspected. */
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
  const verdicts = [...groupByWorkload(inspection.containers)].map(([workload, containers]) =>
    judgeWorkload({ workload, containers }, around, judge),
  )
  const beyond = openVerdict()
  for (const subject of scalerSubjects(inspection, around.systemContext)) judgeSubject('scaler', subject, judge, beyond)
  for (const subject of databaseSubjects(inspection, configured, around.systemContext))
    judgeSubject('system', subject, judge, beyond)
  return foundIn([...verdicts, beyond], inspection)
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

function foundIn(verdicts: readonly Verdict[], { system }: Inspection): FoundFindings {
  const findings: Finding[] = []
  const overridden: { finding: Finding; reason: string }[] = []
  for (const { failures } of verdicts) {
    for (const { failure, severity, overridden: reason } of [...failures].sort(byPolicy)) {
      const finding = buildFinding({
        violation: violationOf(failure),
        severity,
        objectsAt: (location) => system.objectsAt(location) ?? [],
      })
      if (reason === null) findings.push(finding)
      else overridden.push({ finding, reason })
    }
  }
  const undecided = verdicts.reduce((sum, verdict) => sum + verdict.undecided, 0)
  return { findings: orderFindings(findings), overridden, undecided }
}

function byPolicy(a: JudgedFailure, b: JudgedFailure): number {
  return a.order - b.order
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
