import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { check } from '../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../src/configuration/configuration.ts'
import { loadBundledPolicies } from '../src/policies/load-bundled.ts'
import { PROGRAMS } from '../src/programs/registry.ts'
import { toJsonReport } from '../src/reports/to-json-report.ts'
import { memoryRepository } from '../src/repository/repository.ts'

const root = join(import.meta.dirname, 'scenarios')
const policies = loadBundledPolicies()
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

describe('in the scenario', () => {
  test.each(folders)('%s exactly what is marked is found', async (folder) => {
    const files = filesOf(join(root, folder))
    const isStrict = existsSync(join(root, folder, 'strict'))
    const report = toJsonReport(
      await check(memoryRepository(new Map(files)), {
        programs: PROGRAMS,
        policies,
        configuration: { ...DEFAULT_CONFIGURATION, extends: isStrict ? 'strict' : 'recommended' },
        baseline: new Set(),
        today: null,
      }),
    )
    const found = report.findings.map((finding) => `${finding.file}:${finding.start.line} ${finding.policy}`)
    expect(report.problems).toEqual([])
    expect([...found].sort()).toEqual(files.flatMap(([path, text]) => marks(path, text)).sort())
  })

  test('there are scenarios', () => {
    expect(folders.length).toBeGreaterThanOrEqual(30)
  })
})

/** Every file below `manifests/` and beside it, by path below the folder. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'strict')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const)
}

/** `#! policy-id` at the end of a line; several are separated by commas. */
function marks(path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const names = / #! ([\w-]+(?:, ?[\w-]+)*)\s*$/.exec(line)?.[1]
    return names === undefined ? [] : names.split(/, ?/).map((name) => `${path}:${index + 1} ${name}`)
  })
}
