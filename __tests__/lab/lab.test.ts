import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Prediction, predictions } from '../../lab/predict.ts'
import type { Scenario } from '../../lab/scenario.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'

const lab = resolve(import.meta.dirname, '../../lab')
const read = (name: string) => JSON.parse(readFileSync(join(lab, name), 'utf8'))
const scenarios: readonly Scenario[] = read('scenarios.json')
const hasPython = spawnSync('python3', ['--version']).status === 0

describe('the predictions', () => {
  test('are what workerlint recommends and expects now; a change needs a new run of the laboratory', async () => {
    const committed: Readonly<Record<string, Prediction>> = read('predictions.json')
    expect(await predictions(join(lab, 'scenarios.json'))).toEqual(committed)
  })

  test('compare an original that a policy objects to with what is recommended, at least ten times', () => {
    const compared = scenarios.filter(({ policies, manifest }) => policies.length > 0 && manifest !== undefined)
    expect(compared.length).toBeGreaterThanOrEqual(10)
  })

  test('name policies that are there', () => {
    const known = new Set(loadBundledPolicies().map(({ policy }) => policy.id))
    expect(scenarios.flatMap(({ policies }) => policies).filter((id) => !known.has(id))).toEqual([])
  })
})

const whenMeasured = existsSync(join(lab, 'results.json')) ? test : test.skip

describe('the results', () => {
  whenMeasured('have every scenario, its chart, and five repetitions of every setting', () => {
    const { runs }: { readonly runs: readonly { readonly scenario: string; readonly setting: string }[] } =
      read('results.json')
    const report = readFileSync(join(lab, 'RESULTS.md'), 'utf8')
    const committed: Readonly<Record<string, Prediction>> = read('predictions.json')
    for (const { id } of scenarios) {
      expect(report).toContain(`\n## ${id}\n`)
      for (const setting of Object.keys(committed[id]?.settings ?? {})) {
        const own = runs.filter((run) => run.scenario === id && run.setting === setting)
        expect([id, setting, own.length >= 5]).toEqual([id, setting, true])
      }
    }
    for (const [, chart = ''] of report.matchAll(/\]\((charts\/[^)]+)\)/g))
      expect(existsSync(join(lab, chart))).toBe(true)
  })
})

const withPython = hasPython ? test : test.skip

describe('the harness', () => {
  withPython('judges figures as its own tests say', () => {
    const done = spawnSync('python3', ['-B', '-m', 'unittest', 'test_harness'], { cwd: lab, encoding: 'utf8' })
    expect([done.status, done.stderr]).toEqual([0, expect.stringContaining('OK')])
  })
})
