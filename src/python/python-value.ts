/** Python values as the caller sees them: nothing in them refers to the evaluation any more. */
import type { Origin, Resolved } from '../source/resolved.ts'
import type { State } from './state.ts'
import { toText } from './text.ts'
import { open, type Result, type Value } from './values.ts'

/** A Python value: an int is a bigint, a float a number. */
export type PythonValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | { readonly kind: 'bytes'; readonly value: string }
  | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Resolved<PythonValue>[] }
  /** By the text of the key. */
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Resolved<PythonValue>> }
  /** A function, a module or another object that is no data. */
  | { readonly kind: 'object'; readonly type: string; readonly name: string }

/** A result with its origin: where the right-hand side stands, or the environment variable behind it. */
export function exportResult(state: State, result: Result, origin: Origin, depth = 0): Resolved<PythonValue> {
  if (!result.known) return result
  const value = depth > 20 ? undefined : exportValue(state, result.value, origin, depth)
  if (value === undefined)
    return open('the value is nested too deeply', origin.kind === 'default' ? undefined : origin.at)
  const { from } = result
  if (from === null || origin.kind === 'default') return { known: true, value, origin }
  return {
    known: true,
    value,
    origin: { kind: 'substituted', variable: from.variable, at: origin.at, from: from.origin },
  }
}

function exportValue(state: State, value: Value, origin: Origin, depth: number): PythonValue | undefined {
  if (typeof value !== 'object' || value === null) return value
  const items = (all: readonly Result[]): readonly Resolved<PythonValue>[] =>
    all.map((one) => exportResult(state, one, origin, depth + 1))
  switch (value.kind) {
    case 'bytes':
      return value
    case 'tuple':
      return { kind: 'tuple', items: items(value.items) }
    case 'list':
    case 'set':
    case 'dict': {
      const object = state.heap.get(value.id)
      if (object === undefined) return undefined
      if (object.kind !== 'dict') return { kind: object.kind, items: items(object.items) }
      const entries = [...object.entries.values()].map((entry): readonly [string, Resolved<PythonValue>] => [
        toText(state, entry.key) ?? '',
        exportResult(state, entry.value, origin, depth + 1),
      ])
      return { kind: 'dict', entries: new Map(entries) }
    }
    case 'function':
    case 'module':
    case 'native':
    case 'method':
      return { kind: 'object', type: value.kind, name: value.name }
    case 'exception':
      return { kind: 'object', type: 'exception', name: value.type }
    default:
      return { kind: 'object', type: value.kind, name: value.kind }
  }
}
