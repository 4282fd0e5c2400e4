/** `value[index]` and slices. */
import type { SyntaxNode } from '@lezer/common'
import { environmentValue } from './environment-values.ts'
import { childrenOf, evaluate, notFollowed, operands } from './expressions.ts'
import { iterate } from './iteration.ts'
import { allocate, type Machine, placeOf, type State } from './state.ts'
import { toRepresentation } from './text.ts'
import { asNumber, isCompound, keyOf, known, open, PythonRaise, type Result, typeName, type Value } from './values.ts'

/** The bracketed part of a subscript: one index, or the bounds of a slice. */
export type Index =
  | { readonly kind: 'index'; readonly value: Result }
  | { readonly kind: 'slice'; readonly bounds: readonly (Result | null)[] }

/** Reads the brackets of a member expression. */
export function evaluateIndex(machine: Machine, state: State, node: SyntaxNode): Index | null {
  const children = childrenOf(node)
  const inside = children
    .slice(children.findIndex((child) => child.name === '[') + 1, -1)
    .filter((child) => child.name !== 'Comment')
  if (inside.some((child) => child.name === ',')) {
    if (inside.some((child) => child.name === ':')) return null
    return {
      kind: 'index',
      value: known({
        kind: 'tuple',
        items: inside.filter((child) => child.name !== ',').map((child) => evaluate(machine, state, child)),
      }),
    }
  }
  if (!inside.some((child) => child.name === ':')) {
    const [only] = inside
    return only === undefined ? null : { kind: 'index', value: evaluate(machine, state, only) }
  }
  const bounds: (Result | null)[] = [null]
  for (const child of inside) {
    if (child.name === ':') bounds.push(null)
    else bounds[bounds.length - 1] = evaluate(machine, state, child)
  }
  return { kind: 'slice', bounds }
}

/** The value of a subscript. */
export function readSubscript(machine: Machine, state: State, node: SyntaxNode): Result {
  const [target] = operands(node)
  if (target === undefined) return notFollowed(machine, node)
  const value = evaluate(machine, state, target)
  const index = evaluateIndex(machine, state, node)
  if (!value.known) return value
  if (index === null) return notFollowed(machine, node)
  if (index.kind === 'slice') return sliceOf(machine, state, node, value.value, index.bounds)
  if (!index.value.known) {
    machine.doubts++
    return index.value
  }
  return elementOf(machine, state, node, value.value, index.value.value)
}

function elementOf(machine: Machine, state: State, node: SyntaxNode, value: Value, index: Value): Result {
  const at = placeOf(machine, node)
  if (isCompound(value) && value.kind === 'environ') {
    if (typeof index !== 'string') return notFollowed(machine, node)
    const found = environmentValue(machine, index, at)
    if (found === undefined) throw new PythonRaise('KeyError', `'${index}'`, at)
    return found
  }
  if (isCompound(value) && value.kind === 'namespace') {
    const found = typeof index === 'string' ? state.globals.get(index) : undefined
    return found ?? notFollowed(machine, node)
  }
  if (isCompound(value) && value.kind === 'dict') {
    const object = state.heap.get(value.id)
    const key = keyOf(index)
    if (object?.kind !== 'dict' || key === null) return notFollowed(machine, node)
    const entry = object.entries.get(key)
    if (entry === undefined) throw new PythonRaise('KeyError', toRepresentation(state, index) ?? '', at)
    return entry.value
  }
  const items = isCompound(value) && value.kind === 'set' ? null : iterate(machine, state, known(value))
  if (items === null) {
    if (!isCompound(value)) throw new PythonRaise('TypeError', `'${typeName(value)}' object is not subscriptable`, at)
    return notFollowed(machine, node)
  }
  const position = asNumber(index)
  if (typeof position !== 'bigint')
    throw new PythonRaise(
      'TypeError',
      `${typeName(value)} indices must be integers or slices, not ${typeName(index)}`,
      at,
    )
  if (items.some((item) => !item.known && item.why.includes('elements'))) return notFollowed(machine, node)
  const found = items.at(Number(position))
  if (found === undefined || position < BigInt(-items.length))
    throw new PythonRaise(
      'IndexError',
      `${typeof value === 'string' ? 'string' : typeName(value)} index out of range`,
      at,
    )
  return found
}

function sliceOf(
  machine: Machine,
  state: State,
  node: SyntaxNode,
  value: Value,
  bounds: readonly (Result | null)[],
): Result {
  const numbers: (number | null)[] = []
  for (const bound of bounds) {
    if (bound !== null && !bound.known) return bound
    const number = bound === null || bound.value === null ? null : asNumber(bound.value)
    if (number !== null && typeof number !== 'bigint')
      throw new PythonRaise(
        'TypeError',
        'slice indices must be integers or None or have an __index__ method',
        placeOf(machine, node),
      )
    numbers.push(number === null ? null : Number(number))
  }
  const items =
    isCompound(value) && (value.kind === 'environ' || value.kind === 'dict' || value.kind === 'set')
      ? null
      : iterate(machine, state, known(value))
  if (items === null) return notFollowed(machine, node)
  const step = numbers[2] ?? 1
  if (step === 0) throw new PythonRaise('ValueError', 'slice step cannot be zero', placeOf(machine, node))
  const chosen = indexes(items.length, numbers[0] ?? null, numbers[1] ?? null, step).map(
    (i) => items[i] ?? open('an element is not known', undefined),
  )
  if (typeof value === 'string') return known(chosen.map((one) => (one.known ? one.value : '')).join(''))
  if (isCompound(value) && value.kind === 'tuple') return known({ kind: 'tuple', items: chosen })
  return known(allocate(machine, state, { kind: 'list', items: chosen }))
}

function indexes(length: number, start: number | null, stop: number | null, step: number): readonly number[] {
  const clamp = (value: number, low: number, high: number): number =>
    Math.min(high, Math.max(low, value < 0 ? value + length : value))
  const found: number[] = []
  if (step > 0) {
    const end = stop === null ? length : clamp(stop, 0, length)
    for (let i = start === null ? 0 : clamp(start, 0, length); i < end; i += step) found.push(i)
  } else {
    const end = stop === null ? -1 : clamp(stop, -1, length - 1)
    for (let i = start === null ? length - 1 : clamp(start, -1, length - 1); i > end; i += step) found.push(i)
  }
  return found
}
