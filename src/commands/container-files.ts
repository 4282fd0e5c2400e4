/** Files as a container sees them: mounted ConfigMaps, files copied by the Dockerfile, files of the repository. */

import type { Repository } from '../repository/repository.ts'
import { largestOf } from '../source/lists.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import type { Container } from '../workloads/workload.ts'
import type { FileIndex } from './file-index.ts'
import type { ImageDefinition } from './image.ts'
import { normalisePath, readRepositoryFile } from './repository-files.ts'

/** What became of a file. */
export type ContainerFile =
  | { readonly kind: 'text'; readonly text: SourcedText }
  | { readonly kind: 'unknown'; readonly why: string }

/** Where a container's files may come from. */
export interface FileSources {
  readonly container: Container
  readonly image: ImageDefinition | null
  readonly repository: Repository
  readonly index: FileIndex
  /** Path of the manifest, to prefer files near it. */
  readonly near: string
  /** Told when a file that is asked for may be found, so that another container could see another one. */
  readonly onFound?: () => void
}

/**
 * Reads a file by its absolute path in the container. A file that is neither mounted nor copied by a known Dockerfile is
 * looked for in the repository: the one whose path ends alike, when there is exactly one.
 */
export function readContainerFile(sources: FileSources, path: string): ContainerFile {
  const absolute = normalisePath(path)
  const mounted = sources.container.readMounted(absolute)
  if (mounted.kind !== 'notMounted') {
    sources.onFound?.()
    return mounted
  }
  const copied = sources.image?.readFile(absolute) ?? null
  if (copied !== null) return { kind: 'text', text: copied }
  const alike = findAlike(sources, absolute)
  if (alike === null) return { kind: 'unknown', why: `${absolute} is neither mounted nor found in the repository` }
  const text = readRepositoryFile(sources.repository, alike)
  return text === null ? { kind: 'unknown', why: `${alike} cannot be read` } : { kind: 'text', text }
}

/** The file of the repository whose path shares the longest end with a path of the container, if one alone does. */
function findAlike(sources: FileSources, absolute: string): string | null {
  const wanted = absolute.split('/').filter((part) => part !== '')
  const name = wanted.at(-1)
  if (name === undefined) return null
  let best: string[] = []
  let longest = 0
  const named = sources.index.pathsNamed(name)
  if (named.length > 0) sources.onFound?.()
  for (const path of named) {
    const common = commonEnd(path.split('/'), wanted)
    if (common === 0 || common < longest) continue
    best = common === longest ? [...best, path] : [path]
    longest = common
  }
  const [only] = best
  if (best.length === 1 && only !== undefined) return only
  return nearestPath(best, sources.near)
}

function commonEnd(path: readonly string[], wanted: readonly string[]): number {
  let common = 0
  while (common < path.length && common < wanted.length && path.at(-1 - common) === wanted.at(-1 - common)) common++
  return common
}

/** Of several files the one in the manifest's own application folder: it shares the longest beginning, alone. */
function nearestPath(paths: readonly string[], near: string): string | null {
  const scored = paths.map((path) => ({ path, common: commonStart(path, near) }))
  const most = Math.max(0, largestOf(scored.map((candidate) => candidate.common)))
  const closest = scored.filter((candidate) => candidate.common === most)
  return most > 0 && closest.length === 1 ? (closest[0]?.path ?? null) : null
}

function commonStart(path: string, near: string): number {
  const left = path.split('/')
  const right = near.split('/')
  let common = 0
  while (common < left.length - 1 && common < right.length - 1 && left[common] === right[common]) common++
  return common
}
