import { describe, expect, test } from '@jest/globals'
import { compileBundledPolicies } from '../../src/policies/document-policies.ts'
import { runPolicyExamples } from '../../src/policy-examples.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'

const policies = compileBundledPolicies(PROGRAMS)

describe('every bundled policy', () => {
  test.each(policies.map((policy) => [policy.policy.id, policy] as const))(
    '%s does what its examples say',
    async (_id, policy) => {
      const outcomes = await runPolicyExamples(policy, PROGRAMS)
      expect(outcomes.filter(({ failure }) => failure !== null)).toEqual([])
      expect(outcomes.length).toBeGreaterThan(0)
    },
  )

  test.each(policies.map(({ policy }) => [policy.id, policy] as const))(
    '%s has a rationale, references and enough examples',
    (_id, policy) => {
      expect(policy.rationale.length).toBeGreaterThan(80)
      expect(policy.references.length).toBeGreaterThan(0)
      for (const reference of policy.references) expect(reference).toMatch(/^https:\/\//)
      expect(policy.invalid.length).toBeGreaterThanOrEqual(1)
      expect(policy.valid.length).toBeGreaterThanOrEqual(2)
      for (const example of policy.invalid) {
        expect(example.line).not.toBeNull()
        expect(example.message).not.toBeNull()
      }
    },
  )
})
