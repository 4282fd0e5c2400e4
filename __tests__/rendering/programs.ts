import { execFileSync } from 'node:child_process'

/** The programs that render, by what tests call them; those that are not installed are left out. */
function installed(programs: readonly (readonly [string, readonly string[]])[]): readonly string[] {
  return programs.flatMap(([program, words]) => {
    try {
      execFileSync(program, [...words], { stdio: 'ignore' })
      return [program]
    } catch {
      return []
    }
  })
}

/** Helm 4 as `helm` and helm 3 as `helm3`. */
export const HELMS = installed([
  ['helm', ['version']],
  ['helm3', ['version']],
])

/** What builds kustomizations. */
export const KUSTOMIZES = installed([
  ['kustomize', ['version']],
  ['kubectl', ['version', '--client']],
])
