import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sha256 } from '../../src/source/sha256.ts'

function byNode(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

test('a text has the hash that the standard gives it', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('texts of every length around a block have the hash that Node gives them', () => {
  const texts = Array.from({ length: 200 }, (_, length) => 'ü€x'.repeat(length).slice(0, length))
  expect(texts.map(sha256)).toEqual(texts.map(byNode))
})

test('any text has the hash that Node gives it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(byNode(text))
    }),
    { numRuns: 500, seed: 1 },
  )
})
