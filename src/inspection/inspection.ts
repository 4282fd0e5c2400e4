/** What the containers of a repository run. */

import type { ContainerProcesses } from '../programs/read-processes.ts'
import type { Problem } from '../source/errors.ts'
import type { Location } from '../source/location.ts'
import type { System } from '../workloads/system.ts'
import type { Container, Workload } from '../workloads/workload.ts'

/** A container of a workload with its processes. */
export interface InspectedContainer {
  readonly workload: Workload
  readonly container: Container
  /** The place of the container. */
  readonly at: Location
  readonly processes: ContainerProcesses
}

/** All containers of a repository. */
export interface Inspection {
  readonly containers: readonly InspectedContainer[]
  readonly workloads: readonly Workload[]
  readonly system: System
  readonly files: number
  readonly problems: readonly Problem[]
}
