/** The scaling question for every workload: today beside horizontal, mixed and vertical. */
import type { CheckOptions } from './check.ts'
import { type LoadOptions, loadOf } from './configuration/load.ts'
import { usageOfAutoscalers } from './configuration/usage.ts'
import { sizingOf } from './findings/find-violations.ts'
import { inspectAll } from './inspect-all.ts'
import type { InspectedContainer, Inspection } from './inspection/inspection.ts'
import { amountsOf, surroundingsOf } from './plan-surroundings.ts'
import type { ProgramProcess } from './programs/program.ts'
import type { Repository } from './repository/repository.ts'
import { fitsNode, type NodeSize, pickTopology } from './sizing/pick-topology.ts'
import type { Shape } from './sizing/shape.ts'
import { planShapes } from './sizing/topologies.ts'
import { waitingOf } from './sizing/waiting.ts'
import type { WorkloadPlan } from './sizing/workload-plan.ts'
import type { Location } from './source/location.ts'

/** What a plan is made for. */
export interface PlanOptions {
  readonly check: CheckOptions
  readonly node: NodeSize
  readonly load: LoadOptions
}

/** A plan and where its container is typed. */
export interface PlacedPlan {
  readonly plan: WorkloadPlan
  readonly at: Location
}

/** Plans every web server and worker of a repository. */
export async function planRepository(repository: Repository, options: PlanOptions): Promise<readonly PlacedPlan[]> {
  const { inspections } = await inspectAll(repository, options.check)
  return inspections.flatMap(({ inspection, placeOf }) =>
    planInspection(inspection, options).map((plan) => ({
      plan,
      at: placeOf(plan.inspected.container.node.location),
    })),
  )
}

/** Plans the workloads of an inspection; what autoscalers of pods have measured counts as it does in a check. */
export function planInspection(inspection: Inspection, given: PlanOptions): readonly WorkloadPlan[] {
  const measured = usageOfAutoscalers(inspection.system.byKind.get('VerticalPodAutoscaler') ?? [])
  const { configuration } = given.check
  const usage = new Map([...measured, ...configuration.usage])
  const options = { ...given, check: { ...given.check, configuration: { ...configuration, usage } } }
  return inspection.containers.flatMap((inspected) =>
    inspected.processes.processes
      .filter(
        (process) =>
          (process.role === 'web' || process.role === 'worker') && inspected.container.role !== 'initContainer',
      )
      .map((process) => planProcess({ inspected, process }, inspection, options)),
  )
}

function planProcess(
  { inspected, process }: { readonly inspected: InspectedContainer; readonly process: ProgramProcess },
  inspection: Inspection,
  { check, node, load }: PlanOptions,
): WorkloadPlan {
  const unknown = (why: string): WorkloadPlan => ({ kind: 'unknown', inspected, process, why })
  const sizing = sizingOf(process, inspected, check.configuration)
  const { workload } = inspected
  const { replicas } = workload
  const { model } = process
  if (sizing === null || model === null) return unknown(`its settings do not say how it works${reasonOf(process)}`)
  const processes = model.processes ?? sizing.recommended.get('processes')?.value
  const { threads } = model
  if (processes === undefined)
    return unknown('the number of its processes is not known, and there is no CPU to size them by')
  if (threads === null) return unknown('the number of its threads is not known')
  if (replicas.max === null) return unknown(`its replicas are not bounded (${replicas.source})`)
  const today: Shape = {
    replicasMin: replicas.min ?? replicas.max,
    replicasMax: replicas.max,
    processes: Math.max(1, processes),
    threads: Math.max(1, threads),
    ...amountsOf(inspected.container.resources),
  }
  const surroundings = surroundingsOf({ inspected, process, model }, inspection, check.configuration)
  const { role } = surroundings
  const { assumptions } = sizing
  const arriving = loadOf(workload, role, assumptions.profile.value, load)
  const shapes = planShapes(today, assumptions, surroundings).map((planned) => ({
    ...planned,
    fits: fitsNode(planned, node, surroundings),
    waiting:
      arriving === null || typeof arriving === 'string' ? null : waitingOf(planned.shape, arriving, surroundings),
  }))
  const pick = pickTopology(role, shapes, assumptions)
  return { kind: 'planned', inspected, process, sizing, surroundings, shapes, pick, load: arriving }
}

/** Why nobody knows whether a process works by processes, threads or greenlets. */
function reasonOf({ settings }: ProgramProcess): string {
  for (const name of ['pool_effective', 'worker_class_effective', 'worker_type']) {
    const setting = settings.get(name)
    if (setting?.known === false) return `: ${setting.why}`
  }
  return ''
}
