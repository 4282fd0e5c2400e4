/** What CEL's operators do with values; what has no meaning gives `UNKNOWN`. Source: https://github.com/google/cel-spec/blob/v0.25.1/doc/langdef.md */

import { LazyRecord } from './lazy-record.ts'

/** Stands for what is not known, such as an absent field or a sum with null. */
export const UNKNOWN: unique symbol = Symbol('unknown')

/** A field of an object or map. */
export function fieldOf(owner: unknown, name: string): unknown {
  if (owner instanceof LazyRecord) {
    const value = owner.read(name)
    return value === undefined ? UNKNOWN : value
  }
  if (typeof owner !== 'object' || owner === null || Array.isArray(owner)) return UNKNOWN
  if (owner instanceof Map) return owner.get(name) ?? UNKNOWN
  if (!isRecord(owner) || !Object.hasOwn(owner, name)) return UNKNOWN
  const value = owner[name]
  return value === undefined ? UNKNOWN : value
}

/** An item of a list by number, or of a map by key. */
export function itemOf(owner: unknown, key: unknown): unknown {
  if (!Array.isArray(owner)) return typeof key === 'string' ? fieldOf(owner, key) : UNKNOWN
  if (typeof key !== 'number' && typeof key !== 'bigint') return UNKNOWN
  const value: unknown = owner[Number(key)]
  return value === undefined ? UNKNOWN : value
}

/** Are two values equal? Numbers are, whether whole or not; values of different types are not. */
export function areEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (isNumber(left) && isNumber(right)) return Number(left) === Number(right)
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => areEqual(item, right[index]))
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => areEqual(left[key], right[key]))
}

/** Is a value an item of a list or a key of a map? */
export function isMember(value: unknown, owner: unknown): boolean | typeof UNKNOWN {
  if (Array.isArray(owner)) return owner.some((item) => areEqual(value, item))
  if (typeof owner !== 'object' || owner === null) return UNKNOWN
  return typeof value === 'string' && fieldOf(owner, value) !== UNKNOWN
}

/** Compares numbers with numbers, texts with texts, and booleans with booleans. */
export function compare(left: unknown, right: unknown, holds: (order: number) => boolean): boolean | typeof UNKNOWN {
  if (isNumber(left) && isNumber(right))
    return !Number.isNaN(Number(left)) && !Number.isNaN(Number(right)) && holds(orderOf(left, right))
  if (typeof left === 'string' && typeof right === 'string') return holds(orderOf(left, right))
  if (typeof left === 'boolean' && typeof right === 'boolean') return holds(Number(left) - Number(right))
  return UNKNOWN
}

function orderOf(left: string | number | bigint, right: string | number | bigint): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Adds numbers, texts or lists. */
export function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'string' && typeof right === 'string') return left + right
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right]
  return arithmetic('+', left, right)
}

const FRACTIONS = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': (left: number, right: number) => left / right,
}

const WHOLES = {
  '+': (left: bigint, right: bigint) => left + right,
  '-': (left: bigint, right: bigint) => left - right,
  '*': (left: bigint, right: bigint) => left * right,
  '/': (left: bigint, right: bigint) => (right === 0n ? UNKNOWN : left / right),
}

/** Whole numbers stay whole; a fraction on either side makes the result one. */
export function arithmetic(operator: keyof typeof FRACTIONS, left: unknown, right: unknown): unknown {
  if (!isNumber(left) || !isNumber(right)) return UNKNOWN
  if (typeof left === 'bigint' && typeof right === 'bigint') return WHOLES[operator](left, right)
  return FRACTIONS[operator](Number(left), Number(right))
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
