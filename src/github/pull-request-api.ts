/** What this program asks about a pull request and does to it. */
import type { GitHubClient } from './client.ts'
import { type FileDiff, parsePatch } from './diff.ts'
import { numberAt, objectAt, stringAt } from './json-value.ts'
import { maxListedFiles } from './limits.ts'
import { listAll } from './paging.ts'
import type { RepositoryName } from './repository-name.ts'

/** One pull request. */
export interface PullRequestName extends RepositoryName {
  readonly number: number
}

/** The state of a pull request right now. */
export interface PullRequestState {
  readonly headSha: string
  readonly baseSha: string
}

/** The changed files; `isBounded` says that GitHub lists no more of them. */
export interface ChangedFiles {
  readonly files: readonly FileDiff[]
  readonly isBounded: boolean
}

/** Where a comment goes: lines of the head version, or a file as a whole. */
export type CommentAnchor =
  | { readonly kind: 'lines'; readonly path: string; readonly startLine: number; readonly endLine: number }
  | { readonly kind: 'file'; readonly path: string }

/** A comment to write. */
export interface NewComment {
  readonly anchor: CommentAnchor
  readonly body: string
}

/** https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
export async function getPullRequest(client: GitHubClient, pull: PullRequestName): Promise<PullRequestState> {
  const data = await client.send({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: address(pull),
    isRepeatable: true,
  })
  return {
    headSha: stringAt(objectAt(data, 'head'), 'sha') ?? '',
    baseSha: stringAt(objectAt(data, 'base'), 'sha') ?? '',
  }
}

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
export async function listChangedFiles(client: GitHubClient, pull: PullRequestName): Promise<ChangedFiles> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
  const { items, isComplete } = await listAll(client, route, address(pull))
  const files = items.map(readFileDiff)
  return { files, isBounded: !isComplete || files.length >= maxListedFiles }
}

/** The open pull request whose head is exactly this commit, null when there is none. https://docs.github.com/rest/pulls/pulls#list-pull-requests */
export async function findPullRequest(
  client: GitHubClient,
  repository: RepositoryName,
  head: { readonly owner: string; readonly branch: string; readonly sha: string },
): Promise<unknown> {
  const { items } = await listAll(client, 'GET /repos/{owner}/{repo}/pulls', {
    owner: repository.owner,
    repo: repository.repo,
    state: 'open',
    head: `${head.owner}:${head.branch}`,
  })
  return items.find((item) => stringAt(objectAt(item, 'head'), 'sha') === head.sha) ?? null
}

/** Writes all comments as one review; gives its address. https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request */
export async function createReview(
  client: GitHubClient,
  pull: PullRequestName,
  review: { readonly headSha: string; readonly comments: readonly NewComment[] },
): Promise<string | null> {
  const data = await client.send({
    route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    parameters: {
      ...address(pull),
      commit_id: review.headSha,
      event: 'COMMENT',
      body: '',
      comments: review.comments.map((comment) => ({
        path: comment.anchor.path,
        body: comment.body,
        ...lineFields(comment.anchor),
      })),
    },
    isRepeatable: false,
  })
  return stringAt(data, 'html_url')
}

/** Writes one comment. https://docs.github.com/rest/pulls/comments#create-a-review-comment-for-a-pull-request */
export async function createComment(
  client: GitHubClient,
  pull: PullRequestName,
  comment: NewComment & { readonly headSha: string },
): Promise<string | null> {
  const data = await client.send({
    route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments',
    parameters: {
      ...address(pull),
      commit_id: comment.headSha,
      path: comment.anchor.path,
      body: comment.body,
      ...(comment.anchor.kind === 'file' ? { subject_type: 'file' } : lineFields(comment.anchor)),
    },
    isRepeatable: false,
  })
  return stringAt(data, 'html_url')
}

/** https://docs.github.com/rest/pulls/comments#update-a-review-comment-for-a-pull-request */
export async function editComment(
  client: GitHubClient,
  repository: RepositoryName,
  edit: { readonly id: number; readonly body: string },
): Promise<void> {
  await client.send({
    route: 'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}',
    parameters: { owner: repository.owner, repo: repository.repo, comment_id: edit.id, body: edit.body },
    isRepeatable: true,
  })
}

/** https://docs.github.com/rest/pulls/comments#delete-a-review-comment-for-a-pull-request */
export async function deleteComment(client: GitHubClient, repository: RepositoryName, id: number): Promise<void> {
  await client.send({
    route: 'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}',
    parameters: { owner: repository.owner, repo: repository.repo, comment_id: id },
    isRepeatable: true,
  })
}

/** Folds a comment away; needs no more than `pull-requests: write`. https://docs.github.com/graphql/reference/mutations#minimizecomment */
export async function minimiseComment(
  client: GitHubClient,
  nodeId: string,
  classifier: 'OUTDATED' | 'RESOLVED' | 'DUPLICATE',
): Promise<void> {
  await client.query(
    `mutation Minimize($id: ID!, $classifier: ReportedContentClassifiers!) {
      minimizeComment(input: {subjectId: $id, classifier: $classifier}) { minimizedComment { isMinimized } }
    }`,
    { id: nodeId, classifier },
  )
}

function address(pull: PullRequestName) {
  return { owner: pull.owner, repo: pull.repo, pull_number: pull.number }
}

/** One line has no `start_line`: GitHub answers 422 unless it precedes `line`. RIGHT is the head version. */
function lineFields(anchor: CommentAnchor) {
  if (anchor.kind === 'file') return {}
  const last = { line: anchor.endLine, side: 'RIGHT' }
  return anchor.startLine === anchor.endLine ? last : { ...last, start_line: anchor.startLine, start_side: 'RIGHT' }
}

function readFileDiff(item: unknown): FileDiff {
  const patch = stringAt(item, 'patch')
  const isUnchanged = numberAt(item, 'changes') === 0
  return {
    path: stringAt(item, 'filename') ?? '',
    previousPath: stringAt(item, 'previous_filename'),
    status: stringAt(item, 'status') ?? '',
    blobSha: stringAt(item, 'sha') ?? '',
    hunks: patch === null ? (isUnchanged ? [] : null) : parsePatch(patch),
  }
}
