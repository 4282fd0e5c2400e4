import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readSeeds } from './seeds.ts'
import { createTargets, feed, makeInput } from './targets.ts'

const root = join(import.meta.dirname, '../..')
const crashes = join(import.meta.dirname, 'crashes')
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 2500)
/** On any machine; the bar of a quiet one is a second. */
const LONGEST_MILLISECONDS = 5000

const targets = createTargets()
const seeds = readSeeds(root)

describe('no text breaks a parser or the whole flow', () => {
  test(`of ${INPUTS} that are made and mutated`, async () => {
    const problems = new Map<string, number>()
    const failures: string[] = []
    for (let index = 0; index < INPUTS; index++) {
      const { target, text } = makeInput(index, 521802, { targets, seeds })
      const started = performance.now()
      const failure = await feed(target, text, problems)
      if (failure !== null) failures.push(`input ${index} (${target.name}): ${failure}`)
      if (performance.now() - started > LONGEST_MILLISECONDS) failures.push(`input ${index} (${target.name}) is slow`)
    }
    expect(failures).toEqual([])
    expect(problems.size).toBeGreaterThan(100)
  }, 240_000)

  const files = existsSync(crashes) ? readdirSync(crashes).sort() : []
  test.each(files.length > 0 ? files : ['none so far'])('%s, which once did', async (name) => {
    const text = files.length > 0 ? readFileSync(join(crashes, name), 'utf8') : ''
    for (const target of targets) {
      const started = performance.now()
      expect(await feed(target, text, new Map())).toBeNull()
      expect(performance.now() - started).toBeLessThan(LONGEST_MILLISECONDS)
    }
  })
})
