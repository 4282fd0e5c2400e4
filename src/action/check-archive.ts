/** Checks a repository that came as an archive, in a folder of its own that is gone afterwards. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from '../check.ts'
import type { ActionInputs } from '../github/inputs.ts'
import type { ActionPorts, ArchiveReport } from '../github/ports.ts'
import type { CompiledPolicy } from '../policies/compile-policy.ts'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import { prepareRun } from '../prepare.ts'
import { PROGRAMS } from '../programs/registry.ts'
import { toJsonReport } from '../reports/to-json-report.ts'
import { unpackArchive } from '../repository/unpack.ts'

/** A checker of archives, which loads the bundled policies once. `today` is the day for ignores that expire. */
export function archiveChecker(today: string): ActionPorts['checkArchive'] {
  let bundled: readonly CompiledPolicy[] | null = null
  return (archive, inputs) => {
    bundled ??= loadBundledPolicies(PROGRAMS)
    return checkArchive(archive, { inputs, today, bundled })
  }
}

/** Checks by the repository's own configuration. What is wrong with the archive or the configuration is a UserError. */
async function checkArchive(
  archive: AsyncIterable<Uint8Array>,
  run: { readonly inputs: ActionInputs; readonly today: string; readonly bundled: readonly CompiledPolicy[] },
): Promise<ArchiveReport> {
  const { inputs, today, bundled } = run
  const folder = mkdtempSync(join(tmpdir(), 'workerlint-repository-'))
  try {
    const { commit, left } = await unpackArchive(archive, folder)
    const prepared = prepareRun({
      workingDirectory: folder,
      // A path that only some of the repositories have is no mistake.
      paths: inputs.paths.filter((path) => /[*?[{]/.test(path) || existsSync(join(folder, path))),
      exclude: inputs.exclude,
      configFile: null,
      policyFiles: [],
      baseline: new Set(),
      today,
      bundled,
      rendering: { helm: [], kustomize: [], allowNetwork: false, refusal: null },
    })
    const report = toJsonReport(await check(prepared.repository, prepared.options))
    const unread = left
      .filter((path) => /\.(ya?ml|json)$/.test(path))
      .map((file) => ({ file, line: 1, message: 'the file is too large to be read' }))
    return { report: { ...report, problems: [...report.problems, ...unread] }, commit }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
