/** Changing and taking away comments that stand on a pull request already. */
import type { GitHubClient } from './client.ts'
import { type ApiFailure, attempt } from './failure.ts'
import type { Removal } from './plan.ts'
import type { PostedComment } from './posted-comment.ts'
import { deleteComment, editComment, minimiseComment, type PullRequestName } from './pull-request-api.ts'

/** Takes a comment away; one that is gone already counts as done. Gives the failure, null when it went. */
export async function removeComment(
  target: { readonly client: GitHubClient; readonly pull: PullRequestName },
  posted: PostedComment,
  how: { readonly removal: Removal; readonly classifier: 'OUTDATED' | 'RESOLVED' | 'DUPLICATE' },
): Promise<ApiFailure | null> {
  const result = await attempt(() =>
    how.removal === 'delete'
      ? deleteComment(target.client, target.pull, posted.id)
      : minimiseComment(target.client, posted.nodeId, how.classifier),
  )
  return 'value' in result || result.failure.status === 404 ? null : result.failure
}

/** Gives a comment new words. Gives the failure, null when it was done. */
export async function rewordComment(
  target: { readonly client: GitHubClient; readonly pull: PullRequestName },
  posted: PostedComment,
  body: string,
): Promise<ApiFailure | null> {
  const result = await attempt(() => editComment(target.client, target.pull, { id: posted.id, body }))
  return 'value' in result ? null : result.failure
}
