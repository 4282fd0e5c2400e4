/** A temporary copy of source files, in which a rendering may change things. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import type { Repository } from '../repository/repository.ts'

/** The copy; paths are those of the repository. */
export interface SourceCopy {
  /** Absolute folder that stands for the root of the repository. */
  readonly folder: string
  /** Absolute empty folder. */
  readonly home: string
  /** Absolute path of a file or folder of the repository in the copy. */
  pathOf(path: string): string
  write(path: string, content: string | Uint8Array): void
  remove(path: string): void
  /** Deletes the copy. */
  dispose(): void
}

/** More bytes are not copied for one rendering. */
const MOST_BYTES = 256 * 2 ** 20

/** Copies files of a repository; what cannot be read is left out. */
export function copySources(repository: Repository, paths: readonly string[]): SourceCopy {
  const root = mkdtempSync(join(tmpdir(), 'workerlint-'))
  const folder = join(root, 'sources')
  const home = join(root, 'home')
  mkdirSync(folder)
  mkdirSync(home)
  const pathOf = (path: string) => join(folder, insideOf(path))
  const copy: SourceCopy = {
    folder,
    home,
    pathOf,
    write(path, content) {
      const absolute = pathOf(path)
      mkdirSync(dirname(absolute), { recursive: true })
      writeFileSync(absolute, content)
    },
    remove: (path) => rmSync(pathOf(path), { force: true, recursive: true }),
    dispose: () => rmSync(root, { force: true, recursive: true }),
  }
  let size = 0
  for (const path of paths) {
    const bytes = repository.readBytes(path)
    if (bytes === null) continue
    size += bytes.length
    if (size > MOST_BYTES) break
    copy.write(path, bytes)
  }
  return copy
}

/** Paths outside the working directory (`../shared/x`) keep their relations, one folder deeper for every step up. */
function insideOf(path: string): string {
  const normal = posix.normalize(path)
  const ups = /^(\.\.\/)*/.exec(normal)?.[0].length ?? 0
  return `${'up/'.repeat(16 - ups / 3)}${normal.slice(ups)}`
}
