/** The scaling question for every workload: today beside horizontal, mixed and vertical. */
import type { CheckOptions } from './check.ts'
import { sizingOf } from './findings/find-violations.ts'
import { inspectAll } from './inspect-all.ts'
import type { InspectedContainer, Inspection } from './programs/inspection.ts'
import type { ProgramProcess } from './programs/program.ts'
import type { Repository } from './repository/repository.ts'
import { fitsNode, type NodeSize, pickTopology } from './sizing/pick-topology.ts'
import { planShapes, type Shape } from './sizing/topologies.ts'
import type { WorkloadPlan } from './sizing/workload-plan.ts'
import type { Location } from './source/location.ts'
import type { Resources } from './workloads/workload.ts'

/** Plans every web server and worker of a repository. */
export async function planRepository(
  repository: Repository,
  options: CheckOptions,
  node: NodeSize,
): Promise<readonly PlacedPlan[]> {
  const { inspections } = await inspectAll(repository, options)
  return inspections.flatMap(({ inspection, placeOf }) =>
    planInspection(inspection, options, node).map((plan) => ({
      plan,
      at: placeOf(plan.inspected.container.node.location),
    })),
  )
}

/** A plan and where its container is typed. */
export interface PlacedPlan {
  readonly plan: WorkloadPlan
  readonly at: Location
}

function planInspection(inspection: Inspection, options: CheckOptions, node: NodeSize): readonly WorkloadPlan[] {
  return inspection.containers.flatMap((inspected) =>
    inspected.processes.processes
      .filter(
        (process) =>
          (process.role === 'web' || process.role === 'worker') && inspected.container.role !== 'initContainer',
      )
      .map((process) => planProcess(inspected, process, options, node)),
  )
}

function planProcess(
  inspected: InspectedContainer,
  process: ProgramProcess,
  options: CheckOptions,
  node: NodeSize,
): WorkloadPlan {
  const unknown = (why: string): WorkloadPlan => ({ kind: 'unknown', inspected, process, why })
  const sizing = sizingOf(process, inspected, options.configuration)
  const { replicas } = inspected.workload
  if (sizing === null || process.model === null) return unknown('its settings do not say how it works')
  const processes = process.model.processes ?? sizing.recommended.get('processes')?.value
  const { threads } = process.model
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
  const shapes = planShapes(today, sizing.assumptions).map((shape) => ({ ...shape, fits: fitsNode(shape, node) }))
  const role = process.role === 'worker' ? 'worker' : 'web'
  return {
    kind: 'planned',
    inspected,
    process,
    sizing,
    shapes,
    pick: pickTopology(role, shapes, sizing.assumptions, node),
  }
}

/** CPU is the limit or else the request; memory the limit or else the request. */
function amountsOf(resources: Resources): { readonly cpu: number | null; readonly memory: number | null } {
  const first = (resource: 'cpu' | 'memory') => {
    const limit = resources.limits[resource]
    const request = resources.requests[resource]
    if (limit.known && limit.value !== null) return limit.value
    return request.known ? request.value : null
  }
  return { cpu: first('cpu'), memory: first('memory') }
}
