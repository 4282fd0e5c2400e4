import { describe, expect, test } from '@jest/globals'
import { LazyRecord, lazyRecord, MapRecord, plainScope, readersOf } from '../../src/policies/lazy-record.ts'
import { fieldOf, UNKNOWN } from '../../src/policies/tree-values.ts'

const asked: string[] = []
const READERS = readersOf<{ readonly size: number | undefined }>([
  ['size', ({ size }) => noted('size', size)],
  ['double', ({ size }) => noted('double', size === undefined ? undefined : size * 2)],
  ['nothing', () => noted('nothing', null)],
])

function noted<T>(name: string, value: T): T {
  asked.push(name)
  return value
}

describe('a record', () => {
  test('works out a value when it is asked for, and once', () => {
    asked.length = 0
    const record = lazyRecord(READERS, { size: 3 })
    expect(asked).toEqual([])
    expect([record.read('double'), record.read('double'), record.read('nothing')]).toEqual([6, 6, null])
    expect(asked).toEqual(['double', 'nothing'])
  })

  test('looks once for a value that is not known', () => {
    asked.length = 0
    const record = lazyRecord(READERS, { size: undefined })
    expect([record.read('size'), record.read('size'), record.read('other')]).toEqual([undefined, undefined, undefined])
    expect(asked).toEqual(['size'])
  })

  test('has fields for expressions, and no others', () => {
    const record = lazyRecord(READERS, { size: 3 })
    expect([fieldOf(record, 'size'), fieldOf(record, 'nothing')]).toEqual([3, null])
    expect(['read', 'plain', 'constructor', 'other'].map((name) => fieldOf(record, name))).toEqual(
      Array.from({ length: 4 }, () => UNKNOWN),
    )
  })

  test('becomes an object whose first field is known', () => {
    const record = lazyRecord(READERS, { size: undefined })
    expect(Object.keys(record.plain())).toEqual(['nothing'])
    expect(record.plain()).toBe(record.plain())
  })

  test('over a map leaves out what has no value', () => {
    const record = new MapRecord(
      new Map([
        ['a', 1],
        ['b', 0],
      ]),
      (number) => (number === 0 ? undefined : number),
    )
    expect([record.read('a'), record.read('b'), record.read('c')]).toEqual([1, undefined, undefined])
    expect(record.plain()).toEqual({ a: 1 })
  })

  test('becomes an object also within others', () => {
    const inner = lazyRecord(READERS, { size: 1 })
    const outer = lazyRecord(
      readersOf<null>([
        ['items', () => [inner]],
        ['inner', () => inner],
      ]),
      null,
    )
    const scope = plainScope({ outer, text: 'x' })
    expect(scope).toEqual({
      outer: { items: [{ size: 1, double: 2, nothing: null }], inner: { size: 1, double: 2, nothing: null } },
      text: 'x',
    })
    expect(outer).toBeInstanceOf(LazyRecord)
  })
})
