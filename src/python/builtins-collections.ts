/** Built-in functions over collections. */

import { smallestOf } from '../source/lists.ts'
import { callNative } from './builtins.ts'
import type { Call } from './calls.ts'
import { unique } from './displays.ts'
import { notFollowed } from './expressions.ts'
import { callFunction } from './functions.ts'
import { iterate } from './iteration.ts'
import { callMethod } from './methods.ts'
import { calculate } from './numbers.ts'
import { allocate, countWork, placeOf } from './state.ts'
import { isTrue } from './text.ts'
import {
  asNumber,
  type Entry,
  isCompound,
  keyOf,
  known,
  open,
  originOf,
  PythonRaise,
  type Result,
  typeName,
  unite,
} from './values.ts'

const collections = new Set([
  'list',
  'tuple',
  'set',
  'frozenset',
  'dict',
  'range',
  'enumerate',
  'zip',
  'sorted',
  'reversed',
  'map',
  'filter',
])

/** Does the function make a collection? */
export function isBuiltinCollection(name: string): boolean {
  return collections.has(name)
}

/** Makes a collection. */
export function collect(call: Call, name: string): Result {
  const { machine, state, node, given } = call
  const [first, second] = given.positional
  if (name === 'dict') return makeDict(call)
  if (name === 'range') return makeRange(call)
  if (first === undefined) {
    if (name === 'tuple') return known({ kind: 'tuple', items: [] })
    return known(allocate(machine, state, { kind: name === 'set' || name === 'frozenset' ? 'set' : 'list', items: [] }))
  }
  if (name === 'map' || name === 'filter')
    return second === undefined ? notFollowed(machine, node) : apply(call, name, first, second)
  const sources = given.positional.slice(0, name === 'zip' ? undefined : 1).map((one) => elementsOf(call, one))
  if (sources.includes(null)) return unite(given.positional) ?? notFollowed(machine, node)
  const [items = [], ...others] = sources.map((one) => one ?? [])
  countWork(machine, items.length)
  switch (name) {
    case 'tuple':
      return known({ kind: 'tuple', items }, null)
    case 'set':
    case 'frozenset':
      return known(allocate(machine, state, { kind: 'set', items: unique(items) }))
    case 'enumerate': {
      const start = second ?? given.keywords.get('start')
      const from = start?.known === true && typeof start.value === 'bigint' ? start.value : 0n
      return listOf(
        call,
        items.map((item, i) => pair(known(from + BigInt(i)), item)),
      )
    }
    case 'zip': {
      const length = Math.min(items.length, smallestOf(others.map((one) => one.length)))
      return listOf(
        call,
        items
          .slice(0, length)
          .map((item, i) => known({ kind: 'tuple', items: [item, ...others.map((one) => one[i] ?? known(null))] })),
      )
    }
    case 'sorted':
      return sort(call, items)
    case 'reversed':
      return listOf(call, [...items].reverse())
    default:
      return listOf(call, items)
  }
}

/** The elements, or a TypeError for what has none. */
function elementsOf({ machine, state, node }: Call, value: Result): readonly Result[] | null {
  const items = iterate(machine, state, value)
  if (items === null && value.known && !isCompound(value.value))
    throw new PythonRaise('TypeError', `'${typeName(value.value)}' object is not iterable`, placeOf(machine, node))
  return items
}

function pair(a: Result, b: Result): Result {
  return known({ kind: 'tuple', items: [a, b] })
}

function listOf({ machine, state }: Call, items: readonly Result[]): Result {
  return known(allocate(machine, state, { kind: 'list', items }))
}

function makeDict({ machine, state, node, given }: Call): Result {
  const entries = new Map<string, Entry>()
  const [first] = given.positional
  if (first !== undefined) {
    const object =
      first.known && isCompound(first.value) && first.value.kind === 'dict' ? state.heap.get(first.value.id) : undefined
    if (object?.kind === 'dict') for (const [key, entry] of object.entries) entries.set(key, entry)
    else {
      const pairs = iterate(machine, state, first)
      if (pairs === null) return unite([first]) ?? notFollowed(machine, node)
      for (const one of pairs) {
        const [key, value] = iterate(machine, state, one) ?? []
        const text = key?.known === true ? keyOf(key.value) : null
        if (text === null || key?.known !== true || value === undefined) return notFollowed(machine, node)
        entries.set(text, { key: key.value, value })
      }
    }
  }
  for (const [key, value] of given.keywords) entries.set(`s${key}`, { key, value })
  return known(allocate(machine, state, { kind: 'dict', entries }))
}

function makeRange({ machine, node, given }: Call): Result {
  const reason = unite(given.positional)
  if (reason !== null) return reason
  const numbers = given.positional.map((one) => (one.known ? asNumber(one.value) : null))
  const whole = numbers.flatMap((one) => (typeof one === 'bigint' ? [one] : []))
  if (whole.length !== numbers.length || whole.length === 0)
    throw new PythonRaise('TypeError', 'range expected integers', placeOf(machine, node))
  const [start, stop, step] =
    whole.length === 1 ? [0n, whole[0] ?? 0n, 1n] : [whole[0] ?? 0n, whole[1] ?? 0n, whole[2] ?? 1n]
  if (step === 0n) throw new PythonRaise('ValueError', 'range() arg 3 must not be zero', placeOf(machine, node))
  return known({ kind: 'range', start, stop, step })
}

function apply(call: Call, name: string, callee: Result, source: Result): Result {
  const items = elementsOf(call, source)
  const { machine, state, node } = call
  if (items === null || !callee.known) return unite([callee, source]) ?? notFollowed(machine, node)
  const results = callee.value === null ? items : items.map((item) => callWith(call, callee, item))
  if (name === 'map') return listOf(call, results)
  const verdicts = results.map((one) => (one.known ? isTrue(state, one.value) : null))
  return verdicts.includes(null)
    ? (unite(results) ?? notFollowed(machine, node))
    : listOf(
        call,
        items.filter((_, i) => verdicts[i] === true),
      )
}

function callWith(call: Call, callee: Result, item: Result): Result {
  const inner = { ...call, given: { positional: [item], keywords: new Map<string, Result>(), isOpen: false } }
  if (!callee.known || !isCompound(callee.value)) return notFollowed(call.machine, call.node)
  if (callee.value.kind === 'native') return callNative(inner, callee.value.name)
  if (callee.value.kind === 'method') return callMethod(inner, callee.value.receiver, callee.value.name)
  return callee.value.kind === 'function'
    ? callFunction(inner, callee.value.index)
    : notFollowed(call.machine, call.node)
}

function sort(call: Call, items: readonly Result[]): Result {
  const { machine, node, given } = call
  const reason = unite(items)
  if (reason !== null) return reason
  const key = given.keywords.get('key')
  const keys = items.map((item) => (key === undefined ? item : callWith(call, key, item)))
  const open = unite(keys)
  if (open !== null) return open
  const plain = keys.map((one) => (one.known ? one.value : null))
  const isNumeric = plain.every((value) => asNumber(value) !== null)
  if (!isNumeric && !plain.every((value) => typeof value === 'string')) return notFollowed(machine, node)
  const reverse = given.keywords.get('reverse')
  const sign = reverse?.known === true && reverse.value === true ? -1 : 1
  const order = items.map((item, i) => ({ item, key: plain[i] ?? null }))
  order.sort((a, b) => sign * compareKeys(a.key, b.key))
  return listOf(
    call,
    order.map(({ item }) => item),
  )
}

function compareKeys(a: Parameters<typeof asNumber>[0], b: Parameters<typeof asNumber>[0]): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  const [x, y] = [asNumber(a) ?? 0, asNumber(b) ?? 0]
  return x < y ? -1 : x > y ? 1 : 0
}

/** `max`, `min`, `sum`, `any`, `all` and `len`. */
export function aggregate(call: Call, name: 'max' | 'min' | 'sum' | 'any' | 'all' | 'len'): Result {
  const { machine, state, node, given } = call
  const [first] = given.positional
  if (first === undefined)
    throw new PythonRaise('TypeError', `${name} expected at least 1 argument, got 0`, placeOf(machine, node))
  if (name === 'len') return lengthOf(call, first)
  const isSpread = (name === 'max' || name === 'min') && given.positional.length > 1
  const items = isSpread ? given.positional : elementsOf(call, first)
  if (items === null || given.keywords.has('key')) return unite(given.positional) ?? notFollowed(machine, node)
  if (name === 'any' || name === 'all') {
    const verdicts = items.map((one) => (one.known ? isTrue(state, one.value) : null))
    if (verdicts.includes(name === 'any')) return known(name === 'any')
    return verdicts.includes(null) ? (unite(items) ?? notFollowed(machine, node)) : known(name === 'all')
  }
  const reason = unite(items)
  if (reason !== null) {
    machine.doubts++
    return reason
  }
  return name === 'sum' ? sum(call, items) : extreme(call, name, items)
}

function lengthOf({ machine, state, node }: Call, value: Result): Result {
  if (!value.known) return value
  if (typeof value.value === 'string') return known(BigInt([...value.value].length), value.from)
  if (!isCompound(value.value))
    throw new PythonRaise('TypeError', `object of type '${typeName(value.value)}' has no len()`, placeOf(machine, node))
  if (value.value.kind === 'bytes') return known(BigInt(value.value.value.length), value.from)
  const items = iterate(machine, state, value)
  const isOpen = items?.some((item) => !item.known && item.why.includes('elements')) ?? true
  if (items === null || isOpen) return unite(items ?? []) ?? notFollowed(machine, node)
  return known(BigInt(items.length))
}

function sum({ machine, node, given }: Call, items: readonly Result[]): Result {
  let total = given.positional[1] ?? known(0n)
  for (const item of items) {
    const value = item.known && total.known ? calculate('+', total.value, item.value) : null
    if (value === null) return notFollowed(machine, node)
    total = known(value)
  }
  return total.known ? known(total.value, originOf(items)) : total
}

function extreme(call: Call, name: 'max' | 'min', items: readonly Result[]): Result {
  const { machine, node, given } = call
  const [first, ...rest] = items
  if (first === undefined) {
    const fallback = given.keywords.get('default')
    if (fallback !== undefined) return fallback
    throw new PythonRaise('ValueError', `${name}() arg is an empty sequence`, placeOf(machine, node))
  }
  let best = first
  for (const item of rest) {
    if (!item.known || !best.known) return open('an element is not known', placeOf(machine, node))
    const isNumeric = asNumber(item.value) !== null && asNumber(best.value) !== null
    if (!isNumeric && (typeof item.value !== 'string' || typeof best.value !== 'string')) {
      if (isCompound(item.value) && isCompound(best.value)) return notFollowed(machine, node)
      const [a, b] = [item.value, best.value].map(typeName)
      throw new PythonRaise(
        'TypeError',
        `'${name === 'max' ? '>' : '<'}' not supported between instances of '${a}' and '${b}'`,
        placeOf(machine, node),
      )
    }
    const sign = compareKeys(item.value, best.value)
    if (name === 'max' ? sign > 0 : sign < 0) best = item
  }
  return best.known ? known(best.value, best.from ?? null) : best
}
