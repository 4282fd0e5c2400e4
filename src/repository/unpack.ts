/** Unpacking the archive of a repository into a folder, without leaving it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UserError } from '../source/errors.ts'
import { readTar } from './read-tar.ts'

const MOST_FILES = 200_000

/** What an archive told of itself. */
export interface Unpacked {
  /** The commit that `git archive` wrote into it; null when it did not. */
  readonly commit: string | null
  /** Files that were too large. */
  readonly left: readonly string[]
}

/**
 * Writes the regular files of a gzipped tar archive below a folder, without the folder that GitHub puts around them. Links
 * are left out, so no path leads elsewhere. A damaged archive is a {@link UserError}.
 */
export async function unpackArchive(chunks: AsyncIterable<Uint8Array>, folder: string): Promise<Unpacked> {
  const left: string[] = []
  let commit: string | null = null
  let count = 0
  try {
    for await (const entry of readTar(Readable.from(chunks).pipe(createGunzip()))) {
      if (entry.kind === 'comment') {
        commit = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(entry.text) ? entry.text : commit
        continue
      }
      const path = safePath(entry.path)
      count += 1
      if (count > MOST_FILES) throw new UserError(`the archive holds more than ${MOST_FILES} files`)
      if (entry.bytes === null) left.push(path)
      else {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), entry.bytes, { flag: 'wx' })
      }
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`the archive cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { commit, left }
}

/** The path below the outermost folder; one that would lead out is refused. */
function safePath(path: string): string {
  const segments = path.split('/').slice(1)
  const isSafe = segments.every((segment) => !['', '.', '..'].includes(segment) && !/[\\\0]/.test(segment))
  if (segments.length === 0 || !isSafe) throw new UserError(`the archive holds a path that is not safe`)
  return segments.join('/')
}
