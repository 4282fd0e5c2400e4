/** Writing new review comments: one review, and when GitHub refuses it, smaller and smaller pieces until nothing is lost. */
import { appendAll } from '../source/lists.ts'
import type { GitHubClient } from './client.ts'
import { type ApiFailure, attempt } from './failure.ts'
import { maxFileComments, maxReviewAttempts } from './limits.ts'
import type { WantedComment } from './plan.ts'
import { listPostedComments } from './posted-comment.ts'
import { createComment, createReview, type PullRequestName } from './pull-request-api.ts'

/** What became of the comments. Every one is in exactly one of the two lists. */
export interface PostResult {
  readonly posted: readonly WantedComment[]
  readonly refused: readonly WantedComment[]
  /** The failure that ended the attempts or refused a comment, null when all went well. */
  readonly failure: ApiFailure | null
  /** The address of the first review or comment written. */
  readonly url: string | null
}

/** Where the comments go. */
export interface PostTarget {
  readonly client: GitHubClient
  readonly pull: PullRequestName
  readonly headSha: string
  readonly instance: string
  readonly sleep: (milliseconds: number) => Promise<void>
}

interface Progress {
  readonly posted: WantedComment[]
  readonly refused: WantedComment[]
  failure: ApiFailure | null
  url: string | null
  isStopped: boolean
  attempts: number
  fileComments: number
}

/** Milliseconds until a write whose answer was lost shows up in a list. */
const settlingMs = 3000

/**
 * Posts comments. A review is all or nothing and its 422 does not name the culprit, so a refused batch is halved; a single
 * refused comment becomes a file comment. After a lost answer the comments are listed again, so that none is written twice.
 */
export async function postComments(target: PostTarget, comments: readonly WantedComment[]): Promise<PostResult> {
  const progress: Progress = {
    posted: [],
    refused: [],
    failure: null,
    url: null,
    isStopped: false,
    attempts: 0,
    fileComments: 0,
  }
  const onLines = comments.filter((comment) => comment.anchor.kind === 'lines').sort(lowerLinesFirst)
  const onFiles = comments.filter((comment) => comment.anchor.kind === 'file')
  await postBatch(target, onLines, progress)
  for (const comment of onFiles) await postOnFile(target, comment, progress)
  return progress
}

async function postBatch(target: PostTarget, batch: readonly WantedComment[], progress: Progress): Promise<void> {
  if (batch.length === 0) return
  if (progress.isStopped || progress.attempts >= maxReviewAttempts) return refuse(batch, progress)
  progress.attempts += 1
  const result = await attempt(() =>
    createReview(target.client, target.pull, { headSha: target.headSha, comments: batch }),
  )
  if ('value' in result) return accept(batch, result.value, progress)
  progress.failure = result.failure
  const [only] = batch
  switch (result.failure.kind) {
    case 'invalid':
      if (batch.length === 1 && only !== undefined) return await postOnFile(target, only, progress)
      await postBatch(target, batch.slice(0, Math.ceil(batch.length / 2)), progress)
      return await postBatch(target, batch.slice(Math.ceil(batch.length / 2)), progress)
    case 'unknown':
      return await afterLostAnswer(target, batch, (missing) => postBatch(target, missing, progress), progress)
    default:
      stop(batch, progress)
  }
}

async function postOnFile(target: PostTarget, comment: WantedComment, progress: Progress): Promise<void> {
  if (progress.isStopped || progress.fileComments >= maxFileComments) return refuse([comment], progress)
  progress.fileComments += 1
  const anchor = { kind: 'file', path: comment.anchor.path } as const
  const result = await attempt(() =>
    createComment(target.client, target.pull, { anchor, body: comment.body, headSha: target.headSha }),
  )
  if ('value' in result) return accept([comment], result.value, progress)
  progress.failure = result.failure
  if (result.failure.kind === 'invalid' || result.failure.kind === 'refused') return refuse([comment], progress)
  if (result.failure.kind !== 'unknown') return stop([comment], progress)
  await afterLostAnswer(target, [comment], (missing) => refuse(missing, progress), progress)
}

/** Finds out what of a batch arrived; what did not is given to `retry`, at most twice in a run. */
async function afterLostAnswer(
  target: PostTarget,
  batch: readonly WantedComment[],
  retry: (missing: readonly WantedComment[]) => Promise<void> | void,
  progress: Progress,
): Promise<void> {
  await target.sleep(settlingMs)
  const listed = await attempt(() => listPostedComments(target.client, target.pull, target.instance))
  if ('failure' in listed) return stop(batch, progress)
  const bodies = new Map(listed.value.map((comment) => [comment.body, comment.url]))
  const arrived = batch.filter((comment) => bodies.has(comment.body))
  const missing = batch.filter((comment) => !bodies.has(comment.body))
  accept(arrived, arrived[0] === undefined ? null : (bodies.get(arrived[0].body) ?? null), progress)
  if (missing.length === 0) return
  if (progress.attempts > 2) return stop(missing, progress)
  await retry(missing)
}

function accept(comments: readonly WantedComment[], url: string | null, progress: Progress): void {
  appendAll(progress.posted, comments)
  progress.url ??= url
}

function refuse(comments: readonly WantedComment[], progress: Progress): void {
  appendAll(progress.refused, comments)
}

function stop(comments: readonly WantedComment[], progress: Progress): void {
  progress.isStopped = true
  refuse(comments, progress)
}

/** Suggestions applied one after another from the bottom leave the lines of the others where they are. */
function lowerLinesFirst(a: WantedComment, b: WantedComment): number {
  if (a.anchor.path !== b.anchor.path) return a.anchor.path < b.anchor.path ? -1 : 1
  return lastLine(b) - lastLine(a)
}

function lastLine(comment: WantedComment): number {
  return comment.anchor.kind === 'lines' ? comment.anchor.endLine : 0
}
