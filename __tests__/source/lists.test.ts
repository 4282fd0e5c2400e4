/** Lists may be longer than what a call takes as arguments. */
import { expect, test } from '@jest/globals'
import { appendAll, largestOf, smallestOf } from '../../src/source/lists.ts'

const MANY = 400_000

test('a long list is appended', () => {
  const list = [1]
  appendAll(list, new Array<number>(MANY).fill(2))
  expect(list).toHaveLength(MANY + 1)
})

test('the largest and the smallest of many numbers are found', () => {
  const numbers = Array.from({ length: MANY }, (_, index) => Math.abs(index - 1000))
  expect(largestOf(numbers)).toBe(MANY - 1001)
  expect(smallestOf(numbers)).toBe(0)
})

test.each([[[3, -1, 2]], [[]], [[5]], [[-4, -9]]])('they are those of Math for %j', (numbers: number[]) => {
  expect(largestOf(numbers)).toBe(Math.max(...numbers))
  expect(smallestOf(numbers)).toBe(Math.min(...numbers))
})
