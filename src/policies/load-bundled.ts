/** The policies that ship with workerlint, loaded and compiled. */
import type { Program } from '../programs/program.ts'
import { InternalError, UserError } from '../source/errors.ts'
import { createSourceFile, type SourceFile } from '../source/source-file.ts'
import { BUNDLED_POLICIES } from './bundled.ts'
import { type CompiledPolicy, compilePolicy } from './compile-policy.ts'
import { loadPolicies } from './load-policy.ts'
import { type Mistake, printMistakes } from './mistakes.ts'

/** Loads the bundled policies; a mistake in one is a bug. */
export function loadBundledPolicies(programs: readonly Program[]): readonly CompiledPolicy[] {
  const files = [...BUNDLED_POLICIES].map(([path, text]) => ({
    file: createSourceFile(`policies/${path}`, text),
    group: path.split('/')[0] ?? '',
  }))
  const { policies, mistakes } = compileFiles(files, programs)
  if (mistakes.length > 0) throw new InternalError(printMistakes(mistakes))
  return policies
}

/** Loads the user's policy files; all mistakes of all files are told at once. */
export function loadUserPolicies(
  files: readonly SourceFile[],
  programs: readonly Program[],
): readonly CompiledPolicy[] {
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
): { readonly policies: readonly CompiledPolicy[]; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = []
  const policies = files.flatMap(({ file, group }) => {
    const loaded = loadPolicies(file, group)
    mistakes.push(...loaded.mistakes)
    const compiled = loaded.policies.flatMap((policy) => compilePolicy(policy, programs, mistakes) ?? [])
    return loaded.mistakes.length === 0 ? compiled : []
  })
  return { policies, mistakes }
}
