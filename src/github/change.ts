/** The pull request a run is about, with its changed files. */
import type { GitHubClient } from './client.ts'
import type { FileDiff } from './diff.ts'
import { type EventContext, type PullRequestEvent, readPullRequest } from './event.ts'
import { type ApiFailure, attempt } from './failure.ts'
import { findPullRequest, listChangedFiles, type PullRequestName } from './pull-request-api.ts'

/** A pull request and what it changes; `failure` when the files could not be listed. */
export interface Change {
  readonly event: PullRequestEvent
  readonly pull: PullRequestName
  readonly files: readonly FileDiff[]
  /** GitHub lists no more files than these. */
  readonly isBounded: boolean
  readonly failure: ApiFailure | null
}

/** The pull request of the event; null for events without one. */
export async function readChange(client: GitHubClient, context: EventContext): Promise<Change | null> {
  const event = await pullRequestOf(client, context)
  if (event === null) return null
  const pull = { ...context.repository, number: event.number }
  const listed = await attempt(() => listChangedFiles(client, pull))
  if ('failure' in listed) return { event, pull, files: [], isBounded: true, failure: listed.failure }
  return { event, pull, ...listed.value, failure: null }
}

/**
 * A workflow that runs after another one learns the pull request from GitHub by head and commit, never from an artifact.
 * https://docs.github.com/actions/reference/events-that-trigger-workflows#workflow_run
 */
async function pullRequestOf(client: GitHubClient, context: EventContext): Promise<PullRequestEvent | null> {
  const { trigger } = context
  if (trigger.kind === 'pullRequest') return trigger
  if (trigger.kind !== 'workflowRun' || !trigger.triggeredBy.startsWith('pull_request')) return null
  const head = { owner: trigger.headOwner, branch: trigger.headBranch, sha: trigger.headSha }
  const pull = await findPullRequest(client, context.repository, head)
  return pull === null ? null : readPullRequest(pull, 'workflow_run')
}
