/** Plans of all workloads with the memory they need today, for reports that draw the fleet. */
import type { CheckOptions } from './check.ts'
import { planRepository } from './plan.ts'
import type { FleetPlan } from './reports/fleet-plan.ts'
import { toJsonPlans } from './reports/plan-json.ts'
import type { Repository } from './repository/repository.ts'
import { memoryNeed } from './sizing/memory.ts'
import type { WorkloadPlan } from './sizing/workload-plan.ts'

/** Plans every web server and worker, without bounds of nodes. */
export async function fleetPlans(repository: Repository, options: CheckOptions): Promise<readonly FleetPlan[]> {
  const placed = await planRepository(repository, options, { cpu: null, memory: null })
  const { plans } = toJsonPlans(placed)
  return plans.map((plan, index) => ({ plan, memoryNeedBytes: needOf(placed[index]?.plan) }))
}

/** Base and workers by the assumptions of the workload: https://github.com/workerlint/workerlint/blob/v1/docs/how-sizing-works.md */
function needOf(plan: WorkloadPlan | undefined): number | null {
  if (plan?.kind !== 'planned') return null
  const today = plan.shapes.find(({ name }) => name === 'today')
  return today === undefined ? null : memoryNeed(today.shape.processes, plan.sizing.assumptions)
}
