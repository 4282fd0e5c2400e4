/** The result of a check, as formatters take it. */

import type { Policy } from '../policies/policy.ts'
import type { Problem } from '../source/errors.ts'
import type { Location } from '../source/location.ts'
import type { ObjectIdentity } from '../workloads/manifest.ts'
import type { LineEdit } from './edits/edit.ts'
import type { Finding, Suppression } from './finding.ts'

/** A finding with the lines that would mend it; null when there is no safe edit. */
export interface ReportedFinding {
  readonly finding: Finding
  readonly suggestion: LineEdit | null
}

/** A finding that does not count. */
export interface SuppressedFinding extends ReportedFinding {
  readonly suppression: Suppression
}

/** How much was looked at. */
export interface ReportCounts {
  readonly files: number
  readonly documents: number
  readonly containers: number
  readonly processes: number
  /** Validations that something unknown kept from deciding. */
  readonly undecided: number
}

/** Something that runs what could not be worked out: a container, or a chart that could not be rendered. */
export interface Unresolved {
  readonly at: Location
  readonly workload: ObjectIdentity
  readonly container: string
  /** One sentence. */
  readonly why: string
}

/** The whole report. */
export interface Report {
  readonly counts: ReportCounts
  readonly findings: readonly ReportedFinding[]
  readonly suppressed: readonly SuppressedFinding[]
  readonly unresolved: readonly Unresolved[]
  readonly problems: readonly Problem[]
  /** The policies that were applied. */
  readonly policies: readonly Policy[]
}
