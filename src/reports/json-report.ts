/** The shape of `check --format json`, schema version 1: the report as plain data with lines instead of offsets. */

/** A place, both counted from 1. */
export interface JsonPlace {
  readonly line: number
  readonly column: number
}

/** What owns the container. */
export interface JsonWorkload {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string | null
  readonly name: string
}

/** One step of the arithmetic behind a recommendation. */
export interface JsonDerivationStep {
  readonly term: string
  readonly value: string
}

/** Another remedy for the same finding. */
export interface JsonAlternative {
  readonly field: string
  readonly value: string
}

/** The recommended value with its arithmetic. */
export interface JsonRecommendation {
  readonly setting: string
  readonly flag: string | null
  readonly current: string | number | boolean | null
  readonly value: string | number | boolean | null
  /** What to write, such as `--concurrency=1`. */
  readonly text: string
  readonly derivation: readonly JsonDerivationStep[]
  readonly alternatives: readonly JsonAlternative[]
}

/** Whole source lines (1-based, inclusive) and what replaces them, without the last line break. */
export interface JsonSuggestion {
  readonly file: string
  readonly startLine: number
  readonly endLine: number
  readonly replacement: string
}

/** Another place that belongs to a finding. */
export interface JsonRelated {
  readonly file: string
  readonly start: JsonPlace
  readonly end: JsonPlace
  readonly message: string
}

/** Severity in ascending order of weight: info, warning, error. */
export type JsonSeverity = 'error' | 'warning' | 'info'

/** How sure the rule is: certain from the text, documented advice, rule of thumb. */
export type JsonConfidence = 'fact' | 'practice' | 'heuristic'

/** One finding. */
export interface JsonFinding {
  readonly policy: string
  readonly severity: JsonSeverity
  readonly confidence: JsonConfidence
  readonly message: string
  readonly file: string
  readonly start: JsonPlace
  readonly end: JsonPlace
  readonly workload: JsonWorkload | null
  readonly container: string | null
  readonly program: string | null
  readonly related: readonly JsonRelated[]
  readonly recommendation: JsonRecommendation | null
  readonly suggestion: JsonSuggestion | null
  readonly fingerprint: string
  readonly docs: string
}

/** Why a finding does not count. */
export interface JsonSuppression {
  readonly kind: 'comment' | 'annotation' | 'config' | 'baseline'
  readonly reason: string
  readonly until: string | null
}

/** A finding that does not count. */
export interface JsonSuppressedFinding extends JsonFinding {
  readonly suppression: JsonSuppression
}

/** A container whose processes could not be worked out. */
export interface JsonUnresolved {
  readonly file: string
  readonly line: number
  readonly workload: JsonWorkload
  readonly container: string
  readonly why: string
}

/** Something that could not be read. */
export interface JsonProblem {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** How much was looked at and what was found. */
export interface JsonSummary {
  readonly files: number
  readonly documents: number
  readonly containers: number
  readonly processes: number
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number }
  readonly suppressed: number
  readonly unresolved: number
}

/** The whole report. */
export interface JsonReport {
  readonly schemaVersion: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly summary: JsonSummary
  readonly findings: readonly JsonFinding[]
  readonly suppressed: readonly JsonSuppressedFinding[]
  readonly unresolved: readonly JsonUnresolved[]
  readonly problems: readonly JsonProblem[]
}
