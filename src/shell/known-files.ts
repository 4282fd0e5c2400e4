/** Files that a script may read: those the caller knows, and those that tell the CPU count. */
import { knownText, type ResolvedText } from '../source/resolved.ts'
import type { Machine } from './machine.ts'
import { resolvePath } from './paths.ts'
import type { State } from './state.ts'
import { unknown } from './values.ts'

/** The text of a file, or why it is not known. */
export function readKnownFile(machine: Machine, state: State, path: string): ResolvedText {
  if (path === '/dev/null') return knownText({ value: '', segments: [] })
  const resolved = resolvePath(state.workingDirectory, path)
  const text = resolved === null ? null : machine.context.readFile(resolved)
  if (text !== null) return knownText(text)
  return unknown(`the content of ${path} is not known`, undefined, tellsCpuCount(path) ? 'cpu_count' : undefined)
}

/** Does the file say how many CPUs the node has? */
export function tellsCpuCount(path: string): boolean {
  return path === '/proc/cpuinfo' || path.startsWith('/sys/devices/system/cpu')
}
