/** Shows findings on a pull request: comments beside the diff and one summary comment. */
import type { JsonFinding, JsonReport } from '../reports/json-report.ts'
import { alignFindings } from './align-findings.ts'
import { logLine } from './annotations.ts'
import type { Change } from './change.ts'
import { type ChannelOutcome, failureNotices, type Notice } from './channel.ts'
import type { GitHubClient } from './client.ts'
import { ApiFailure } from './failure.ts'
import type { ActionInputs } from './inputs.ts'
import { planReview, printPlan, type WantedComment } from './plan.ts'
import type { ActionPorts } from './ports.ts'
import { listPostedComments } from './posted-comment.ts'
import { publishReview, type ReviewOutcome } from './publish-review.ts'
import { publishSummaryComment } from './publish-summary-comment.ts'
import { getPullRequest } from './pull-request-api.ts'
import type { Selection } from './select-findings.ts'
import type { SourceBase } from './source-link.ts'
import { summaryComment } from './summary-comment.ts'
import { type WantedReview, wantedReview } from './wanted-comments.ts'

/** Everything a review needs. */
export interface ReviewRun {
  readonly ports: ActionPorts
  readonly inputs: ActionInputs
  readonly client: GitHubClient
  readonly change: Change
  readonly report: JsonReport
  readonly selection: Selection
  readonly base: SourceBase
  readonly instance: string
  readonly isReadOnly: boolean
  readonly notices: readonly string[]
}

/** What the review did, with the address of the review or of the summary comment. */
export interface ReviewResult extends ChannelOutcome {
  readonly url: string | null
}

/** Reviews a pull request. Whatever GitHub refuses comes back as undelivered. */
export async function reviewPullRequest(run: ReviewRun): Promise<ReviewResult> {
  if (run.change.failure !== null) return givenUp(run, [run.change.failure])
  try {
    const state = await getPullRequest(run.client, run.change.pull)
    if (state.headSha !== run.change.event.headSha) return stale(run)
    const wanted = await wantedNow(run)
    if (run.inputs.dryRun) return dryRun(run, wanted)
    const outcome = await publishReview(postTarget(run), wanted.plan)
    return await summarise(run, wanted, outcome)
  } catch (error) {
    if (error instanceof ApiFailure) return givenUp(run, [error])
    throw error
  }
}

interface WantedNow extends WantedReview {
  readonly plan: ReturnType<typeof planReview>
  /** The finding of the report behind one on the lines of the head. */
  readonly original: ReadonlyMap<JsonFinding, JsonFinding>
}

async function wantedNow(run: ReviewRun): Promise<WantedNow> {
  const { change, client, inputs, instance, ports, selection } = run
  const source = { findings: selection.counted, readWorkspaceFile: ports.readWorkspaceFile }
  const aligned = await alignFindings(client, change, source)
  const posted = await listPostedComments(client, change.pull, instance)
  const settled = new Set(posted.filter((comment) => comment.isSettled).flatMap((comment) => comment.fingerprints))
  const present = selection.counted.flatMap((finding) => aligned.get(finding) ?? [])
  const original = new Map(selection.counted.map((finding) => [aligned.get(finding) ?? finding, finding]))
  const isInline = inputs.review === 'inline' || inputs.review === 'both'
  const options = { files: change.files, scope: inputs.scope, instance, settled }
  const review = isInline ? wantedReview(present, options) : { comments: [], elsewhere: [] }
  return { ...review, plan: planReview(review.comments, posted, inputs.maxComments), original }
}

/** Brings the summary comment up to date with everything that has no comment of its own. */
async function summarise(run: ReviewRun, wanted: WantedNow, outcome: ReviewOutcome): Promise<ReviewResult> {
  const originals = (comments: readonly WantedComment[]) =>
    comments.flatMap((comment) => comment.findings.flatMap((finding) => wanted.original.get(finding) ?? []))
  const shown = new Set(originals(outcome.shown))
  const failed = new Set(originals(outcome.undelivered))
  const listed = run.selection.counted.filter((finding) => !shown.has(finding))
  const reasons = reasonsOf(wanted, { failed, overflow: new Set(originals(outcome.overflow)) })
  const places = new Map<JsonFinding, string>([...shown].map((finding) => [finding, 'review comment']))
  const failures = [...outcome.failures]
  let url = outcome.url
  let isListed = false
  const isRefused = failures.some((failure) => failure.kind === 'forbidden')
  if (run.inputs.review !== 'inline' && !isRefused) {
    try {
      const reasonOf = (finding: JsonFinding) => reasons.get(finding) ?? 'outside the diff'
      const body = summaryComment({ ...run, listed, reasonOf })
      const { client, instance } = run
      const summaryUrl = await publishSummaryComment({
        client,
        pull: run.change.pull,
        instance,
        body,
        isWanted: listed.length > 0,
      })
      url ??= summaryUrl
      isListed = true
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      failures.push(error)
    }
  }
  if (isListed)
    for (const finding of listed) places.set(finding, `summary comment, ${reasons.get(finding) ?? 'outside the diff'}`)
  const isFallback = run.inputs.review !== 'inline' && !isListed
  const undelivered = listed.filter((finding) => failed.has(finding) || isFallback || run.inputs.scope === 'all')
  const notices = failureNotices(failures, { mode: 'review', isReadOnly: run.isReadOnly })
  return { places, undelivered, notices, url }
}

function reasonsOf(
  wanted: WantedNow,
  sets: { readonly failed: ReadonlySet<JsonFinding>; readonly overflow: ReadonlySet<JsonFinding> },
): ReadonlyMap<JsonFinding, string> {
  const reasons = new Map<JsonFinding, string>()
  for (const { finding, placement } of wanted.elsewhere) {
    const original = wanted.original.get(finding)
    if (original !== undefined && placement.kind === 'summary') reasons.set(original, placement.why)
  }
  for (const finding of sets.overflow) reasons.set(finding, 'beyond max-comments')
  for (const finding of sets.failed) reasons.set(finding, 'could not be posted')
  return reasons
}

function dryRun(run: ReviewRun, wanted: WantedNow): ReviewResult {
  run.ports.print('Plan for the pull request; nothing is written because of dry-run:')
  for (const line of printPlan(wanted.plan).split('\n')) run.ports.print(logLine(`  ${line}`))
  return { places: new Map(), undelivered: [], notices: [], url: null }
}

function givenUp(run: ReviewRun, failures: readonly ApiFailure[]): ReviewResult {
  const notices = failureNotices(failures, { mode: 'review', isReadOnly: run.isReadOnly })
  return { places: new Map(), undelivered: run.selection.counted, notices, url: null }
}

function stale(run: ReviewRun): ReviewResult {
  const text =
    'The pull request has a newer commit than the one checked here, so its comments are left to the run of that commit.'
  const notices: readonly Notice[] = [{ level: 'notice', text }]
  return { places: new Map(), undelivered: run.selection.counted, notices, url: null }
}

function postTarget(run: ReviewRun) {
  const { client, instance } = run
  return { client, pull: run.change.pull, headSha: run.change.event.headSha, instance, sleep: run.ports.sleep }
}
