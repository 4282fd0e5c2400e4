/** `workerlint init`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../source/errors.ts'
import { type FoundManifests, findManifests } from './find-manifests.ts'
import { chartLines, configurationFile, preCommitEntry, preCommitFile, workflowFile } from './init-files.ts'
import { EXIT, type Terminal } from './terminal.ts'
import { writeFileAtomically } from './write-file.ts'

/** The options as commander gives them. */
export interface InitCommandOptions {
  readonly force?: boolean
}

const PRE_COMMIT = '.pre-commit-config.yaml'

/** Writes the files and says what it found; with a file in the way nothing is written. */
export async function runInit(options: InitCommandOptions, terminal: Terminal): Promise<number> {
  const { workingDirectory } = terminal
  const exists = (path: string) => existsSync(resolve(workingDirectory, path))
  const found = findManifests(workingDirectory)
  const files = new Map([
    ['.workerlint.yaml', configurationFile()],
    ['.github/workflows/workerlint.yml', workflowFile(found)],
  ])
  const inTheWay = [...files.keys()].filter(exists)
  if (inTheWay.length > 0 && options.force !== true)
    throw new UserError(`${inTheWay.join(' and ')} would be overwritten; nothing was written, --force overwrites`)
  // Other hooks live in this file, so it is never overwritten.
  if (!exists(PRE_COMMIT)) files.set(PRE_COMMIT, preCommitFile(found.paths))
  for (const [path, text] of files) {
    writeFileAtomically(path, text, workingDirectory)
    terminal.stdout.write(`wrote ${path}\n`)
  }
  if (!files.has(PRE_COMMIT)) terminal.stdout.write(`add to ${PRE_COMMIT}:\n${preCommitEntry(found.paths)}`)
  terminal.stdout.write(describe(found))
  return EXIT.clean
}

/** What was found, each with the command that checks it. */
function describe({ paths, charts, kustomizations }: FoundManifests): string {
  const lines = [
    ...(paths.length === 0
      ? []
      : [`manifests in ${paths.join(', ')}: workerlint check ${paths.map(quoted).join(' ')}`]),
    ...chartLines(charts).map((chart) => `chart ${chart}: workerlint check --helm ${quoted(chart)}`),
    ...kustomizations.map((folder) => `kustomization ${folder}: workerlint check --kustomize ${quoted(folder)}`),
  ]
  return `${(lines.length === 0 ? ['no manifests found; write their folder into the workflow'] : lines).join('\n')}\n`
}

/** A word as a shell needs it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
