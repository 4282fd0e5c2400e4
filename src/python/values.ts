/** Python values while a module is followed; lists, dicts and sets live in the state's heap so that aliases stay aliases. */
import type { Location } from '../source/location.ts'
import type { Origin, Unknown } from '../source/resolved.ts'

/** An int is a bigint and a float a number, as Python tells them apart. */
export type Value = null | boolean | bigint | number | string | Compound

/** Everything that is not a plain scalar. */
export type Compound =
  | { readonly kind: 'bytes'; readonly value: string }
  | { readonly kind: 'tuple'; readonly items: readonly Result[] }
  | { readonly kind: 'list' | 'set' | 'dict'; readonly id: number }
  | { readonly kind: 'range'; readonly start: bigint; readonly stop: bigint; readonly step: bigint }
  | { readonly kind: 'function'; readonly name: string; readonly index: number }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'native'; readonly name: string }
  | { readonly kind: 'method'; readonly receiver: Known; readonly name: string }
  | { readonly kind: 'exception'; readonly type: string; readonly message: string }
  | { readonly kind: 'environ' }
  | { readonly kind: 'namespace' }

/** The environment variable a value was computed from. */
export interface Substitution {
  readonly variable: string
  readonly origin: Origin
}

/** A known value. */
export interface Known {
  readonly known: true
  readonly value: Value
  readonly from: Substitution | null
}

/** A value, or why it is not known. */
export type Result = Known | Unknown

/** What a mutable object holds. */
export type HeapObject =
  | { readonly kind: 'list' | 'set'; readonly items: readonly Result[] }
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Entry> }

/** A key and its value. */
export interface Entry {
  readonly key: Value
  readonly value: Result
}

/** A Python exception on its way out. */
export class PythonRaise extends Error {
  readonly type: string
  readonly at: Location | undefined
  constructor(type: string, message: string, at: Location | undefined) {
    super(message)
    this.type = type
    this.at = at
  }
}

/** A known value that comes from nowhere in particular. */
export function known(value: Value, from: Substitution | null = null): Known {
  return { known: true, value, from }
}

/** An unknown value. */
export function open(why: string, at: Location | undefined, dependsOn?: 'cpu_count'): Unknown {
  return { known: false, why, at, dependsOn }
}

/** What makes a result unknown: it depends on the CPU count alone when all its unknown parts do; null when all are known. */
export function unite(results: readonly Result[]): Unknown | null {
  let first: Unknown | null = null
  for (const result of results) {
    if (result.known) continue
    if (result.dependsOn === undefined) return result
    first ??= result
  }
  return first
}

/** The variable that one of several values came from. */
export function originOf(results: readonly Result[]): Substitution | null {
  for (const result of results) if (result.known && result.from !== null) return result.from
  return null
}

/** Is it an object rather than a scalar? */
export function isCompound(value: Value): value is Compound {
  return typeof value === 'object' && value !== null
}

/** Python's name for the type. */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType'
  switch (typeof value) {
    case 'boolean':
      return 'bool'
    case 'bigint':
      return 'int'
    case 'number':
      return 'float'
    case 'string':
      return 'str'
    default:
      return value.kind === 'native' ? 'builtin_function_or_method' : value.kind
  }
}

/** The number of a bool, int or float; null for other types. */
export function asNumber(value: Value): bigint | number | null {
  if (typeof value === 'boolean') return value ? 1n : 0n
  return typeof value === 'bigint' || typeof value === 'number' ? value : null
}

/** The key under which a value is found in a dict or set; null when it cannot be one. */
export function keyOf(value: Value): string | null {
  if (value === null) return 'None'
  if (typeof value === 'string') return `s${value}`
  const number = asNumber(value)
  if (number !== null) return `n${number}`
  if (!isCompound(value)) return null
  if (value.kind === 'bytes') return `b${value.value}`
  if (value.kind !== 'tuple')
    return value.kind === 'native' || value.kind === 'module' ? `${value.kind} ${value.name}` : null
  const keys = value.items.map((item) => (item.known ? keyOf(item.value) : null))
  return keys.includes(null) ? null : `t(${keys.map((key) => JSON.stringify(key)).join(',')})`
}
