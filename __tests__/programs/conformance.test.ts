import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { differences, type GoldenCase } from './golden.ts'

function load(name: string): readonly GoldenCase[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/conformance', `${name}.json`), 'utf8'))
}

describe.each(['gunicorn', 'celery'])('%s settings are what the real program resolved', (program) => {
  const cases = load(program)

  test(`in all ${cases.length} golden cases`, async () => {
    const wrong: string[] = []
    for (const golden of cases) {
      const found = await differences(golden, program)
      if (found.length > 0) wrong.push(`${golden.id} ${golden.argv.join(' ')}: ${found.join('; ')}`)
    }
    expect(wrong).toEqual([])
  })
})
