/** What the plain scanner saves is work alone: reports are those of the library, byte for byte. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { check } from '../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../src/configuration/configuration.ts'
import { createScan, type Scan } from '../src/manifests/plain/document-scan.ts'
import { loadBundledPolicies } from '../src/policies/load-bundled.ts'
import { PROGRAMS } from '../src/programs/registry.ts'
import { toJsonReport } from '../src/reports/to-json-report.ts'
import { openDiskRepository } from '../src/repository/disk.ts'
import type { Repository } from '../src/repository/repository.ts'

const root = resolve(import.meta.dirname, '..')
const policies = loadBundledPolicies()

/** The report as text, and how many documents the scan read and left to the library. */
async function reportWith(scan: Scan, repository: Repository) {
  const counts = { read: 0, left: 0 }
  const report = await check(repository, {
    programs: PROGRAMS,
    policies,
    configuration: { ...DEFAULT_CONFIGURATION, extends: 'strict' },
    baseline: new Set(),
    today: null,
    scan: (text, span) => {
      const rows = scan(text, span)
      counts[rows === null ? 'left' : 'read']++
      return rows
    },
  })
  return { text: JSON.stringify(toJsonReport(report), null, 1), findings: report.findings.length, counts }
}

async function expectSameReports(folder: string, least: { readonly findings: number }) {
  const open = () => openDiskRepository({ workingDirectory: folder, paths: ['.'], exclude: [] })
  const fast = await reportWith(createScan(), open())
  const slow = await reportWith(() => null, open())
  expect(fast.text).toBe(slow.text)
  expect(slow.counts.read).toBe(0)
  expect(fast.counts.read).toBeGreaterThan(fast.counts.left)
  expect(fast.findings).toBeGreaterThanOrEqual(least.findings)
}

describe('with the scanner and without it the report is the same', () => {
  test('for the examples', () => expectSameReports(join(root, 'examples'), { findings: 5 }))

  const scenarios = join(root, '__tests__/scenarios')
  test.each(
    readdirSync(scenarios, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : [])),
  )('for the scenario %s', (name) => expectSameReports(join(scenarios, name), { findings: 0 }))

  const corpus = resolve(root, '../shared/corpus')
  const collected = existsSync(corpus) ? test : test.skip
  collected('for manifests that were collected', () => expectSameReports(corpus, { findings: 100 }), 120_000)

  test('for a generated repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workerlint-scan-'))
    try {
      const made = join(folder, 'corpus')
      execFileSync(process.execPath, [join(root, 'bench/corpus.mjs'), made, '--files', '300', '--share', '0.2'])
      await expectSameReports(made, { findings: 50 })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
