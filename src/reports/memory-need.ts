/** The memory that the processes of a container are taken to need, for reports that draw the fleet. */
import type { JsonWorkload } from './json-report.ts'

/** The need of one process and its workers; null where it is not known. */
export interface MemoryNeed {
  readonly file: string
  readonly line: number
  readonly workload: JsonWorkload
  readonly container: string
  readonly bytes: number | null
}
