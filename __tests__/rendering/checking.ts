import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from '../../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import type { RenderingOptions } from '../../src/rendering/rendering.ts'
import type { JsonReport } from '../../src/reports/json-report.ts'
import { toJsonReport } from '../../src/reports/to-json-report.ts'
import { openDiskRepository } from '../../src/repository/disk.ts'
import type { Repository } from '../../src/repository/repository.ts'

export const policies = loadBundledPolicies()

export function renderingWith(program: string): RenderingOptions {
  return { charts: [], kustomizations: [], discovers: true, refusal: null, helm: { program, allowNetwork: false } }
}

/** Opens a folder as a user would who stands in it. */
export function open(folder: string): Repository {
  return openDiskRepository({ workingDirectory: folder, paths: ['.'], exclude: [] })
}

export async function checkAll(repository: Repository, rendering: RenderingOptions): Promise<JsonReport> {
  return toJsonReport(
    await check(repository, {
      programs: PROGRAMS,
      policies,
      configuration: DEFAULT_CONFIGURATION,
      baseline: new Set(),
      today: null,
      rendering,
    }),
  )
}

/** Where findings stand: policy, workload, file, and the text of the line. */
export function placesIn(report: JsonReport, repository: Repository): readonly string[] {
  return report.findings.map(({ policy, workload, file, start }) => {
    const content = repository.read(file)
    const line = content.kind === 'text' ? content.file.text.split('\n')[start.line - 1]?.trim() : 'unreadable'
    return `${policy} ${workload?.name ?? ''} ${file}: ${line ?? ''}`
  })
}

/** Runs something in a copy of a folder. */
export async function inCopy<T>(folder: string, run: (copy: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'workerlint-test-'))
  try {
    cpSync(folder, join(root, 'copy'), { recursive: true })
    return await run(join(root, 'copy'))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
