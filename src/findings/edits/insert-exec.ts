/** Putting `exec` in front of a program that a shell starts. */
import type { YamlScalar } from '../../manifests/node.ts'
import type { ProgramProcess } from '../../programs/program.ts'
import type { Location } from '../../source/location.ts'
import { locateText } from '../../source/sourced-text.ts'
import type { Edit } from './edit.ts'

/** The edit; null when the program's first word is not written where a command can start. */
export function insertExec(process: ProgramProcess, scalarAt: (location: Location) => YamlScalar | null): Edit | null {
  const [head] = process.invocation.argv
  if (head?.known !== true || process.invocation.conditional) return null
  const place = locateText(head.text)
  if (place === undefined) return null
  const scalar = scalarAt(place)
  if (scalar?.isShared) return null
  const { file, span } = place
  const from = scalar === null ? 0 : scalar.location.span.start
  const before = file.text.slice(from, span.start)
  if (!/(^|[\n;&|("'`]|&&|\bthen|\bdo|\belse)[ \t]*$/.test(before)) return null
  return { file, start: span.start, end: span.start, text: 'exec ' }
}
