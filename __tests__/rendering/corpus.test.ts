import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { discoverCharts, readChartFile } from '../../src/rendering/charts.ts'
import { renderChart } from '../../src/rendering/render-chart.ts'
import { withReplacedFiles } from '../../src/repository/repository.ts'
import { checkAll, open, renderingWith } from './checking.ts'
import { HELMS, KUSTOMIZES } from './programs.ts'

const corpus = new URL('../../../shared/corpus', import.meta.url).pathname
const hasCharts = existsSync(corpus) && HELMS.length > 0
const hasKustomizations = existsSync(corpus) && KUSTOMIZES.length > 0

const charts = hasCharts ? discoverCharts(open(join(corpus, 'helm'))) : []
const suite = charts.length > 0 ? describe : describe.skip

suite('charts of public projects', () => {
  test.each(charts.map((request) => [`${request.chart} ${request.variant ?? ''}`, request] as const))(
    'every line that %s renders has a typed line, or helm says why not',
    async (_name, request) => {
      const repository = open(join(corpus, 'helm'))
      const chart = readChartFile(repository, request.chart)
      if (chart === null) throw new TypeError('no chart')
      const options = { program: 'helm', allowNetwork: false }
      const { rendering, failure } = await renderChart({ request, chart, repository, options })
      if (rendering === null) {
        expect(failure?.why).toMatch(/^helm cannot render the chart: .{20}/)
        return
      }
      const lines = rendering.file.text.split('\n')
      const untraced = lines.flatMap((line, index) =>
        /^(---|# Source:.*|\s*)$/.test(line) || rendering.typedLineOf(index) !== null ? [] : [line],
      )
      rendering.dispose()
      expect(untraced).toEqual([])
    },
  )
})

const folders = [
  ...(hasCharts ? [['charts', join(corpus, 'helm')] as const] : []),
  ...(hasKustomizations ? [['kustomizations', join(corpus, 'raw')] as const] : []),
]
const findingsSuite = folders.length > 0 ? describe : describe.skip

findingsSuite('findings in charts and kustomizations of public projects', () => {
  test.each<readonly [string, string]>(folders)(
    'all %s: places are typed lines, and findings with a suggestion are gone once it is typed',
    async (_kind, folder) => {
      const repository = open(folder)
      const before = await checkAll(repository, renderingWith('helm'))
      for (const { file, start } of [
        ...before.findings,
        ...before.unresolved.map((entry) => ({ ...entry, start: entry })),
      ]) {
        const content = repository.read(file)
        expect(content.kind).toBe('text')
        if (content.kind === 'text') expect(content.file.text.split('\n')[start.line - 1]?.trim()).not.toBe('')
      }
      const suggestions = before.findings.flatMap(({ suggestion }) => suggestion ?? [])
      const texts = new Map<string, string>()
      for (const { file, startLine, endLine, replacement } of [...suggestions].sort(
        (a, b) => b.startLine - a.startLine,
      )) {
        const content = repository.read(file)
        const lines = (texts.get(file) ?? (content.kind === 'text' ? content.file.text : '')).split('\n')
        lines.splice(startLine - 1, endLine - startLine + 1, ...replacement.split('\n'))
        texts.set(file, lines.join('\n'))
      }
      const after = await checkAll(withReplacedFiles(repository, texts), renderingWith('helm'))
      const mended = new Set(
        before.findings.filter(({ suggestion }) => suggestion !== null).map(({ fingerprint }) => fingerprint),
      )
      const left = after.findings.filter(({ fingerprint }) => mended.has(fingerprint))
      expect(left.map(({ policy, file }) => `${policy} ${file}`)).toEqual([])
    },
    180_000,
  )
})
