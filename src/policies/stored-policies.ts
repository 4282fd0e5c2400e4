/** Compiled policies as JSON: written when the bundle is made, read when it runs. */
import type { CompiledPolicy, CompiledValidation, ValidationWords } from './compile-policy.ts'
import { bindTree, type TreeFunction } from './evaluate-tree.ts'
import type { CompiledExpression } from './expression.ts'
import type { ExpressionTree } from './expression-tree.ts'
import type { Parameter, Policy } from './policy.ts'
import { UNKNOWN } from './tree-values.ts'

interface StoredExpression {
  readonly type: string
  readonly tree: ExpressionTree
}

interface StoredValidation {
  readonly rule: ValidationWords
  readonly expression: StoredExpression
  readonly message: StoredExpression | null
  readonly recommendation: StoredExpression | null
  readonly derivation: readonly { readonly term: StoredExpression; readonly value: StoredExpression }[]
  readonly alternatives: readonly { readonly field: string; readonly value: StoredExpression }[]
  readonly related: readonly { readonly target: string; readonly message: StoredExpression }[]
}

interface StoredRules {
  readonly each: StoredExpression | null
  readonly variables: readonly { readonly name: string; readonly expression: StoredExpression }[]
  readonly matchConditions: readonly StoredExpression[]
  readonly validations: readonly StoredValidation[]
}

type StoredHeader = Omit<Policy, 'params'> & { readonly params: readonly (readonly [string, Parameter])[] }

/** Compiled policies as texts: one JSON of what all are asked for, and for each policy a JSON of its rules. */
export interface StoredPolicies {
  readonly headers: string
  readonly rules: readonly string[]
}

/** Writes compiled policies: what they are about, and their rules as they are evaluated. */
export function storePolicies(policies: readonly CompiledPolicy[]): StoredPolicies {
  return {
    headers: JSON.stringify(policies.map(({ policy }) => storeHeader(policy))),
    rules: policies.map((policy) => JSON.stringify(storeRules(policy))),
  }
}

function storeHeader(policy: Policy): StoredHeader {
  const { id, group, title, severity, confidence, scope, programs, roles, params } = policy
  return { id, group, title, severity, confidence, scope, programs, roles, params: [...params] }
}

function storeRules({ each, variables, matchConditions, validations }: CompiledPolicy): StoredRules {
  return {
    each: each && storeExpression(each),
    variables: variables.map(({ name, expression }) => ({ name, expression: storeExpression(expression) })),
    matchConditions: matchConditions.map(storeExpression),
    validations: validations.map(storeValidation),
  }
}

function storeValidation(validation: CompiledValidation): StoredValidation {
  return {
    rule: storeWords(validation.rule),
    expression: storeExpression(validation.expression),
    message: validation.message && storeExpression(validation.message),
    recommendation: validation.recommendation && storeExpression(validation.recommendation),
    derivation: validation.derivation.map(({ term, value }) => ({
      term: storeExpression(term),
      value: storeExpression(value),
    })),
    alternatives: validation.alternatives.map(({ field, value }) => ({ field, value: storeExpression(value) })),
    related: validation.related.map(({ target, message }) => ({ target, message: storeExpression(message) })),
  }
}

function storeWords({ target, message, recommendation }: ValidationWords): ValidationWords {
  if (recommendation === null) return { target, message, recommendation }
  return {
    target,
    message,
    recommendation: { target: recommendation.target, value: { text: recommendation.value.text } },
  }
}

function storeExpression({ type, tree }: CompiledExpression): StoredExpression {
  return { type, tree: tree() }
}

/** Reads compiled policies; rules are read when a policy first meets a subject, and an expression becomes a function when it is first evaluated. */
export function readStoredPolicies({ headers, rules }: StoredPolicies): readonly CompiledPolicy[] {
  const stored: readonly StoredHeader[] = JSON.parse(headers)
  return stored.map(
    (header, index) => new StoredPolicy({ ...header, params: new Map(header.params) }, rules[index] ?? ''),
  )
}

/** A class, because getters of object literals would give each policy a shape of its own. */
class StoredPolicy implements CompiledPolicy {
  readonly policy: Policy
  readonly #text: string
  #rules: Omit<CompiledPolicy, 'policy'> | null = null

  constructor(policy: Policy, text: string) {
    this.policy = policy
    this.#text = text
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
    this.#rules ??= readRules(this.#text)
    return this.#rules
  }
}

function readRules(text: string): Omit<CompiledPolicy, 'policy'> {
  const { each, variables, matchConditions, validations }: StoredRules = JSON.parse(text)
  return {
    each: each && readExpression(each),
    variables: variables.map(({ name, expression }) => ({ name, expression: readExpression(expression) })),
    matchConditions: matchConditions.map(readExpression),
    validations: validations.map(readValidation),
  }
}

function readValidation(stored: StoredValidation): CompiledValidation {
  return {
    rule: stored.rule,
    expression: readExpression(stored.expression),
    message: stored.message && readExpression(stored.message),
    recommendation: stored.recommendation && readExpression(stored.recommendation),
    derivation: stored.derivation.map(({ term, value }) => ({
      term: readExpression(term),
      value: readExpression(value),
    })),
    alternatives: stored.alternatives.map(({ field, value }) => ({ field, value: readExpression(value) })),
    related: stored.related.map(({ target, message }) => ({ target, message: readExpression(message) })),
  }
}

function readExpression({ type, tree }: StoredExpression): CompiledExpression {
  let bound: TreeFunction | null = null
  return {
    type,
    tree: () => tree,
    evaluate: (context) => {
      bound ??= bindTree(tree)
      const value = bound(context)
      return value === UNKNOWN ? { kind: 'unknown' } : { kind: 'value', value }
    },
  }
}
