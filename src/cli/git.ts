/** Reading another revision through git; nothing is checked out and no shell is involved. */
import { execFileSync } from 'node:child_process'
import { posix } from 'node:path'
import { UserError } from '../source/errors.ts'
import type { Terminal } from './terminal.ts'

/** More output than this is refused: one file of it would be no manifest. */
const MOST_BYTES = 256 * 2 ** 20

/** What replaces the files of the working tree: the text at the revision, or null for a file that was not there. */
export type RevisionOverlay = ReadonlyMap<string, string | null>

/** The differences between the working tree and a revision, by path from the working directory. */
export function readRevision(revision: string, { workingDirectory, environment }: Terminal): RevisionOverlay {
  const git: Git = (words, folder, failure) => runGit(words, { folder, environment, failure })
  const root = git(['rev-parse', '--show-toplevel'], workingDirectory, '--base needs a git work tree')
    .toString('utf8')
    .trim()
  const prefix = git(['rev-parse', '--show-prefix'], workingDirectory, '--base needs a git work tree')
    .toString('utf8')
    .trim()
  const missing = `git knows no revision ${JSON.stringify(revision)}; a shallow clone has to fetch it first`
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], root, missing)
    .toString('utf8')
    .trim()
  const list = (words: readonly string[]) =>
    git(words, root, `git ${words[0] ?? ''} failed`)
      .toString('utf8')
      .split('\0')
      .filter((entry) => entry !== '')
  const blobs = new Map(list(['ls-tree', '-r', '-z', '--full-tree', commit]).flatMap(readTreeEntry))
  const changed = list(['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', commit, '--'])
  const untracked = list(['ls-files', '--others', '--exclude-standard', '-z'])
  return new Map(
    [...new Set([...changed, ...untracked])].map((path) => {
      const blob = blobs.get(path)
      return [
        posix.relative(`/${prefix}`, `/${path}`),
        blob === undefined ? null : blobText(git(['cat-file', 'blob', blob], root, `git cannot read ${path}`)),
      ]
    }),
  )
}

/** `MODE TYPE SHA\tPATH` of a regular file; links and submodules have no text of their own. https://git-scm.com/docs/git-ls-tree#_output_format */
function readTreeEntry(line: string): readonly (readonly [string, string])[] {
  const match = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line)
  return match?.[1] === undefined || match[2] === undefined ? [] : [[match[2], match[1]]]
}

/** The text of a blob; null when it is not UTF-8. */
function blobText(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

type Git = (words: readonly string[], folder: string, failure: string) => Buffer

function runGit(
  words: readonly string[],
  run: { readonly folder: string; readonly environment: Terminal['environment']; readonly failure: string },
): Buffer {
  try {
    return execFileSync('git', ['-C', run.folder, ...words], {
      env: { ...run.environment },
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      throw new UserError('git was not found; --base needs it to read the other revision')
    throw new UserError(run.failure)
  }
}
