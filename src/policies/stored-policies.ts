/** Compiled policies as JSON: written when the bundle is made, read when it runs. */
import type { CompiledPolicy } from './compile-policy.ts'
import type { Parameter, Policy } from './policy.ts'
import { readExpression, type StoredExpression } from './stored-expression.ts'
import { readValidations } from './stored-validations.ts'

/** What a policy is about, without its rules. */
export type StoredHeader = Omit<Policy, 'params'> & { readonly params: readonly (readonly [string, Parameter])[] }

/** What of a policy is evaluated for each subject; its validations are their expressions alone. */
export interface StoredRules {
  readonly each: StoredExpression | null
  readonly variables: readonly { readonly name: string; readonly expression: StoredExpression }[]
  readonly matchConditions: readonly StoredExpression[]
  readonly validations: readonly StoredExpression[]
}

/**
 * Compiled policies as texts: one JSON of what all are asked for, and for each policy one of its rules and one of what its
 * validations say where they fail.
 */
export interface StoredPolicies {
  readonly headers: string
  readonly rules: readonly string[]
  readonly words: readonly string[]
}

/** Reads compiled policies; rules are read when a policy first meets a subject, words when a validation first fails. */
export function readStoredPolicies({ headers, rules, words }: StoredPolicies): readonly CompiledPolicy[] {
  const stored: readonly StoredHeader[] = JSON.parse(headers)
  return stored.map((header, index) => {
    const policy = { ...header, params: new Map(header.params) }
    return new StoredPolicy(policy, rules[index] ?? '', words[index] ?? '')
  })
}

/** A class, because getters of object literals would give each policy a shape of its own. */
class StoredPolicy implements CompiledPolicy {
  readonly policy: Policy
  readonly #text: string
  readonly #words: string
  #rules: Omit<CompiledPolicy, 'policy'> | null = null

  constructor(policy: Policy, text: string, words: string) {
    this.policy = policy
    this.#text = text
    this.#words = words
  }

  get each() {
    return this.#read().each
  }

  get variables() {
    return this.#read().variables
  }

  get matchConditions() {
    return this.#read().matchConditions
  }

  get validations() {
    return this.#read().validations
  }

  #read() {
    this.#rules ??= readRules(this.#text, this.#words)
    return this.#rules
  }
}

function readRules(text: string, words: string): Omit<CompiledPolicy, 'policy'> {
  const { each, variables, matchConditions, validations }: StoredRules = JSON.parse(text)
  return {
    each: each && readExpression(each),
    variables: variables.map(({ name, expression }) => ({ name, expression: readExpression(expression) })),
    matchConditions: matchConditions.map(readExpression),
    validations: readValidations(validations, words),
  }
}
