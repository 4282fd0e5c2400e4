/** Compiled policies over subjects: violations, and how often something unknown kept a policy silent. */
import type { InspectedContainer } from '../inspection/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { DerivationStep } from '../sizing/recommendation.ts'
import type { ProcessSizing } from '../sizing/size-process.ts'
import type { Manifest } from '../workloads/manifest.ts'
import type { Workload } from '../workloads/workload.ts'
import type { CompiledPolicy, CompiledValidation } from './compile-policy.ts'
import type { CompiledExpression } from './expression.ts'
import type { Context } from './process-context.ts'
import { fieldOf, UNKNOWN } from './tree-values.ts'
import { withVariables } from './variables.ts'

/** What a policy is evaluated for. */
export interface Subject {
  readonly workload: Workload | null
  readonly container: InspectedContainer | null
  readonly process: ProgramProcess | null
  readonly sizing: ProcessSizing | null
  /** The object that a policy on scalers or the system is about. */
  readonly object: Manifest | null
  readonly context: Context
}

/** A recommended value as the policy gives it. */
export interface RecommendedValue {
  readonly target: string
  readonly value: string | number | boolean | null
  readonly derivation: readonly DerivationStep[]
  readonly alternatives: readonly { readonly field: string; readonly value: string }[]
}

/** A policy that does not hold for a subject. It speaks in field paths; places are found later. */
export interface Violation {
  readonly policy: CompiledPolicy
  readonly subject: Subject
  readonly target: string
  readonly message: string
  readonly recommendation: RecommendedValue | null
  readonly related: readonly { readonly target: string; readonly message: string }[]
  /** The item of `each` that the violation is about. */
  readonly each: unknown
}

/** A validation that does not hold for a subject, and what it takes to say so. */
export interface Failure {
  readonly policy: CompiledPolicy
  readonly subject: Subject
  readonly validation: CompiledValidation
  readonly target: string
  /** The item of `each` that it is about. */
  readonly each: unknown
  readonly context: Context
}

/** What one policy says to one subject. */
export interface PolicyOutcome {
  readonly failures: readonly Failure[]
  /** Validations that something unknown kept from deciding. */
  readonly undecided: number
}

const NOTHING: PolicyOutcome = { failures: [], undecided: 0 }
const ONE_UNDECIDED: PolicyOutcome = { failures: [], undecided: 1 }

/** Evaluates a policy with its parameters on a subject. An expression over something unknown never fires. */
export function evaluatePolicy(policy: CompiledPolicy, subject: Subject, params: Context): PolicyOutcome {
  const base = policy.policy.params.size === 0 ? subject.context : { ...subject.context, params }
  if (policy.each === null) return evaluateOnce(policy, subject, base, undefined)
  const items = policy.each.evaluate(base)
  if (!Array.isArray(items)) return ONE_UNDECIDED
  if (items.length === 0) return NOTHING
  const outcomes = items.map((each: unknown) => evaluateOnce(policy, subject, { ...base, each }, each))
  return {
    failures: outcomes.flatMap((outcome) => outcome.failures),
    undecided: outcomes.reduce((sum, outcome) => sum + outcome.undecided, 0),
  }
}

function evaluateOnce(policy: CompiledPolicy, subject: Subject, base: Context, each: unknown): PolicyOutcome {
  const context = withVariables(policy, base)
  for (const condition of policy.matchConditions) {
    const matched = condition.evaluate(context)
    if (matched === UNKNOWN) return ONE_UNDECIDED
    if (matched !== true) return NOTHING
  }
  let failures: Failure[] | null = null
  let undecided = 0
  for (const validation of policy.validations) {
    const passed = validation.expression.evaluate(context)
    if (passed === UNKNOWN) undecided++
    else if (passed === false) {
      const target = settingTarget(validation.rule.target, subject, each)
      failures ??= []
      failures.push({ policy, subject, validation, target, each, context })
    }
  }
  if (failures === null)
    return undecided === 0 ? NOTHING : undecided === 1 ? ONE_UNDECIDED : { failures: [], undecided }
  return { failures, undecided }
}

/** The failure in words, with the value that would mend it. */
export function violationOf({ policy, subject, validation, target, each, context }: Failure): Violation {
  return {
    policy,
    subject,
    each,
    target,
    message: messageOf(validation, context, policy.policy.title),
    recommendation: recommendationOf(validation, subject, context, each),
    related: validation.related.flatMap(({ target, message }) => {
      const text = evaluateText(message, context)
      return text === null ? [] : [{ target: fillEach(target, each), message: text }]
    }),
  }
}

/** `process.processes` stands for the setting that decides how many processes work: workers, concurrency and so on. */
function settingTarget(target: string, subject: Subject, each: unknown): string {
  const name = subject.process?.sizeSetting
  const filled = fillEach(target, each)
  return filled === 'process.processes' && name !== null && name !== undefined ? `settings.${name}` : filled
}

/** `{each.name}` in a target stands for that field of the item. */
function fillEach(target: string, each: unknown): string {
  if (typeof each !== 'object' || each === null || !target.includes('{each.')) return target
  return target.replace(/\{each\.(\w+)\}/g, (_, name: string) => {
    const value = fieldOf(each, name)
    return value === UNKNOWN ? '' : String(value)
  })
}

function messageOf(validation: CompiledValidation, context: Context, title: string): string {
  const text = validation.message === null ? null : evaluateText(validation.message, context)
  return text ?? validation.rule.message ?? title
}

function recommendationOf(
  validation: CompiledValidation,
  subject: Subject,
  context: Context,
  each: unknown,
): RecommendedValue | null {
  const { rule, recommendation } = validation
  if (recommendation === null || rule.recommendation === null) return null
  const value = plainValue(recommendation.evaluate(context))
  if (value === undefined) return null
  const name = /^sizing\.recommended\.(\w+)$/.exec(rule.recommendation.value.text.trim())?.[1]
  const sized = name === undefined ? undefined : subject.sizing?.recommended.get(name)
  const steps = validation.derivation.flatMap((step) => {
    const term = evaluateText(step.term, context)
    const result = evaluateText(step.value, context)
    return term === null || result === null ? [] : [{ term, value: result }]
  })
  return {
    target: settingTarget(rule.recommendation.target, subject, each),
    value,
    derivation: [...(sized?.derivation ?? []), ...steps],
    alternatives: validation.alternatives.flatMap(({ field, value: alternative }) => {
      const text = evaluateText(alternative, context)
      return text === null ? [] : [{ field, value: text }]
    }),
  }
}

function evaluateText(expression: CompiledExpression, context: Context): string | null {
  const value = plainValue(expression.evaluate(context))
  return value === undefined || value === null ? null : String(value)
}

function plainValue(value: unknown): string | number | boolean | null | undefined {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return undefined
}
