/** `workerlint init`. */
import { existsSync, readFileSync } from 'node:fs'
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

/** Names under which the same file may already be; the first is what is written. */
const CONFIGURATION = ['.workerlint.yaml', '.workerlint.yml', '.workerlint.json']
const WORKFLOW = ['.github/workflows/workerlint.yml', '.github/workflows/workerlint.yaml']

/** Writes the files and says what it found; with a file in the way nothing is written. */
export async function runInit(options: InitCommandOptions, terminal: Terminal): Promise<number> {
  const { workingDirectory, stdout } = terminal
  const exists = (path: string) => existsSync(resolve(workingDirectory, path))
  const found = findManifests(workingDirectory)
  const files = new Map<string, string>()
  const inTheWay: string[] = []
  const kept: string[] = []
  for (const [[name = '', ...others], text] of [
    [CONFIGURATION, configurationFile()],
    [WORKFLOW, workflowFile(found)],
  ] as const) {
    const other = others.find(exists)
    if (other !== undefined) kept.push(other)
    else files.set(name, text)
    if (other === undefined && exists(name)) inTheWay.push(name)
  }
  if (inTheWay.length > 0 && options.force !== true)
    throw new UserError(`${inTheWay.join(' and ')} would be overwritten; nothing was written, --force overwrites`)
  // Other hooks live in this file, so it is never overwritten.
  if (!exists(PRE_COMMIT)) files.set(PRE_COMMIT, preCommitFile(found.paths))
  for (const [path, text] of files) {
    writeFileAtomically(path, text, workingDirectory)
    stdout.write(`wrote ${path}\n`)
  }
  for (const path of kept) stdout.write(`kept ${path}\n`)
  if (!files.has(PRE_COMMIT))
    stdout.write(hookText(readFileSync(resolve(workingDirectory, PRE_COMMIT), 'utf8'), found.paths))
  stdout.write(describe(found))
  return EXIT.clean
}

/** What to add to the hooks that are there; nothing when ours is among them. */
function hookText(hooks: string, paths: readonly string[]): string {
  return hooks.includes('github.com/workerlint/workerlint') ? '' : `add to ${PRE_COMMIT}:\n${preCommitEntry(paths)}`
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
