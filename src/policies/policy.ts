/** A policy: a rule as data. */
import type { Location } from '../source/location.ts'
import type { SourcedText } from '../source/sourced-text.ts'

/** Weight of a finding. */
export type Severity = 'error' | 'warning' | 'info'

/** Certain from the text; documented advice; rule of thumb. */
export type Confidence = 'fact' | 'practice' | 'heuristic'

/** What a policy is evaluated for. */
export type Scope = 'process' | 'container' | 'workload' | 'scaler' | 'system'

/** A CEL expression with its place in the policy file, which those of the bundle do without. */
export interface Expression {
  readonly text: string
  readonly source?: SourcedText
}

/** A named expression. */
export interface NamedExpression {
  readonly name: string
  readonly expression: Expression
}

/** What to recommend: a setting's or a field's value, with its arithmetic. */
export interface RecommendationRule {
  /** Setting or field that the value is for, as in `settings.workers` or `container.resources.limits.memory`. */
  readonly target: string
  /** Gives the value: a number, a string, a boolean, or a recommendation of `sizing.recommended`. */
  readonly value: Expression
  /** Steps beside those of the sizing, each an expression that gives text. */
  readonly derivation: readonly { readonly term: Expression; readonly value: Expression }[]
}

/** One validation; true means pass. */
export interface Validation {
  readonly expression: Expression
  readonly message: string | null
  readonly messageExpression: Expression | null
  readonly target: string
  readonly recommendation: RecommendationRule | null
  readonly alternatives: readonly { readonly field: string; readonly value: Expression }[]
  /** Other places that belong to the finding. */
  readonly related: readonly { readonly target: string; readonly message: Expression }[]
}

/** A parameter's default. */
export type Parameter = string | number | boolean | readonly (string | number)[]

/** An example of the policy file: manifests and what is expected of them. */
export interface PolicyExample {
  readonly name: string
  readonly manifest: string
  /** The text of a configuration file that the example needs; null for none. */
  readonly configuration?: string | null
  readonly line: number | null
  readonly message: string | null
  readonly recommendation: string | null
  readonly at: Location
}

/** What a policy is about. */
export interface Policy {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly scope: Scope
  /** Programs whose processes are checked; empty for all. */
  readonly programs: readonly string[]
  /** Where each of them is written. */
  readonly programPlaces?: readonly Location[]
  /** Roles whose processes are checked; empty for all. */
  readonly roles: readonly string[]
  readonly params: ReadonlyMap<string, Parameter>
}

/** A policy with its rules as they are written. */
export interface WrittenPolicy extends Policy {
  /** Gives the list whose items are checked one by one as `each`; null for one check of the whole. */
  readonly each: Expression | null
  readonly variables: readonly NamedExpression[]
  readonly matchConditions: readonly NamedExpression[]
  readonly validations: readonly Validation[]
}

/** A policy with what people read about it. */
export interface DocumentedPolicy extends WrittenPolicy {
  readonly rationale: string
  readonly references: readonly string[]
  readonly invalid: readonly PolicyExample[]
  readonly valid: readonly PolicyExample[]
}
