/** Paths of the repository by base name. */
import type { Repository } from '../repository/repository.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import { readRepositoryFile } from './repository-files.ts'

/** Look-ups by base name, computed when first asked for. */
export interface FileIndex {
  pathsNamed(name: string): readonly string[]
  /** Dockerfiles by their usual names. */
  dockerfiles(): readonly string[]
  /** Compose files by their usual names. */
  composeFiles(): readonly string[]
  /** Python files that contain one of some words; the same words are searched for once. */
  pythonFilesWith(words: readonly string[]): readonly SourcedText[]
}

/** More Python files than this are not searched. */
const MOST_PYTHON_FILES = 5000

/** Indexes a repository's paths. */
export function createFileIndex(repository: Repository): FileIndex {
  let index: Map<string, string[]> | null = null
  const get = () => {
    index ??= indexPaths(repository.listAll())
    return index
  }
  const matching = (pattern: RegExp) => [...get()].flatMap(([name, paths]) => (pattern.test(name) ? paths : [])).sort()
  let dockerfiles: readonly string[] | null = null
  let composeFiles: readonly string[] | null = null
  const searches = new Map<string, readonly SourcedText[]>()
  return {
    pathsNamed: (name) => get().get(name) ?? [],
    dockerfiles: () => {
      dockerfiles ??= matching(/^(Dockerfile|Containerfile)(\..+)?$|\.(Dockerfile|dockerfile)$/)
      return dockerfiles
    },
    composeFiles: () => {
      composeFiles ??= matching(/^(docker-)?compose.*\.ya?ml$|^skaffold\.ya?ml$/)
      return composeFiles
    },
    pythonFilesWith: (words) => {
      const key = words.join(' ')
      const known = searches.get(key) ?? searchPython(repository, matching(/\.py$/), words)
      searches.set(key, known)
      return known
    },
  }
}

function searchPython(
  repository: Repository,
  paths: readonly string[],
  words: readonly string[],
): readonly SourcedText[] {
  return paths.slice(0, MOST_PYTHON_FILES).flatMap((path) => {
    const text = readRepositoryFile(repository, path)
    return text !== null && words.some((word) => text.value.includes(word)) ? [text] : []
  })
}

function indexPaths(paths: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const named = index.get(name)
    if (named === undefined) index.set(name, [path])
    else named.push(path)
  }
  return index
}
