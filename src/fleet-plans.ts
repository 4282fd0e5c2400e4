/** Plans of all workloads and the memory they need today, for reports that draw the fleet. */
import type { CheckOptions } from './check.ts'
import { NO_LOAD } from './configuration/load.ts'
import { planRepository } from './plan.ts'
import type { MemoryNeed } from './reports/memory-need.ts'
import { type JsonPlan, toJsonPlans } from './reports/plan-json.ts'
import type { Repository } from './repository/repository.ts'
import { memoryNeed } from './sizing/memory.ts'
import type { WorkloadPlan } from './sizing/workload-plan.ts'

/** What is planned, and what is needed as it is. */
export interface FleetPlans {
  readonly plans: readonly JsonPlan[]
  readonly needs: readonly MemoryNeed[]
}

/** Plans every web server and worker, without bounds of nodes. */
export async function fleetPlans(repository: Repository, options: CheckOptions): Promise<FleetPlans> {
  const placed = await planRepository(repository, { check: options, node: { cpu: null, memory: null }, load: NO_LOAD })
  const { plans } = toJsonPlans(placed)
  const needs = plans.map(({ file, line, workload, container }, index) => {
    return { file, line, workload, container, bytes: needOf(placed[index]?.plan) }
  })
  return { plans, needs }
}

/** Base and workers by the assumptions of the workload: https://github.com/workerlint/workerlint/blob/v1/docs/how-sizing-works.md */
function needOf(plan: WorkloadPlan | undefined): number | null {
  if (plan?.kind !== 'planned') return null
  const today = plan.shapes.find(({ name }) => name === 'today')
  return today === undefined ? null : memoryNeed(today.shape.processes, plan.sizing.assumptions)
}
