/** Compiled policies as JSON: written when the bundle is made, read when it runs. */
import type { CompiledPolicy, CompiledValidation } from './compile-policy.ts'
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
  readonly expression: StoredExpression
  readonly message: StoredExpression | null
  readonly recommendation: StoredExpression | null
  readonly derivation: readonly { readonly term: StoredExpression; readonly value: StoredExpression }[]
  readonly alternatives: readonly { readonly field: string; readonly value: StoredExpression }[]
  readonly related: readonly { readonly target: string; readonly message: StoredExpression }[]
}

interface StoredPolicy {
  readonly policy: Omit<Policy, 'params'> & { readonly params: readonly (readonly [string, Parameter])[] }
  readonly each: StoredExpression | null
  readonly variables: readonly { readonly name: string; readonly expression: StoredExpression }[]
  readonly matchConditions: readonly StoredExpression[]
  readonly validations: readonly StoredValidation[]
}

/** Names of a policy file that say where something is written or what people read about it. */
const LEFT_OUT = ['source', 'programPlaces', 'rationale', 'references', 'invalid', 'valid']

/** Writes compiled policies as JSON, without places and prose. */
export function storePolicies(policies: readonly CompiledPolicy[]): string {
  const stored = policies.map(({ policy, ...compiled }) => ({
    policy: { ...policy, params: [...policy.params] },
    each: compiled.each && storeExpression(compiled.each),
    variables: compiled.variables.map(({ name, expression }) => ({ name, expression: storeExpression(expression) })),
    matchConditions: compiled.matchConditions.map(storeExpression),
    validations: compiled.validations.map(storeValidation),
  }))
  return JSON.stringify(stored, (key, value: unknown) => (LEFT_OUT.includes(key) ? undefined : value))
}

function storeValidation(validation: CompiledValidation): StoredValidation {
  return {
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

function storeExpression({ type, tree }: CompiledExpression): StoredExpression {
  return { type, tree: tree() }
}

/** Reads compiled policies; an expression becomes a function when it is first evaluated. */
export function readStoredPolicies(text: string): readonly CompiledPolicy[] {
  const stored: readonly StoredPolicy[] = JSON.parse(text)
  return stored.map(({ policy, each, variables, matchConditions, validations }) => ({
    policy: { ...policy, params: new Map(policy.params) },
    each: each && readExpression(each),
    variables: variables.map(({ name, expression }) => ({ name, expression: readExpression(expression) })),
    matchConditions: matchConditions.map(readExpression),
    validations: policy.validations.flatMap((rule, index) => {
      const validation = validations[index]
      return validation === undefined ? [] : [{ rule, ...readValidation(validation) }]
    }),
  }))
}

function readValidation(stored: StoredValidation): Omit<CompiledValidation, 'rule'> {
  return {
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
