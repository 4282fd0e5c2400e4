/** A commit status with a stable name, for branch protection and merge queues. */
import { shorten } from './byte-budget.ts'
import type { GitHubClient } from './client.ts'
import { maxStatusDescription } from './limits.ts'
import type { RepositoryName } from './repository-name.ts'

/** A status to set. */
export interface CommitStatus {
  readonly sha: string
  readonly context: string
  readonly state: 'success' | 'failure' | 'error'
  readonly description: string
  readonly targetUrl: string
}

/** Sets a status; setting it twice is harmless, the last one counts. https://docs.github.com/rest/commits/statuses#create-a-commit-status */
export async function setStatus(client: GitHubClient, repository: RepositoryName, status: CommitStatus): Promise<void> {
  await client.send({
    route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
    parameters: {
      owner: repository.owner,
      repo: repository.repo,
      sha: status.sha,
      context: status.context,
      state: status.state,
      description: shorten(status.description, maxStatusDescription),
      target_url: status.targetUrl,
    },
    isRepeatable: true,
  })
}
