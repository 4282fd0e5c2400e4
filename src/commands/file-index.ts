/** Paths of the repository by base name. */
import type { Repository } from '../repository/repository.ts'

/** Look-ups by base name, computed when first asked for. */
export interface FileIndex {
  pathsNamed(name: string): readonly string[]
  /** Dockerfiles by their usual names. */
  dockerfiles(): readonly string[]
  /** Compose files by their usual names. */
  composeFiles(): readonly string[]
}

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
  }
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
