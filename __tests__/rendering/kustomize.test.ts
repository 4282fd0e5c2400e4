import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { withReplacedFiles } from '../../src/repository/repository.ts'
import { checkAll, inCopy, open, placesIn, renderingWith } from './checking.ts'
import { KUSTOMIZES } from './programs.ts'

const shop = join(import.meta.dirname, '../fixtures/kustomizations/shop')
const suite = KUSTOMIZES.length > 0 ? describe : describe.skip
const rendering = renderingWith('helm')

suite(`a kustomization built with ${KUSTOMIZES[0] ?? 'neither kustomize nor kubectl, which are not installed'}`, () => {
  test('has its findings on the lines that set the winning values', async () => {
    const repository = open(shop)
    const report = await checkAll(repository, rendering)
    expect(report.problems).toEqual([])
    expect(placesIn(report, repository)).toEqual([
      'gunicorn-workers-exceed-cpu prod-api base/admin.conf.py: workers = 21',
      'worker-tmp-dir prod-api base/api.yaml: command: ["gunicorn", "-c", "/etc/api/admin.conf.py", "shop.admin"]',
      'gunicorn-workers-exceed-cpu prod-web base/kustomization.yaml: - WEB_CONCURRENCY=24',
      'timeout-disabled prod-web components/probes/kustomization.yaml: - --timeout=0',
      'beat-replicas prod-beat overlays/prod/kustomization.yaml: count: 3',
      'celery-concurrency-exceeds-cpu prod-worker overlays/prod/worker.yaml: command: ["celery", "-A", "shop", "worker", "--concurrency=40"]',
      'memory-floor prod-worker overlays/prod/worker.yaml: command: ["celery", "-A", "shop", "worker", "--concurrency=40"]',
    ])
    const floor = report.findings.find(({ policy }) => policy === 'memory-floor')
    expect(floor?.related.map(({ file, start }) => `${file}:${start.line}`)).toEqual([
      'overlays/prod/kustomization.yaml:23',
    ])
  })

  test('loses every finding that has a suggestion once all are applied', async () => {
    const repository = open(shop)
    const before = await checkAll(repository, rendering)
    const suggestions = before.findings.flatMap(({ suggestion }) => suggestion ?? [])
    expect(suggestions.length).toBeGreaterThan(4)
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
    expect(after.findings.filter(({ fingerprint }) => mended.has(fingerprint))).toEqual([])
    expect(after.problems).toEqual([])
  })

  test('that needs the network is a problem, and its files are checked as they stand', async () => {
    await inCopy(shop, async (folder) => {
      const path = join(folder, 'overlays/prod/kustomization.yaml')
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.replace('[../../base]', '[../../base, "https://example.com/remote//base?ref=v1"]'))
      const report = await checkAll(open(folder), rendering)
      expect(report.problems).toEqual([
        {
          file: 'overlays/prod/kustomization.yaml',
          line: 1,
          message: expect.stringContaining('needs https://example.com/remote//base?ref=v1 from the network'),
        },
      ])
      expect(report.summary.containers).toBeGreaterThan(3)
    })
  })

  test('that cannot be built is a problem with the reason', async () => {
    await inCopy(shop, async (folder) => {
      rmSync(join(folder, 'overlays/prod/worker.yaml'))
      const { problems } = await checkAll(open(folder), rendering)
      expect(problems.map(({ file, message }) => [file, message.includes('worker.yaml')])).toEqual([
        ['overlays/prod/kustomization.yaml', true],
      ])
      expect(problems[0]?.message).not.toContain('/tmp')
    })
  })

  test('takes files of secret generators that are not committed as empty', async () => {
    await inCopy(shop, async (folder) => {
      const path = join(folder, 'overlays/prod/kustomization.yaml')
      writeFileSync(path, `${readFileSync(path, 'utf8')}secretGenerator:\n  - {name: web, envs: [secret.env]}\n`)
      const { problems, findings } = await checkAll(open(folder), rendering)
      expect(problems.map(({ message }) => message)).toEqual([
        'overlays/prod/secret.env of a secretGenerator is not there and was taken as empty',
      ])
      expect(findings.length).toBeGreaterThan(5)
    })
  })
})
