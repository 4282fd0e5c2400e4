/** What a plan adds to a report that shows the fleet: the shapes of a workload and the memory it is taken to need. */
import type { JsonPlan } from './plan-json.ts'

/** The plan of one process with the memory that today's processes need; null where that is not known. */
export interface FleetPlan {
  readonly plan: JsonPlan
  readonly memoryNeedBytes: number | null
}
