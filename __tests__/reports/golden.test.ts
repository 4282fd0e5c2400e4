/** What users see of a small report in every format. `UPDATE_GOLDEN=1` writes the files anew, to be read before committing. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/reports/formats.ts'
import { CLEAN_REPORT, SMALL_PRESENTATION, SMALL_REPORT } from './small-report.ts'

const folder = new URL('../fixtures/reports/', import.meta.url)
const ENDINGS: Readonly<Record<string, string>> = {
  text: 'txt',
  github: 'github.txt',
  markdown: 'md',
  sarif: 'sarif.json',
  junit: 'junit.xml',
  gitlab: 'gitlab.json',
}

describe.each([...FORMATS])('%s', (name, format) => {
  test.each([
    ['small', SMALL_REPORT],
    ['clean', CLEAN_REPORT],
  ] as const)('the %s report reads as in its file', (title, report) => {
    const file = new URL(`${title}.${ENDINGS[name] ?? name}`, folder)
    const text = format(report, SMALL_PRESENTATION)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
    expect(existsSync(file)).toBe(true)
    expect(text).toBe(readFileSync(file, 'utf8'))
  })

  test('the same report gives the same text', () => {
    expect(format(SMALL_REPORT, SMALL_PRESENTATION)).toBe(format(SMALL_REPORT, SMALL_PRESENTATION))
  })
})
