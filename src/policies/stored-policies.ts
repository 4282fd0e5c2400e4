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

/** The rules as they are written, and as they are evaluated. */
interface StoredRules {
  readonly written: Pick<Policy, 'each' | 'variables' | 'matchConditions' | 'validations'>
  readonly each: StoredExpression | null
  readonly variables: readonly { readonly name: string; readonly expression: StoredExpression }[]
  readonly matchConditions: readonly StoredExpression[]
  readonly validations: readonly StoredValidation[]
}

type StoredHeader = Omit<Policy, keyof StoredRules['written'] | 'params'> & {
  readonly params: readonly (readonly [string, Parameter])[]
}

/** Compiled policies as texts: one JSON of what all are asked for, and for each policy a JSON of its rules. */
export interface StoredPolicies {
  readonly headers: string
  readonly rules: readonly string[]
}

/** Names of a policy file that say where something is written or what people read about it. */
const LEFT_OUT = ['source', 'programPlaces', 'rationale', 'references', 'invalid', 'valid']

/** Writes compiled policies, without places and prose. */
export function storePolicies(policies: readonly CompiledPolicy[]): StoredPolicies {
  const stored = policies.map(({ policy, ...compiled }) => {
    const { each, variables, matchConditions, validations, params, ...header } = policy
    const rules: StoredRules = {
      written: { each, variables, matchConditions, validations },
      each: compiled.each && storeExpression(compiled.each),
      variables: compiled.variables.map(({ name, expression }) => ({ name, expression: storeExpression(expression) })),
      matchConditions: compiled.matchConditions.map(storeExpression),
      validations: compiled.validations.map(storeValidation),
    }
    return { header: { ...header, params: [...params] }, rules }
  })
  return { headers: toJson(stored.map(({ header }) => header)), rules: stored.map(({ rules }) => toJson(rules)) }
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (LEFT_OUT.includes(key) ? undefined : inner))
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

/** Reads compiled policies; rules are read when a policy first meets a subject, and an expression becomes a function when it is first evaluated. */
export function readStoredPolicies({ headers, rules }: StoredPolicies): readonly CompiledPolicy[] {
  const stored: readonly StoredHeader[] = JSON.parse(headers)
  return stored.map((header, index) => {
    let read: ReturnType<typeof readRules> | null = null
    const own = () => {
      read ??= readRules(rules[index] ?? '')
      return read
    }
    const policy: Policy = {
      ...header,
      params: new Map(header.params),
      get each() {
        return own().written.each
      },
      get variables() {
        return own().written.variables
      },
      get matchConditions() {
        return own().written.matchConditions
      },
      get validations() {
        return own().written.validations
      },
    }
    return {
      policy,
      get each() {
        return own().each
      },
      get variables() {
        return own().variables
      },
      get matchConditions() {
        return own().matchConditions
      },
      get validations() {
        return own().validations
      },
    }
  })
}

function readRules(text: string): Omit<CompiledPolicy, 'policy'> & Pick<StoredRules, 'written'> {
  const { written, each, variables, matchConditions, validations }: StoredRules = JSON.parse(text)
  return {
    written,
    each: each && readExpression(each),
    variables: variables.map(({ name, expression }) => ({ name, expression: readExpression(expression) })),
    matchConditions: matchConditions.map(readExpression),
    validations: written.validations.flatMap((rule, index) => {
      const validation = validations[index]
      return validation === undefined ? [] : [{ rule, ...readValidation(validation) }]
    }),
  }
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
