/** Keeps exactly one summary comment on a pull request up to date. */
import type { GitHubClient } from './client.ts'
import { ApiFailure, attempt } from './failure.ts'
import {
  createIssueComment,
  deleteIssueComment,
  editIssueComment,
  type IssueComment,
  listIssueComments,
} from './issue-api.ts'
import { readMarker } from './marker.ts'
import type { PullRequestName } from './pull-request-api.ts'
import { isOwnLogin, whoAmI } from './viewer.ts'

/** Where the comment goes and what it says. */
export interface SummaryTarget {
  readonly client: GitHubClient
  readonly pull: PullRequestName
  readonly instance: string
  readonly body: string
  /** Without anything to say only a comment that stands already is brought up to date. */
  readonly isWanted: boolean
}

/**
 * Creates, updates or leaves the comment; further ones of ours are deleted. Gives its address, null when there is none.
 * Fails with an {@link ApiFailure}; after a lost answer it is looked for before anybody writes again.
 */
export async function publishSummaryComment(target: SummaryTarget): Promise<string | null> {
  const own = await ownComments(target)
  const [standing, ...further] = own
  for (const comment of further) await attempt(() => deleteIssueComment(target.client, target.pull, comment.id))
  if (standing === undefined) return target.isWanted ? await create(target) : null
  if (standing.body === target.body) return standing.url
  const edited = await editIssueComment(target.client, target.pull, { id: standing.id, body: target.body })
  return edited.url
}

async function create(target: SummaryTarget): Promise<string | null> {
  const { client, pull, body } = target
  const result = await attempt(() => createIssueComment(client, pull, { number: pull.number, body }))
  if ('value' in result) return result.value.url
  if (result.failure.kind !== 'unknown') throw result.failure
  const [arrived] = await ownComments(target)
  if (arrived === undefined) throw result.failure
  return arrived.url
}

async function ownComments(target: SummaryTarget): Promise<readonly IssueComment[]> {
  const { client, pull, instance } = target
  const comments = await listIssueComments(client, pull, pull.number)
  if (comments === null) {
    const message = 'the pull request has more comments than can be read'
    throw new ApiFailure('refused', 200, { message, acceptedPermissions: null })
  }
  const marked = comments.filter((comment) => readMarker(comment.body, 'summary', instance) !== null)
  if (marked.length === 0) return []
  const viewer = await whoAmI(client)
  return marked.filter((comment) => isOwnLogin(viewer, comment.author))
}
