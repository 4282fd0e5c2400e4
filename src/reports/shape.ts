/** Reading plain data of unknown origin into typed values; the first value of a wrong shape is named and refused. */
import { UserError } from '../source/errors.ts'

/** Reads a value; `at` names it in the message of the {@link UserError}. */
export type Read<T> = (value: unknown, at: string) => T

/** A text. */
export const text: Read<string> = (value, at) => (typeof value === 'string' ? value : refuse(at, 'a text'))

/** A whole number from 0. */
export const count: Read<number> = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse(at, 'a whole number')

/** True or false. */
export const truth: Read<boolean> = (value, at) => (typeof value === 'boolean' ? value : refuse(at, 'true or false'))

/** A text, a number or a boolean. */
export const plain: Read<string | number | boolean> = (value, at) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : refuse(at, 'a text, a number or a boolean')

/** One of some words. */
export function oneOf<const T extends string | number>(...values: readonly T[]): Read<T> {
  return (value, at) => values.find((known) => known === value) ?? refuse(at, values.join(', '))
}

/** A value or null. */
export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, at) => (value === null ? null : read(value, at))
}

/** A list. */
export function list<T>(read: Read<T>): Read<readonly T[]> {
  return (value, at) =>
    Array.isArray(value) ? value.map((item: unknown, index) => read(item, `${at}[${index}]`)) : refuse(at, 'a list')
}

/** Reads the fields of an object one by one; fields that nobody asks for are left out. */
export function fields(value: unknown, at: string): <T>(name: string, read: Read<T>) => T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(at, 'an object')
  const entries = new Map<string, unknown>(Object.entries(value))
  return (name, read) => read(entries.get(name), at === '' ? name : `${at}.${name}`)
}

function refuse(at: string, wanted: string): never {
  throw new UserError(`${at === '' ? 'the report' : at} is not ${wanted}`)
}
