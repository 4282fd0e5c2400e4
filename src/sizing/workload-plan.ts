/** The plan of a workload's process. */
import type { InspectedContainer } from '../inspection/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { Candidate, TopologyPick } from './pick-topology.ts'
import type { Surroundings } from './shape.ts'
import type { ProcessSizing } from './size-process.ts'
import type { Load } from './waiting.ts'

/** What is planned: a process of a container. */
export interface PlanSubject {
  readonly inspected: InspectedContainer
  readonly process: ProgramProcess
}

/** The shapes of a process beside one another. */
export interface PlannedWorkload extends PlanSubject {
  readonly kind: 'planned'
  readonly sizing: ProcessSizing
  readonly surroundings: Surroundings
  readonly shapes: readonly Candidate[]
  readonly pick: TopologyPick
  /** A sentence when the load is known in part only. */
  readonly load: Load | string | null
}

/** The plan of one process, or why there is none. */
export type WorkloadPlan = PlannedWorkload | (PlanSubject & { readonly kind: 'unknown'; readonly why: string })
