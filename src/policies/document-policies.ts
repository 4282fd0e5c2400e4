/** What people read about the policies: reasons, references and examples, which a check does without. */
import type { Program } from '../programs/program.ts'
import { InternalError } from '../source/errors.ts'
import { createSourceFile } from '../source/source-file.ts'
import { compileFiles } from './compile-files.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { printMistakes } from './mistakes.ts'
import type { DocumentedPolicy, Policy } from './policy.ts'
import { POLICY_TEXTS } from './policy-texts.ts'

/** The bundled policies from their texts; a mistake in one is a bug. */
export function compileBundledPolicies(programs: readonly Program[]): readonly CompiledPolicy<DocumentedPolicy>[] {
  const files = [...POLICY_TEXTS].map(([path, text]) => ({
    file: createSourceFile(`policies/${path}`, text),
    group: path.split('/')[0] ?? '',
  }))
  const { policies, mistakes } = compileFiles(files, programs)
  if (mistakes.length > 0) throw new InternalError(printMistakes(mistakes))
  return policies
}

/** The policies with what people read about them. Those of the user have it already. */
export function documentPolicies(
  policies: readonly Policy[],
  programs: readonly Program[],
): readonly DocumentedPolicy[] {
  const bundled = new Map(compileBundledPolicies(programs).map(({ policy }) => [policy.id, policy]))
  return policies.flatMap((policy) => (isDocumented(policy) ? policy : (bundled.get(policy.id) ?? [])))
}

function isDocumented(policy: Policy): policy is DocumentedPolicy {
  return 'rationale' in policy
}
