import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { columnsOf, startOfView, viewFrom } from '../../src/reports/columns.ts'

/** Lines of characters that take one column, two, and none. */
const line = fc
  .array(fc.constantFrom('a', ' ', 'é', '日', '😀', '\u0301'), { maxLength: 60 })
  .map((all) => all.join(''))

describe('a line that is cut', () => {
  test('takes the columns that it may take, and all of it when it fits', () => {
    fc.assert(
      fc.property(line, fc.nat(40), fc.integer({ min: 4, max: 30 }), (text, at, width) => {
        const start = startOfView(text, Math.min(at, text.length), width)
        const view = viewFrom(text, start, width)
        expect(columnsOf(view)).toBeLessThanOrEqual(width)
        expect(start === 0 && view === text).toBe(columnsOf(text) <= width)
        expect(text).toContain(view.replace(/^…/, '').replace(/…$/, ''))
      }),
      { numRuns: 2000, seed: 521802 },
    )
  })

  test.each([
    ['begins shortly before what is looked for', 'a'.repeat(100), 60, 50],
    ['wastes no room behind the end', 'a'.repeat(100), 95, 71],
    ['counts wide characters twice', '日'.repeat(60), 30, 25],
    ['counts marks as nothing', 'e\u0301'.repeat(100), 120, 100],
  ])('%s', (_what, text, offset, start) => {
    expect(startOfView(text, offset, 30)).toBe(start)
  })

  test('costs no more when it goes on for long', () => {
    const long = 'x'.repeat(2 ** 24)
    const started = performance.now()
    for (let round = 0; round < 1000; round++) viewFrom(long, startOfView(long, 2 ** 23, 80), 80)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
