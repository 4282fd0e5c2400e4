/** Writes compiled policies as JSON, when the bundle is made. */
import type { CompiledPolicy, CompiledValidation, ValidationWords } from './compile-policy.ts'
import type { Policy } from './policy.ts'
import { storeExpression } from './stored-expression.ts'
import type { StoredHeader, StoredPolicies, StoredRules } from './stored-policies.ts'
import type { StoredWords } from './stored-validations.ts'

/** Writes compiled policies: what they are about, their rules as they are evaluated, and what they say where one fails. */
export function storePolicies(policies: readonly CompiledPolicy[]): StoredPolicies {
  return {
    headers: JSON.stringify(policies.map(({ policy }) => storeHeader(policy))),
    rules: policies.map((policy) => JSON.stringify(storeRules(policy))),
    words: policies.map(({ validations }) => JSON.stringify(validations.map(storeWords))),
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
    validations: validations.map(({ expression }) => storeExpression(expression)),
  }
}

function storeWords(validation: CompiledValidation): StoredWords {
  return {
    rule: storeRule(validation.rule),
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

function storeRule({ target, message, recommendation }: ValidationWords): ValidationWords {
  if (recommendation === null) return { target, message, recommendation }
  return {
    target,
    message,
    recommendation: { target: recommendation.target, value: { text: recommendation.value.text } },
  }
}
