/** What to do with the review comments of a pull request, as data that can be printed before anything happens. */
import type { JsonFinding } from '../reports/json-report.ts'
import type { PostedComment } from './posted-comment.ts'
import type { CommentAnchor } from './pull-request-api.ts'
import { heaviest, severityWeight } from './severity.ts'

/** A comment as it should stand on the pull request. */
export interface WantedComment {
  readonly anchor: CommentAnchor
  readonly body: string
  readonly findings: readonly JsonFinding[]
  /** Keys of the findings. */
  readonly fingerprints: readonly string[]
  /** Hash of the text of the lines. */
  readonly anchorHash: string
  readonly hasSuggestion: boolean
}

/** How a comment that is no longer wanted goes: a person's reply keeps the thread, so then it is only folded away. */
export type Removal = 'delete' | 'minimise'

/** One step of a plan. */
export type PlannedAction =
  | { readonly kind: 'create'; readonly comment: WantedComment }
  | { readonly kind: 'keep'; readonly comment: WantedComment; readonly posted: PostedComment }
  | { readonly kind: 'edit'; readonly comment: WantedComment; readonly posted: PostedComment }
  | {
      readonly kind: 'move'
      readonly comment: WantedComment
      readonly posted: PostedComment
      readonly removal: Removal
    }
  | { readonly kind: 'remove'; readonly posted: PostedComment; readonly removal: Removal; readonly why: RemovalReason }
  | { readonly kind: 'overflow'; readonly comment: WantedComment }

/** Why a comment goes. */
export type RemovalReason = 'fixed' | 'duplicate'

/** All steps. */
export interface ReviewPlan {
  readonly actions: readonly PlannedAction[]
}

/**
 * Compares the comments that should stand with those that do. Each finding ends with exactly one live comment, unless
 * `maxComments` is reached; threads that a person settled are left as they are.
 */
export function planReview(
  wanted: readonly WantedComment[],
  posted: readonly PostedComment[],
  maxComments: number,
): ReviewPlan {
  const live = posted.filter((comment) => !comment.isMinimised && !comment.isSettled)
  const matches = matchComments(wanted, live)
  const used = new Set(matches.values())
  const ranked = [...wanted].sort((a, b) => rank(b, matches) - rank(a, matches))
  const actions = ranked.map((comment, index) => actionFor(comment, matches.get(comment), index < maxComments))
  const wantedFingerprints = new Set(wanted.flatMap((comment) => comment.fingerprints))
  const removals = live.filter((comment) => !used.has(comment)).map((comment) => removalOf(comment, wantedFingerprints))
  return { actions: [...actions, ...removals] }
}

/** A plan as lines of plain text. */
export function printPlan(plan: ReviewPlan): string {
  if (plan.actions.length === 0) return 'nothing to do'
  return plan.actions.map(printAction).join('\n')
}

/** Pairs every wanted comment with the standing one that shares most of its findings. */
function matchComments(
  wanted: readonly WantedComment[],
  live: readonly PostedComment[],
): ReadonlyMap<WantedComment, PostedComment> {
  const pairs = wanted.flatMap((comment) =>
    live.map((candidate) => ({ comment, candidate, score: similarity(comment, candidate) })),
  )
  const matches = new Map<WantedComment, PostedComment>()
  const taken = new Set<PostedComment>()
  for (const { comment, candidate, score } of pairs.sort(
    (a, b) => b.score - a.score || a.candidate.id - b.candidate.id,
  )) {
    if (score === 0 || matches.has(comment) || taken.has(candidate)) continue
    matches.set(comment, candidate)
    taken.add(candidate)
  }
  return matches
}

/** Zero when nothing is shared. */
function similarity(comment: WantedComment, posted: PostedComment): number {
  const shared = comment.fingerprints.filter((fingerprint) => posted.fingerprints.includes(fingerprint)).length
  if (shared === 0) return 0
  const all = new Set([...comment.fingerprints, ...posted.fingerprints]).size
  return shared / all + (isSameAnchor(comment.anchor, posted.anchor) ? 0.5 : 0)
}

/** Errors first, then what stands already, then what can be fixed with a button. */
function rank(comment: WantedComment, matches: ReadonlyMap<WantedComment, PostedComment>): number {
  const severity = heaviest(comment.findings)
  const weight = severity === null ? 0 : severityWeight[severity]
  return weight * 4 + (matches.has(comment) ? 2 : 0) + (comment.hasSuggestion ? 1 : 0)
}

function actionFor(comment: WantedComment, posted: PostedComment | undefined, isWithinLimit: boolean): PlannedAction {
  if (posted === undefined) return isWithinLimit ? { kind: 'create', comment } : { kind: 'overflow', comment }
  const isInPlace = isSameAnchor(comment.anchor, posted.anchor) && comment.anchorHash === posted.anchorHash
  if (!isInPlace) return { kind: 'move', comment, posted, removal: removalFor(posted) }
  if (comment.body === posted.body) return { kind: 'keep', comment, posted }
  return { kind: 'edit', comment, posted }
}

function removalOf(posted: PostedComment, wantedFingerprints: ReadonlySet<string>): PlannedAction {
  const isDuplicate = posted.fingerprints.some((fingerprint) => wantedFingerprints.has(fingerprint))
  return { kind: 'remove', posted, removal: removalFor(posted), why: isDuplicate ? 'duplicate' : 'fixed' }
}

function removalFor(posted: PostedComment): Removal {
  return posted.hasReplies ? 'minimise' : 'delete'
}

function isSameAnchor(a: CommentAnchor, b: CommentAnchor | null): boolean {
  if (b === null || a.path !== b.path) return false
  if (a.kind === 'file' || b.kind === 'file') return a.kind === b.kind
  return a.startLine === b.startLine && a.endLine === b.endLine
}

function printAction(action: PlannedAction): string {
  switch (action.kind) {
    case 'create':
      return `create    ${printAnchor(action.comment.anchor)} ${policies(action.comment)}`
    case 'keep':
      return `keep      ${printAnchor(action.comment.anchor)} ${policies(action.comment)}`
    case 'edit':
      return `edit      ${printAnchor(action.comment.anchor)} ${policies(action.comment)}`
    case 'move':
      return `move      ${printAnchor(action.posted.anchor)} to ${printAnchor(action.comment.anchor)} ${policies(action.comment)}`
    case 'remove':
      return `${action.removal.padEnd(9)} ${printAnchor(action.posted.anchor)}, ${action.why}`
    case 'overflow':
      return `summarise ${printAnchor(action.comment.anchor)} ${policies(action.comment)}, beyond max-comments`
  }
}

function printAnchor(anchor: CommentAnchor | null): string {
  if (anchor === null) return '(outdated)'
  if (anchor.kind === 'file') return `${anchor.path} (file)`
  const lines = anchor.startLine === anchor.endLine ? '' : `-${anchor.endLine}`
  return `${anchor.path}:${anchor.startLine}${lines}`
}

function policies(comment: WantedComment): string {
  return [...new Set(comment.findings.map((finding) => finding.policy))].join(', ')
}
