/** Checks a repository that came as an archive, in a folder of its own that is gone afterwards. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from '../check.ts'
import { backgroundOf } from '../cli/print-report.ts'
import type { ActionInputs } from '../github/inputs.ts'
import type { ArchiveReport } from '../github/ports.ts'
import { prepareRun } from '../prepare.ts'
import { toJsonFleet } from '../reports/fleet-json.ts'
import { toJsonReport } from '../reports/to-json-report.ts'
import { unpackArchive } from '../repository/unpack.ts'

/**
 * Checks by the repository's own configuration; `today` is the day for ignores that expire. What is wrong with the archive
 * or the configuration is a UserError.
 */
export async function checkArchive(
  archive: AsyncIterable<Uint8Array>,
  { inputs, today }: { readonly inputs: ActionInputs; readonly today: string },
): Promise<ArchiveReport> {
  const folder = mkdtempSync(join(tmpdir(), 'workerlint-repository-'))
  try {
    const { commit, left } = await unpackArchive(archive, folder)
    const prepared = await prepareRun({
      workingDirectory: folder,
      // A path that only some of the repositories have is no mistake.
      paths: inputs.paths.filter((path) => /[*?[{]/.test(path) || existsSync(join(folder, path))),
      exclude: inputs.exclude,
      configFile: null,
      policyFiles: [],
      baseline: new Set(),
      today,
      rendering: { helm: [], kustomize: [], allowNetwork: false, refusal: null },
    })
    const report = toJsonReport(await check(prepared.repository, prepared.options))
    const { containers, needs } = await backgroundOf(prepared, ['html'])
    const unread = left
      .filter((path) => /\.(ya?ml|json)$/.test(path))
      .map((file) => ({ file, line: 1, message: 'the file is too large to be read' }))
    return {
      report: { ...report, problems: [...report.problems, ...unread] },
      commit,
      fleet: toJsonFleet(containers, needs),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
