import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { withReplacedFiles } from '../../src/repository/repository.ts'
import { checkAll, inCopy, open, placesIn, renderingWith } from './checking.ts'
import { HELMS } from './programs.ts'

const shop = join(import.meta.dirname, '../fixtures/charts/shop')
const programs = HELMS.length > 0 ? HELMS : ['helm is not installed']
const suite = HELMS.length > 0 ? describe : describe.skip

suite.each(programs)('a chart rendered with %s', (program) => {
  const rendering = renderingWith(program)

  test('has its findings where a person typed what is wrong', async () => {
    const repository = open(shop)
    const report = await checkAll(repository, rendering)
    expect(report.problems).toEqual([])
    expect(placesIn(report, repository)).toEqual([
      'gunicorn-workers-exceed-cpu shop-web ci/large-values.yaml: workers: 33',
      'memory-floor shop-web ci/large-values.yaml: workers: 33',
      'worker-tmp-dir shop-web templates/web.yaml: command: ["gunicorn", "shop.wsgi", "--workers={{ .Values.web.workers }}"]',
      'cpu-request-missing shop-slow templates/worker.yaml: resources:',
      'cpu-request-missing shop-fast templates/worker.yaml: resources:',
      'memory-limit-missing shop-fast templates/worker.yaml: resources:',
      'memory-limit-missing shop-slow templates/worker.yaml: resources:',
      'gunicorn-workers-exceed-cpu shop-web values.yaml: workers: 9 # measured in spring',
      'beat-replicas shop-beat values.yaml: replicas: 2',
      'celery-concurrency-exceeds-cpu mail values.yaml: concurrency: 8',
    ])
  })

  test('tells a finding of several values sets once and names them', async () => {
    const { findings } = await checkAll(open(shop), rendering)
    const messages = findings.filter(({ policy }) => policy === 'beat-replicas').map(({ message }) => message)
    expect(messages).toEqual([expect.stringMatching(/\(with values\.yaml; ci\/large-values\.yaml\)$/)])
  })

  test('shows the template line of a value as a related place', async () => {
    const { findings } = await checkAll(open(shop), rendering)
    const beat = findings.find(({ policy }) => policy === 'beat-replicas')
    expect(beat?.related.map(({ file, start }) => `${file}:${start.line}`)).toEqual(['templates/beat.yaml:7'])
  })

  test('loses every finding that has a suggestion once all are applied', async () => {
    const repository = open(shop)
    const before = await checkAll(repository, rendering)
    const suggestions = before.findings.flatMap(({ suggestion }) => suggestion ?? [])
    expect(suggestions.map(({ file, replacement }) => `${file}: ${replacement.trim()}`)).toEqual([
      'ci/large-values.yaml: workers: 2',
      'templates/web.yaml: command: ["gunicorn", "shop.wsgi", "--workers={{ .Values.web.workers }}", "--worker-tmp-dir=/dev/shm"]',
      'values.yaml: resources: {limits: {memory: 2Gi}}',
      'values.yaml: workers: 2 # measured in spring',
      'values.yaml: replicas: 1',
      'values.yaml: concurrency: 1',
    ])
    const texts = new Map<string, string>()
    for (const { file, startLine, endLine, replacement } of [...suggestions].sort(
      (a, b) => b.startLine - a.startLine,
    )) {
      const lines = (texts.get(file) ?? readFileSync(join(shop, file), 'utf8')).split('\n')
      lines.splice(startLine - 1, endLine - startLine + 1, ...replacement.split('\n'))
      texts.set(file, lines.join('\n'))
    }
    const after = await checkAll(withReplacedFiles(repository, texts), rendering)
    const mended = new Set(
      before.findings.filter(({ suggestion }) => suggestion !== null).map(({ fingerprint }) => fingerprint),
    )
    expect(
      after.findings.filter(({ suggestion, fingerprint }) => suggestion !== null || mended.has(fingerprint)),
    ).toEqual([])
    expect(after.problems).toEqual([])
  })

  test('is ignored by a comment beside the value', async () => {
    const repository = open(shop)
    const values = readFileSync(join(shop, 'values.yaml'), 'utf8')
    const ignored = values.replace(
      '  concurrency: 8',
      '  concurrency: 8 # workerlint-ignore celery-concurrency-exceeds-cpu -- mail waits',
    )
    const report = await checkAll(withReplacedFiles(repository, new Map([['values.yaml', ignored]])), rendering)
    expect(report.findings.map(({ policy }) => policy)).not.toContain('celery-concurrency-exceeds-cpu')
    expect(report.suppressed.map(({ policy, suppression }) => [policy, suppression.reason])).toContainEqual([
      'celery-concurrency-exceeds-cpu',
      'mail waits',
    ])
  })

  test('takes values files, a release, a namespace and values as they are asked for', async () => {
    const asked = 'shop,ci/large-values.yaml --release spring --namespace prod --set beat.enabled=false'
    await inCopy(join(shop, '..'), async (folder) => {
      const { findings } = await checkAll(open(folder), { ...rendering, charts: [asked] })
      expect(findings.map(({ workload }) => workload?.name)).toContain('spring-web')
      expect(findings.map(({ policy }) => policy)).not.toContain('beat-replicas')
      expect(findings.every(({ message }) => message.includes('ci/large-values.yaml, beat.enabled=false'))).toBe(true)
    })
  })

  test('that helm refuses is a problem with its message, and everything else is checked', async () => {
    await inCopy(join(shop, '..'), async (folder) => {
      const broken = join(folder, 'broken/templates')
      mkdirSync(broken, { recursive: true })
      writeFileSync(join(folder, 'broken/Chart.yaml'), 'apiVersion: v2\nname: broken\nversion: 0.1.0\n')
      writeFileSync(join(broken, 'web.yaml'), 'kind: {{ required "web.kind is needed" .Values.kind }}\n')
      const report = await checkAll(open(folder), rendering)
      expect(report.problems).toEqual([
        { file: 'broken/Chart.yaml', line: 1, message: expect.stringContaining('web.kind is needed') },
      ])
      expect(report.findings.length).toBe(10)
    })
  })

  test('does without dependencies that are not there, and says so', async () => {
    await inCopy(shop, async (folder) => {
      const chart = readFileSync(join(folder, 'Chart.yaml'), 'utf8')
      writeFileSync(
        join(folder, 'Chart.yaml'),
        `${chart}  - {name: redis, version: 1.0.0, repository: "https://charts.example.com"}\n`,
      )
      const report = await checkAll(open(folder), rendering)
      expect(report.problems.map(({ message }) => message)).toEqual([
        'rendered without redis: not in charts/; helm dependency build puts dependencies there',
      ])
      expect(report.findings.length).toBe(10)
    })
  })

  test('leaves the files of the user as they are', async () => {
    await inCopy(shop, async (folder) => {
      await checkAll(open(folder), rendering)
      for (const file of ['values.yaml', 'templates/web.yaml', 'Chart.yaml'])
        expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(join(shop, file), 'utf8'))
    })
  })
})

test('a chart without helm is reported as unresolved with the way to get helm', async () => {
  const report = await checkAll(open(shop), renderingWith('no-such-helm'))
  expect(report.unresolved.map(({ file, workload, why }) => [file, workload.kind, workload.name, why])).toEqual([
    ['Chart.yaml', 'Chart', 'shop', expect.stringContaining('helm is not installed')],
  ])
})
