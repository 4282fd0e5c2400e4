/** Carries out a review plan and tells what became of every comment. */
import { appendAll } from '../source/lists.ts'
import { ApiFailure } from './failure.ts'
import { type PlannedAction, planReview, type ReviewPlan, type WantedComment } from './plan.ts'
import { type PostTarget, postComments } from './post-comments.ts'
import { listPostedComments } from './posted-comment.ts'
import { removeComment, rewordComment } from './tidy-comments.ts'

/** What became of the plan. Every wanted comment is in exactly one of the first three lists. */
export interface ReviewOutcome {
  /** Stand on the pull request now. */
  readonly shown: readonly WantedComment[]
  /** Beyond `max-comments`. */
  readonly overflow: readonly WantedComment[]
  /** Could not be written; the next channel has to show them. */
  readonly undelivered: readonly WantedComment[]
  readonly failures: readonly ApiFailure[]
  readonly url: string | null
}

/**
 * Executes a plan: new and moved comments first, then new words, then removals, so that a finding is never without a comment.
 * Once the token has been refused nothing more is tried.
 */
export async function publishReview(target: PostTarget, plan: ReviewPlan): Promise<ReviewOutcome> {
  const failures: ApiFailure[] = []
  const actions = plan.actions
  const fresh = actions.filter((action) => action.kind === 'create' || action.kind === 'move')
  const result = await postComments(
    target,
    fresh.map((action) => action.comment),
  )
  if (result.failure !== null) failures.push(result.failure)
  const posted = new Set(result.posted)
  const shown = [...result.posted]
  const undelivered = result.refused.filter((comment) => !isMoved(comment, actions))
  // A moved comment that could not be written anew still stands at its old place.
  appendAll(
    shown,
    result.refused.filter((comment) => isMoved(comment, actions)),
  )
  for (const action of actions) {
    if (action.kind === 'keep') shown.push(action.comment)
    if (action.kind === 'edit') {
      const failure = isRefused(failures) ? null : await rewordComment(target, action.posted, action.comment.body)
      if (failure !== null) failures.push(failure)
      if (failure?.status === 404) undelivered.push(action.comment)
      else shown.push(action.comment)
    }
    const removal = removalStep(action, posted)
    if (removal === null || isRefused(failures)) continue
    const failure = await removeComment(target, removal.posted, removal)
    if (failure !== null) failures.push(failure)
  }
  if (posted.size > 0) appendAll(failures, await removeOwnDuplicates(target, result.posted))
  return { shown, overflow: overflowOf(actions), undelivered, failures, url: result.url }
}

function overflowOf(actions: readonly PlannedAction[]): readonly WantedComment[] {
  return actions.flatMap((action) => (action.kind === 'overflow' ? [action.comment] : []))
}

function isMoved(comment: WantedComment, actions: readonly PlannedAction[]): boolean {
  return actions.some((action) => action.kind === 'move' && action.comment === comment && action.posted.anchor !== null)
}

function removalStep(action: PlannedAction, posted: ReadonlySet<WantedComment>) {
  if (action.kind === 'move' && posted.has(action.comment)) {
    return { posted: action.posted, removal: action.removal, classifier: 'OUTDATED' } as const
  }
  if (action.kind !== 'remove') return null
  const classifier = action.why === 'fixed' ? 'RESOLVED' : 'DUPLICATE'
  return { posted: action.posted, removal: action.removal, classifier } as const
}

function isRefused(failures: readonly ApiFailure[]): boolean {
  return failures.some((failure) => failure.kind === 'forbidden' && failure.status !== 404)
}

/** Two runs at the same moment may both have written; both then keep the older comment. */
async function removeOwnDuplicates(
  target: PostTarget,
  comments: readonly WantedComment[],
): Promise<readonly ApiFailure[]> {
  try {
    const standing = await listPostedComments(target.client, target.pull, target.instance)
    const again = planReview(comments, standing, comments.length)
    const failures: ApiFailure[] = []
    for (const action of again.actions) {
      if (action.kind !== 'remove' || action.why !== 'duplicate') continue
      const failure = await removeComment(target, action.posted, { removal: action.removal, classifier: 'DUPLICATE' })
      if (failure !== null) failures.push(failure)
    }
    return failures
  } catch (error) {
    if (error instanceof ApiFailure) return [error]
    throw error
  }
}
