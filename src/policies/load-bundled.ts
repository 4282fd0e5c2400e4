/** The policies that ship with workerlint, compiled ahead of time. */
import { BUNDLED_POLICIES } from './bundled.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { readStoredPolicies } from './stored-policies.ts'

/** Loads the bundled policies, without what people read about them. */
export function loadBundledPolicies(): readonly CompiledPolicy[] {
  return readStoredPolicies(BUNDLED_POLICIES)
}
