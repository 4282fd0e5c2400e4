/** One written wish to ignore a policy. */
import type { Location } from '../source/location.ts'
import type { Workload } from '../workloads/workload.ts'
import type { Finding } from './finding.ts'

/** An ignore by comment or annotation. */
export interface Ignore {
  readonly kind: 'comment' | 'annotation'
  readonly policy: string
  readonly reason: string
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: string | null
  readonly at: Location
  readonly workload: Workload | null
  covers(finding: Finding): boolean
}
