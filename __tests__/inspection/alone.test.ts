/** What is inspected while it is read comes out as if it were inspected when everything has been read. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { inspectionContext, inspectWorkloads } from '../../src/inspection/inspect-containers.ts'
import { inspectRepository } from '../../src/inspection/inspect-repository.ts'
import type { InspectedContainer } from '../../src/inspection/inspection.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { openDiskRepository } from '../../src/repository/disk.ts'
import { loadShellGrammar } from '../../src/shell/grammar.ts'
import { lineAt } from '../../src/source/source-file.ts'
import { readWorkloads } from '../../src/workloads/read-workloads.ts'

const root = join(import.meta.dirname, '../..')

function told({ workload, container, at, processes: { status, why, processes } }: InspectedContainer): unknown {
  const { identity, file } = workload.manifest
  const place = `${file.path}:${lineAt(file, at.span.start)} ${at.span.start}-${at.span.end}`
  const programs = processes.map(({ program, role }) => `${program} ${role}`)
  return {
    identity,
    container: container.name,
    role: container.role,
    image: container.image,
    place,
    status,
    why,
    programs,
  }
}

const collected = ['../shared/corpus'].filter((folder) => existsSync(join(root, folder)))

test.each(['examples', '__tests__/scenarios', '__tests__/fixtures', ...collected])('in %s', (folder) =>
  expectSame(join(root, folder)),
)

test('in a generated repository', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workerlint-alone-'))
  try {
    execFileSync(process.execPath, [join(root, 'bench/corpus.mjs'), folder, '--files', '300', '--share', '0.2'])
    await expectSame(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function expectSame(folder: string): Promise<void> {
  const repository = openDiskRepository({ workingDirectory: folder, paths: ['.'], exclude: [] })
  const { containers, workloads, system } = await inspectRepository(repository, PROGRAMS)
  const context = inspectionContext(repository, PROGRAMS, await loadShellGrammar())
  const late = system.manifests.flatMap((manifest) => inspectWorkloads(readWorkloads(manifest, system), context))
  expect(containers.map(told)).toEqual(late.map(told))
  expect(workloads.map(({ manifest }) => manifest.identity)).toEqual(
    system.manifests.flatMap((manifest) => readWorkloads(manifest, system)).map(({ manifest }) => manifest.identity),
  )
  expect(containers.length).toBeGreaterThan(0)
}
