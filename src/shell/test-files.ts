/** File tests: only files that the caller knows are certain. */
import type { ResolvedText } from '../source/resolved.ts'
import type { Machine } from './machine.ts'
import { resolvePath } from './paths.ts'
import type { State } from './state.ts'

/** `-e`, `-f`, `-s` … of a path; null unless the file is known, for its absence never is. */
export function testFile(machine: Machine, state: State, operator: string, operand: ResolvedText): boolean | null {
  if (!operand.known) return null
  if (operand.text.value === '') return false
  const path = resolvePath(state.workingDirectory, operand.text.value)
  const text = path === null ? null : machine.context.readFile(path)
  if (text === null) return null
  switch (operator) {
    case '-e':
    case '-a':
    case '-f':
    case '-r':
      return true
    case '-d':
      return false
    case '-s':
      return text.value !== ''
    default:
      return null
  }
}
