/** Links to lines of files on GitHub. */
import type { RepositoryName } from './repository-name.ts'

/** A repository at a commit. */
export interface SourceBase {
  readonly serverUrl: string
  readonly repository: RepositoryName
  readonly sha: string
  /** Of a report over many repositories: the commits by `owner/name`; paths start with that name. */
  readonly commits?: ReadonlyMap<string, string> | undefined
}

/** The address of a line; every segment of the path is encoded. https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/creating-a-permanent-link-to-a-code-snippet */
export function sourceLink(base: SourceBase, path: string, line: number): string {
  const repository = repositoryOf(base, path)
  const { owner, repo } = base.repository
  const [name, sha, inside] =
    repository === null
      ? [`${owner}/${repo}`, base.sha, path]
      : [repository, base.commits?.get(repository) ?? 'HEAD', path.slice(repository.length + 1)]
  const encoded = inside.split('/').map(encodeURIComponent).join('/')
  return `${base.serverUrl}/${name}/blob/${sha}/${encoded}#L${line}`
}

/** The repository that a path of a merged report starts with; null when the report is of one repository. */
export function repositoryOf({ commits }: SourceBase, path: string): string | null {
  const name = path.split('/').slice(0, 2).join('/')
  return commits?.has(name) === true ? name : null
}

/** The same place whatever the commits. */
export function withoutCommits(base: SourceBase): SourceBase {
  const commits = new Map([...(base.commits ?? [])].map(([name]) => [name, 'HEAD']))
  return { ...base, sha: 'HEAD', commits }
}
