/** The plan of a workload's process. */
import type { InspectedContainer } from '../programs/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { TopologyPick } from './pick-topology.ts'
import type { ProcessSizing } from './size-process.ts'
import type { PlannedShape } from './topologies.ts'

/** The plan of one process, or why there is none. */
export type WorkloadPlan = {
  readonly inspected: InspectedContainer
  readonly process: ProgramProcess
} & (
  | {
      readonly kind: 'planned'
      readonly sizing: ProcessSizing
      readonly shapes: readonly (PlannedShape & { readonly fits: boolean })[]
      readonly pick: TopologyPick
    }
  | { readonly kind: 'unknown'; readonly why: string }
)
