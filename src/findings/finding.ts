/** A finding: a violation with its places, its remedy and its identity. */

import type { Violation } from '../policies/evaluate.ts'
import type { Policy, Severity } from '../policies/policy.ts'
import type { Location } from '../source/location.ts'
import type { Edit } from './edits/edit.ts'

/** A place that belongs to a finding. */
export interface RelatedPlace {
  readonly at: Location
  readonly message: string
}

/** The recommended value in the words of a manifest. */
export interface FindingRecommendation {
  readonly setting: string
  readonly flag: string | null
  readonly current: string | number | boolean | null
  readonly value: string | number | boolean | null
  /** What to write, such as `--concurrency=1`. */
  readonly text: string
  readonly derivation: readonly { readonly term: string; readonly value: string }[]
  readonly alternatives: readonly { readonly field: string; readonly value: string }[]
}

/** A finding without a place cannot be made. */
export interface Finding {
  readonly policy: Policy
  readonly severity: Severity
  readonly message: string
  readonly primary: Location
  readonly related: readonly RelatedPlace[]
  readonly violation: Violation
  readonly recommendation: FindingRecommendation | null
  /** Edits that together make the finding disappear; empty when there is no safe edit. */
  readonly edits: readonly Edit[]
  readonly fingerprint: string
}

/** Why a finding does not count. */
export interface Suppression {
  readonly kind: 'comment' | 'annotation' | 'config' | 'baseline'
  readonly reason: string
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: string | null
}
