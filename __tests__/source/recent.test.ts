/** What was remembered first is forgotten first, and no more than there is room for is kept. */
import { expect, test } from '@jest/globals'
import { ownText } from '../../src/source/own-text.ts'
import { RecentValues } from '../../src/source/recent.ts'

function named(forgotten: string[]) {
  return (name: string) => ({ forget: () => void forgotten.push(name) })
}

test('values are forgotten in the order in which they came, as far as room is needed', () => {
  const forgotten: string[] = []
  const value = named(forgotten)
  const recent = new RecentValues(10)
  recent.remember(value('a'), 4)
  recent.remember(value('b'), 4)
  recent.remember(value('c'), 2)
  expect(forgotten).toEqual([])
  recent.remember(value('d'), 5)
  expect(forgotten).toEqual(['a', 'b'])
})

test('a value that is larger than all room is kept alone', () => {
  const forgotten: string[] = []
  const value = named(forgotten)
  const recent = new RecentValues(10)
  recent.remember(value('a'), 4)
  recent.remember(value('b'), 40)
  expect(forgotten).toEqual(['a'])
  recent.remember(value('c'), 1)
  expect(forgotten).toEqual(['a', 'b'])
})

test('a value that is remembered twice counts once', () => {
  const forgotten: string[] = []
  const a = named(forgotten)('a')
  const recent = new RecentValues(10)
  for (let times = 0; times < 5; times++) recent.remember(a, 4)
  recent.remember(named(forgotten)('b'), 6)
  expect(forgotten).toEqual([])
})

test.each(['', 'short', 'registry.example.com/shop:1.2', 'größer als dreizehn Zeichen', '\ud800 and what follows it'])(
  'a text of its own is the same text: %j',
  (text) => {
    expect(ownText(`ahead ${text} behind`.slice(6, 6 + text.length))).toBe(text)
  },
)
