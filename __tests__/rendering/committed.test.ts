import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { isSameButRelease } from '../../src/rendering/release-names.ts'
import type { JsonReport } from '../../src/reports/json-report.ts'
import { checkAll, inCopy, open, placesIn, renderingWith } from './checking.ts'
import { HELMS } from './programs.ts'

const shop = join(import.meta.dirname, '../fixtures/charts/shop')
const programs = HELMS.length > 0 ? HELMS : ['helm is not installed']
const suite = HELMS.length > 0 ? describe : describe.skip

/** Runs something where the chart is in `chart/` and what helm made of it, with some options, in `rendered/all.yaml`. */
async function besideRendering<T>(
  program: string,
  words: readonly string[],
  run: (folder: string) => Promise<T>,
): Promise<T> {
  return inCopy(shop, async (chart) => {
    const folder = join(chart, '..', 'both')
    mkdirSync(join(folder, 'rendered'), { recursive: true })
    cpSync(chart, join(folder, 'chart'), { recursive: true })
    const text = execFileSync(program, ['template', 'spring', join(chart), ...words], { encoding: 'utf8' })
    writeFileSync(join(folder, 'rendered/all.yaml'), text)
    return run(folder)
  })
}

function relatedFiles(report: JsonReport, policy: string): readonly string[] {
  return report.findings
    .filter((finding) => finding.policy === policy)
    .flatMap(({ related }) => related.map(({ file }) => file))
}

suite.each(programs)('a rendering by %s that was committed', (program) => {
  const rendering = renderingWith(program)

  test('of a chart in the repository has its findings once, at the chart', async () => {
    await besideRendering(program, [], async (folder) => {
      const repository = open(folder)
      const report = await checkAll(repository, rendering)
      const alone = await checkAll(open(join(folder, 'chart')), rendering)
      expect(placesIn(report, repository)).toEqual(
        placesIn(alone, open(join(folder, 'chart'))).map((place) => place.replace(/ (\S+): /, ' chart/$1: ')),
      )
      expect(report.findings.map(({ suggestion }) => suggestion?.replacement)).toEqual(
        alone.findings.map(({ suggestion }) => suggestion?.replacement),
      )
      expect(relatedFiles(report, 'beat-replicas')).toEqual(['chart/templates/beat.yaml', 'rendered/all.yaml'])
      const beat = report.findings.find(({ policy }) => policy === 'beat-replicas')
      const line = beat?.related.find(({ file }) => file === 'rendered/all.yaml')?.start.line ?? 0
      const lines = readFileSync(join(folder, 'rendered/all.yaml'), 'utf8').split('\n')
      expect(lines[line - 1]?.trim()).toBe('replicas: 2')
    })
  })

  test('with other values has what only it has at the line of the template', async () => {
    await besideRendering(program, ['--set', 'beat.replicas=4'], async (folder) => {
      const values = join(folder, 'chart/values.yaml')
      writeFileSync(values, readFileSync(values, 'utf8').replace('replicas: 2\n\nmail', 'replicas: 1\n\nmail'))
      const report = await checkAll(open(folder), rendering)
      const beat = report.findings.filter(({ policy }) => policy === 'beat-replicas')
      expect(beat).toMatchObject([{ file: 'chart/templates/beat.yaml', start: { line: 7 }, suggestion: null }])
      expect(relatedFiles(report, 'beat-replicas')).toEqual(['rendered/all.yaml'])
      expect(report.findings.map(({ file }) => file)).not.toContain('rendered/all.yaml')
    })
  })

  test('is ignored where the template says so', async () => {
    await besideRendering(program, ['--set', 'beat.replicas=4'], async (folder) => {
      const values = join(folder, 'chart/values.yaml')
      writeFileSync(values, readFileSync(values, 'utf8').replace('replicas: 2\n\nmail', 'replicas: 1\n\nmail'))
      const template = join(folder, 'chart/templates/beat.yaml')
      const text = readFileSync(template, 'utf8')
      const ignored = text.replace('  replicas:', '  # workerlint-ignore beat-replicas -- two beats lock\n  replicas:')
      writeFileSync(template, ignored)
      const report = await checkAll(open(folder), rendering)
      expect(report.findings.map(({ policy }) => policy)).not.toContain('beat-replicas')
      expect(report.suppressed.map(({ policy, file }) => [policy, file])).toContainEqual([
        'beat-replicas',
        'chart/templates/beat.yaml',
      ])
    })
  })

  test('is checked as it is when its chart is not there', async () => {
    await besideRendering(program, [], async (folder) => {
      rmSync(join(folder, 'chart'), { recursive: true })
      const report = await checkAll(open(folder), rendering)
      expect(report.findings.map(({ policy }) => policy)).toContain('beat-replicas')
      expect(new Set(report.findings.map(({ file }) => file))).toEqual(new Set(['rendered/all.yaml']))
    })
  })

  test('is checked as it is when helm is not there', async () => {
    await besideRendering(program, [], async (folder) => {
      const report = await checkAll(open(folder), renderingWith('no-such-helm'))
      expect(report.findings.filter(({ file }) => file === 'rendered/all.yaml').length).toBeGreaterThan(5)
    })
  })
})

test.each([
  ['prod-web', 'shop-web', true],
  ['shop-web', 'shop-web', true],
  ['prod-shop-web', 'shop-web', true],
  ['prod-worker', 'shop-web', false],
  ['web', 'shop-web', false],
  ['prod', 'shop', true],
  ['prod-web', 'mail', false],
])('%s is %s of another release: %s', (other, own, expected) => {
  expect(isSameButRelease(other, own, 'shop')).toBe(expected)
})
