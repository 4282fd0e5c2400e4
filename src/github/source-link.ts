/** Links to lines of files on GitHub. */
import type { RepositoryName } from './repository-name.ts'

/** A repository at a commit. */
export interface SourceBase {
  readonly serverUrl: string
  readonly repository: RepositoryName
  readonly sha: string
}

/** The address of a line; every segment of the path is encoded. https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/creating-a-permanent-link-to-a-code-snippet */
export function sourceLink(base: SourceBase, path: string, line: number): string {
  const { owner, repo } = base.repository
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `${base.serverUrl}/${owner}/${repo}/blob/${base.sha}/${encoded}#L${line}`
}
