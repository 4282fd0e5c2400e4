/** Policy files, read and compiled. */

import type { Program } from '../programs/program.ts'
import { UserError } from '../source/errors.ts'
import { appendAll } from '../source/lists.ts'
import type { SourceFile } from '../source/source-file.ts'
import { type CompiledPolicy, compilePolicy } from './compile-policy.ts'
import { loadPolicies } from './load-policy.ts'
import { type Mistake, printMistakes } from './mistakes.ts'
import type { DocumentedPolicy } from './policy.ts'

/** Loads the user's policy files; all mistakes of all files are told at once. */
export function loadUserPolicies(
  files: readonly SourceFile[],
  programs: readonly Program[],
): readonly CompiledPolicy<DocumentedPolicy>[] {
  const { policies, mistakes } = compileFiles(
    files.map((file) => ({ file, group: 'user' })),
    programs,
  )
  if (mistakes.length > 0) throw new UserError(printMistakes(mistakes))
  return policies
}

/** Loads and compiles policy files. */
export function compileFiles(
  files: readonly { readonly file: SourceFile; readonly group: string }[],
  programs: readonly Program[],
): { readonly policies: readonly CompiledPolicy<DocumentedPolicy>[]; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = []
  const policies = files.flatMap(({ file, group }) => {
    const loaded = loadPolicies(file, group)
    appendAll(mistakes, loaded.mistakes)
    const compiled = loaded.policies.flatMap((policy) => compilePolicy(policy, programs, mistakes) ?? [])
    return loaded.mistakes.length === 0 ? compiled : []
  })
  return { policies, mistakes }
}
