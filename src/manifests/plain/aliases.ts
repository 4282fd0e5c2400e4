/** Aliases of a document: each stands for the last value before it that has its anchor. */

import type { Codes } from './codes.ts'
import {
  ALIAS,
  ALIASED,
  ANCHOR,
  NESTED,
  NEXT,
  ROW_SIZE,
  type RowWriter,
  STYLE,
  TARGET,
  VALUE_START,
  VALUE_STOP,
} from './rows.ts'
import { nameStop } from './scalars.ts'

/** More are left to the library, which counts what they come to. */
const MOST_ALIASES = 100

/** Sets the targets of all aliases; false for what is left to the library: unknown names, and aliases of what has aliases itself. */
export function resolveAliases({ values, count }: RowWriter, text: string, codes: Codes): boolean {
  const anchors = new Map<string, number>()
  const aliases: number[] = []
  const aliased = new Set<string>()
  for (let row = 0; row < count; row++) {
    const at = row * ROW_SIZE
    const anchor = values[at + ANCHOR] ?? 0
    if (anchor !== 0) {
      if (values[at + STYLE] === NESTED && values[at + NEXT] === row + 1) return false
      if (anchors.size >= MOST_ALIASES) return false
      anchors.set(text.slice(anchor, nameStop(codes, anchor, text.length)), row)
    }
    if (values[at + STYLE] !== ALIAS) continue
    const name = text.slice((values[at + VALUE_START] ?? 0) + 1, values[at + VALUE_STOP])
    const target = anchors.get(name)
    if (target === undefined || anchor !== 0 || aliases.length >= MOST_ALIASES) return false
    values[at + TARGET] = target
    aliases.push(row)
    aliased.add(name)
  }
  if (aliases.length === 0) return true
  for (let row = 0; row < count; row++) {
    const at = row * ROW_SIZE
    const anchor = values[at + ANCHOR] ?? 0
    if (anchor === 0) continue
    const end = values[at + NEXT] ?? 0
    if (aliases.some((alias) => alias > row && alias < end)) return false
    if (aliased.has(text.slice(anchor, nameStop(codes, anchor, text.length)))) values[at + ALIASED] = 1
  }
  return true
}
