import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { check } from '../../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import type { CompiledPolicy, CompiledValidation } from '../../src/policies/compile-policy.ts'
import { compileBundledPolicies } from '../../src/policies/document-policies.ts'
import type { CompiledExpression } from '../../src/policies/expression.ts'
import { plainScope } from '../../src/policies/lazy-record.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { memoryRepository } from '../../src/repository/repository.ts'

const byLibrary = compileBundledPolicies(PROGRAMS)
const byTree = new Map(loadBundledPolicies().map((policy) => [policy.policy.id, policy]))

interface Difference {
  readonly tree: unknown
  readonly library: unknown
  readonly own: unknown
}

const differences: Difference[] = []
let evaluations = 0

/** Evaluates with the library and by tree, on the context and on it with each of some fields gone in turn. */
function paired(library: CompiledExpression, own: CompiledExpression): CompiledExpression {
  return {
    ...library,
    evaluate(context) {
      for (const changed of [context, withoutField(plainScope(context), evaluations)]) {
        evaluations++
        const outcome = { tree: own.tree(), library: library.evaluate(changed), own: plain(own.evaluate(changed)) }
        if (!isDeepStrictEqual(outcome.library, outcome.own)) differences.push(outcome)
      }
      return library.evaluate(context)
    },
  }
}

/** The value with objects for lazy records, which the library never sees. */
function plain(value: unknown): unknown {
  return plainScope({ value })['value']
}

/** The context without one field of one of its objects; which one depends on the number. */
function withoutField(context: Readonly<Record<string, unknown>>, number: number): Readonly<Record<string, unknown>> {
  const names = Object.keys(context)
  const name = names[number % names.length] ?? ''
  const value = context[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return context
  const fields = Object.entries(value)
  const gone = Math.floor(number / names.length) % Math.max(1, fields.length)
  return { ...context, [name]: Object.fromEntries(fields.filter((_, index) => index !== gone)) }
}

function pairedPolicy(library: CompiledPolicy): CompiledPolicy {
  const own = byTree.get(library.policy.id)
  if (own === undefined) throw new Error(`${library.policy.id} is not in the bundle`)
  const both = (first: CompiledExpression, second: CompiledExpression | null | undefined) => {
    if (second === null || second === undefined) throw new Error(`an expression of ${library.policy.id} is missing`)
    return paired(first, second)
  }
  return {
    policy: library.policy,
    each: library.each && both(library.each, own.each),
    variables: library.variables.map(({ name, expression }, index) => ({
      name,
      expression: both(expression, own.variables[index]?.expression),
    })),
    matchConditions: library.matchConditions.map((condition, index) => both(condition, own.matchConditions[index])),
    validations: library.validations.map((validation, index) =>
      pairedValidation(validation, own.validations[index], both),
    ),
  }
}

function pairedValidation(
  library: CompiledValidation,
  own: CompiledValidation | undefined,
  both: (first: CompiledExpression, second: CompiledExpression | null | undefined) => CompiledExpression,
): CompiledValidation {
  return {
    rule: library.rule,
    expression: both(library.expression, own?.expression),
    message: library.message && both(library.message, own?.message),
    recommendation: library.recommendation && both(library.recommendation, own?.recommendation),
    derivation: library.derivation.map(({ term, value }, index) => ({
      term: both(term, own?.derivation[index]?.term),
      value: both(value, own?.derivation[index]?.value),
    })),
    alternatives: library.alternatives.map(({ field, value }, index) => ({
      field,
      value: both(value, own?.alternatives[index]?.value),
    })),
    related: library.related.map(({ target, message }, index) => ({
      target,
      message: both(message, own?.related[index]?.message),
    })),
  }
}

describe('a bundled expression', () => {
  test('gives by tree what the library gives, also where something is unknown', async () => {
    const policies = byLibrary.map(pairedPolicy)
    for (const { policy } of byLibrary) {
      for (const example of [...policy.invalid, ...policy.valid]) {
        const repository = memoryRepository(new Map([['example.yaml', example.manifest]]))
        const options = {
          programs: PROGRAMS,
          policies,
          configuration: { ...DEFAULT_CONFIGURATION, extends: 'strict' as const },
          baseline: new Set<string>(),
        }
        await check(repository, { ...options, today: null })
      }
    }
    expect(differences.slice(0, 5)).toEqual([])
    expect(evaluations).toBeGreaterThan(100_000)
  }, 120_000)
})
