/** Chooses how findings are published: a review, the audit issue, or annotations. */
import type { JsonFinding } from '../reports/json-report.ts'
import { UserError } from '../source/errors.ts'
import { logLine } from './annotations.ts'
import type { Change } from './change.ts'
import { failureNotices, type Notice } from './channel.ts'
import type { GitHubClient } from './client.ts'
import { publishDashboard } from './dashboard.ts'
import type { EventContext } from './event.ts'
import { ApiFailure } from './failure.ts'
import type { ActionInputs } from './inputs.ts'
import { shortHash } from './marker.ts'
import type { Checked } from './perform-check.ts'
import type { ActionPorts } from './ports.ts'
import { reviewPullRequest } from './review-channel.ts'
import type { Selection } from './select-findings.ts'

/** What became of the findings. */
export interface Published {
  readonly places: ReadonlyMap<JsonFinding, string>
  /** To be annotated. */
  readonly undelivered: readonly JsonFinding[]
  readonly notices: readonly Notice[]
  readonly reviewUrl: string | null
  readonly issue: { readonly number: number; readonly url: string } | null
}

/** Everything publishing needs. */
export interface PublishTarget {
  readonly ports: ActionPorts
  readonly inputs: ActionInputs
  readonly client: GitHubClient
  readonly context: EventContext
  readonly change: Change | null
  readonly checked: Checked
  readonly selection: Selection
}

/** Publishes. Fails with a UserError when the mode does not go with the event. */
export async function publishFindings(target: PublishTarget): Promise<Published> {
  switch (modeOf(target)) {
    case 'review':
      return await publishAsReview(target)
    case 'audit':
      return await publishAsIssue(target)
    case 'check':
      return { ...onlyAnnotations(target.selection), notices: [] }
  }
}

function modeOf({ inputs, context, change }: PublishTarget): 'review' | 'audit' | 'check' {
  if (inputs.mode === 'audit') return 'audit'
  if (change !== null) return 'review'
  if (inputs.mode === 'review')
    throw new UserError(`mode is review, but the event ${context.eventName} has no pull request.`)
  return context.trigger.kind === 'scheduled' ? 'audit' : 'check'
}

async function publishAsReview(target: PublishTarget): Promise<Published> {
  const { change, checked, context, inputs, selection } = target
  const silence = change === null ? null : reasonForSilence(inputs, change)
  if (change === null || silence !== null) {
    const notices: readonly Notice[] = silence === null || silence === '' ? [] : [{ level: 'notice', text: silence }]
    return { ...onlyAnnotations(selection), notices }
  }
  const base = { serverUrl: context.serverUrl, repository: context.repository, sha: change.event.headSha }
  const isReadOnly = !change.event.isTarget && (change.event.isFork || context.actor === 'dependabot[bot]')
  const instance = instanceOf(target)
  const { url, ...outcome } = await reviewPullRequest({
    ...target,
    change,
    base,
    isReadOnly,
    instance,
    report: checked.report,
    notices: checked.notices,
  })
  return { ...outcome, reviewUrl: url, issue: null }
}

/** Why nothing is to be written on the pull request: empty when `review` is off, null when it may be written on. */
function reasonForSilence(inputs: ActionInputs, change: Change): string | null {
  if (inputs.review === 'off') return ''
  if (inputs.skipDrafts && change.event.isDraft) return 'The pull request is a draft, so it is not commented on.'
  if (!inputs.skipAuthors.includes(change.event.author)) return null
  return 'The author of the pull request is listed in skip-authors, so it is not commented on.'
}

async function publishAsIssue(target: PublishTarget): Promise<Published> {
  const { client, context, inputs, ports, selection } = target
  const nothing = { places: new Map(), undelivered: [], notices: [], reviewUrl: null, issue: null }
  if (!inputs.auditIssue) return nothing
  if (inputs.dryRun) {
    ports.print(
      logLine(
        `Plan: bring the issue ${JSON.stringify(inputs.issueTitle)} up to date with ${selection.counted.length} findings.`,
      ),
    )
    return nothing
  }
  try {
    const base = {
      serverUrl: context.serverUrl,
      repository: context.repository,
      sha: context.trigger.headSha,
      commits: target.checked.commits,
    }
    const outcome = await publishDashboard({
      client,
      repository: context.repository,
      title: inputs.issueTitle,
      labels: inputs.issueLabels,
      reopen: inputs.reopenIssue ? 'always' : 'whenClean',
      content: { report: target.checked.report, findings: selection.counted, base, instance: instanceOf(target) },
      now: ports.now,
    })
    ports.print(logLine(`Audit issue: ${outcome.action}.`))
    if (outcome.action !== 'issues disabled') {
      const places = outcome.issue === null ? [] : selection.counted.map((finding) => [finding, 'audit issue'] as const)
      return { ...nothing, places: new Map(places), issue: outcome.issue }
    }
    const notices: readonly Notice[] = [
      { level: 'notice', text: 'Issues are disabled in this repository, so there is no audit issue.' },
    ]
    return { ...onlyAnnotations(selection), notices }
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    return { ...onlyAnnotations(selection), notices: failureNotices([error], { mode: 'audit', isReadOnly: false }) }
  }
}

function onlyAnnotations(selection: Selection): Omit<Published, 'notices'> {
  return { places: new Map(), undelivered: selection.counted, reviewUrl: null, issue: null }
}

/** Tells jobs apart, so that those of a matrix do not take away each other's comments. */
function instanceOf({ context, inputs }: PublishTarget): string {
  const { workflow, job } = context
  return shortHash([workflow, job, inputs.shard ?? '', ...inputs.paths, '', ...inputs.helm, '', ...inputs.kustomize])
}
