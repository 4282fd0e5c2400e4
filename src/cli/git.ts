/** Reading another revision through git; nothing is checked out and no shell is involved. */
import { execFileSync } from 'node:child_process'
import { isAbsolute, join, relative, sep } from 'node:path'
import { UserError } from '../source/errors.ts'

/** More output than this is refused: one file of it would be no manifest. */
const MOST_BYTES = 256 * 2 ** 20

/** What replaces the files of the working tree: the text at the revision, or null for a file that was not there. */
export type RevisionOverlay = ReadonlyMap<string, string | null>

/** The differences between the working tree and a revision, by path from the working directory. */
export function readRevision(revision: string, workingDirectory: string): RevisionOverlay {
  const root = gitText(['rev-parse', '--show-toplevel'], workingDirectory, '--base needs a git work tree').trim()
  const missing = `git knows no revision ${JSON.stringify(revision)}; a shallow clone has to fetch it first`
  const commit = gitText(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    root,
    missing,
  ).trim()
  const blobs = new Map(list(['ls-tree', '-r', '-z', '--full-tree', commit], root).flatMap(readTreeEntry))
  const changed = list(
    ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', commit, '--'],
    root,
  )
  const untracked = list(['ls-files', '--others', '--exclude-standard', '-z'], root)
  return new Map(
    [...new Set([...changed, ...untracked])].map((path) => {
      const blob = blobs.get(path)
      return [
        fromWorkingDirectory(join(root, path), workingDirectory),
        blob === undefined ? null : blobText(blob, root),
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
function blobText(blob: string, root: string): string | null {
  const bytes = git(['cat-file', 'blob', blob], root, `git cannot read ${blob}`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function list(words: readonly string[], root: string): readonly string[] {
  return gitText(words, root, `git ${words[0] ?? ''} failed`)
    .split('\0')
    .filter((entry) => entry !== '')
}

function gitText(words: readonly string[], folder: string, failure: string): string {
  return git(words, folder, failure).toString('utf8')
}

function git(words: readonly string[], folder: string, failure: string): Buffer {
  try {
    return execFileSync('git', ['-C', folder, ...words], {
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UserError('git was not found; --base needs it to read the other revision')
    throw new UserError(failure)
  }
}

function fromWorkingDirectory(absolute: string, workingDirectory: string): string {
  const way = relative(workingDirectory, absolute)
  return isAbsolute(way) ? absolute : way.split(sep).join('/')
}
