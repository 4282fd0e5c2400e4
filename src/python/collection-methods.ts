/** Methods of lists, sets and dicts. */
import type { Call } from './calls.ts'
import { unique } from './displays.ts'
import { notFollowed } from './expressions.ts'
import { iterate } from './iteration.ts'
import { allocate, countWork, placeOf } from './state.ts'
import { isEqual, toRepresentation } from './text.ts'
import { type Entry, isCompound, keyOf, known, PythonRaise, type Result, unite } from './values.ts'

/** Calls a method of a list or set. */
export function callListMethod(call: Call, id: number, name: string): Result {
  const { machine, state, node, given } = call
  const object = state.heap.get(id)
  if (object === undefined || object.kind === 'dict') return notFollowed(machine, node)
  const { items, kind } = object
  const [first, second] = given.positional
  const set = (changed: readonly Result[]): Result => {
    countWork(machine, changed.length)
    state.heap.set(id, { kind, items: changed })
    return known(null)
  }
  switch (name) {
    case 'append':
      return first === undefined ? notFollowed(machine, node) : set([...items, first])
    case 'add':
      return first === undefined ? notFollowed(machine, node) : set(unique([...items, first]))
    case 'extend':
    case 'update':
    case 'union': {
      const more = first === undefined ? null : iterate(machine, state, first)
      if (more === null)
        return name === 'union'
          ? notFollowed(machine, node)
          : set([...items, first === undefined || first.known ? notFollowed(machine, node) : first])
      const joined = kind === 'set' ? unique([...items, ...more]) : [...items, ...more]
      return name === 'union' ? known(allocate(machine, state, { kind, items: joined })) : set(joined)
    }
    case 'insert':
      if (first?.known !== true || typeof first.value !== 'bigint' || second === undefined)
        return notFollowed(machine, node)
      return set([...items.slice(0, Number(first.value)), second, ...items.slice(Number(first.value))])
    case 'pop': {
      const index = first?.known === true && typeof first.value === 'bigint' ? Number(first.value) : -1
      const found = items.at(index)
      if (found === undefined) throw new PythonRaise('IndexError', 'pop from empty list', placeOf(machine, node))
      const at = index < 0 ? items.length + index : index
      set(items.filter((_, i) => i !== at))
      return found
    }
    case 'clear':
      return set([])
    case 'reverse':
      return set([...items].reverse())
    case 'copy':
      return known(allocate(machine, state, { kind, items }))
    case 'remove':
    case 'discard':
    case 'index':
    case 'count':
      return search(call, { items, name, wanted: first, set })
    default:
      set([notFollowed(machine, node)])
      return notFollowed(machine, node)
  }
}

interface Search {
  readonly items: readonly Result[]
  readonly name: 'remove' | 'discard' | 'index' | 'count'
  readonly wanted: Result | undefined
  readonly set: (items: readonly Result[]) => Result
}

function search({ machine, state, node }: Call, { items, name, wanted, set }: Search): Result {
  const reason = unite([...items, ...(wanted === undefined ? [] : [wanted])])
  if (reason !== null || wanted?.known !== true) return reason ?? notFollowed(machine, node)
  const matching = items.map((item) => item.known && isEqual(state, item.value, wanted.value) === true)
  if (name === 'count') return known(BigInt(matching.filter((one) => one).length))
  const at = matching.indexOf(true)
  if (at < 0 && name === 'discard') return known(null)
  if (at < 0)
    throw new PythonRaise(
      'ValueError',
      `${toRepresentation(state, wanted.value)} is not in list`,
      placeOf(machine, node),
    )
  return name === 'index' ? known(BigInt(at)) : set(items.filter((_, i) => i !== at))
}

/** Calls a method of a dict. */
export function callDictMethod(call: Call, id: number, name: string): Result {
  const { machine, state, node, given } = call
  const object = state.heap.get(id)
  if (object?.kind !== 'dict') return notFollowed(machine, node)
  const { entries } = object
  const [first, second] = given.positional
  const key = first?.known === true ? keyOf(first.value) : null
  const listOf = (items: readonly Result[]): Result => known(allocate(machine, state, { kind: 'list', items }))
  switch (name) {
    case 'items':
      return listOf(
        [...entries.values()].map((entry) => known({ kind: 'tuple', items: [known(entry.key), entry.value] })),
      )
    case 'keys':
      return listOf([...entries.values()].map((entry) => known(entry.key)))
    case 'values':
      return listOf([...entries.values()].map((entry) => entry.value))
    case 'copy':
      return known(allocate(machine, state, { kind: 'dict', entries }))
    case 'get':
      return key === null
        ? (unite(first === undefined ? [] : [first]) ?? notFollowed(machine, node))
        : (entries.get(key)?.value ?? second ?? known(null))
    case 'setdefault': {
      if (key === null || first?.known !== true) return notFollowed(machine, node)
      const found = entries.get(key)?.value
      if (found !== undefined) return found
      state.heap.set(id, {
        kind: 'dict',
        entries: new Map(entries).set(key, { key: first.value, value: second ?? known(null) }),
      })
      return second ?? known(null)
    }
    case 'pop': {
      if (key === null || first?.known !== true) return notFollowed(machine, node)
      const found = entries.get(key)?.value ?? second
      if (found === undefined)
        throw new PythonRaise('KeyError', toRepresentation(state, first.value) ?? '', placeOf(machine, node))
      const rest = new Map(entries)
      rest.delete(key)
      state.heap.set(id, { kind: 'dict', entries: rest })
      return found
    }
    case 'update': {
      const merged = new Map<string, Entry>(entries)
      const other =
        first?.known === true && isCompound(first.value) && first.value.kind === 'dict'
          ? state.heap.get(first.value.id)
          : undefined
      if (first !== undefined && other?.kind !== 'dict') return notFollowed(machine, node)
      if (other?.kind === 'dict') for (const [one, entry] of other.entries) merged.set(one, entry)
      for (const [one, value] of given.keywords) merged.set(`s${one}`, { key: one, value })
      state.heap.set(id, { kind: 'dict', entries: merged })
      return known(null)
    }
    default:
      return notFollowed(machine, node)
  }
}
