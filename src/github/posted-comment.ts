/** The review comments this program wrote on a pull request earlier, and what people did with them. */

import { appendAll } from '../source/lists.ts'
import type { GitHubClient } from './client.ts'
import { ApiFailure, attempt } from './failure.ts'
import { isTrueAt, listAt, numberAt, objectAt, stringAt } from './json-value.ts'
import { maxPages } from './limits.ts'
import { type Marker, readMarker } from './marker.ts'
import { listAll } from './paging.ts'
import type { CommentAnchor, PullRequestName } from './pull-request-api.ts'
import { isOwnLogin, whoAmI } from './viewer.ts'

/** One comment of ours. */
export interface PostedComment {
  readonly id: number
  readonly nodeId: string
  readonly url: string
  readonly body: string
  /** Null when the lines are no longer part of the diff. */
  readonly anchor: CommentAnchor | null
  /** Keys of the findings it stands for. */
  readonly fingerprints: readonly string[]
  /** Hash of the lines it was written for. */
  readonly anchorHash: string
  /** A person marked the thread as resolved, or folded the comment away for what it says. */
  readonly isSettled: boolean
  /** Folded away as outdated, resolved or duplicate; it counts as gone. */
  readonly isMinimised: boolean
  readonly hasReplies: boolean
}

/**
 * Lists our comments with `marker.instance`; the author is checked, not only the marker.
 * https://docs.github.com/graphql/reference/objects#pullrequestreviewthread
 */
export async function listPostedComments(
  client: GitHubClient,
  pull: PullRequestName,
  instance: string,
): Promise<readonly PostedComment[]> {
  const result = await attempt(() => listThreads(client, pull))
  if ('value' in result) return result.value.flatMap((thread) => readThread(thread, instance))
  if (result.failure.kind === 'busy' || result.failure.kind === 'unknown') throw result.failure
  return await listByRest(client, pull, instance)
}

const threadsQuery = `query Threads($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          isResolved path line startLine subjectType
          comments(first: 2) {
            totalCount
            nodes { id fullDatabaseId url body viewerDidAuthor isMinimized minimizedReason }
          }
        }
      }
    }
  }
}`

async function listThreads(client: GitHubClient, pull: PullRequestName): Promise<readonly unknown[]> {
  const threads: unknown[] = []
  let after: string | null = null
  for (let page = 1; page <= maxPages; page++) {
    const data = await client.query(threadsQuery, { owner: pull.owner, repo: pull.repo, number: pull.number, after })
    const connection = objectAt(objectAt(objectAt(data, 'repository'), 'pullRequest'), 'reviewThreads')
    appendAll(threads, listAt(connection, 'nodes'))
    const pageInfo = objectAt(connection, 'pageInfo')
    after = stringAt(pageInfo, 'endCursor')
    if (!isTrueAt(pageInfo, 'hasNextPage')) return threads
  }
  throw tooMany()
}

function readThread(thread: unknown, instance: string): readonly PostedComment[] {
  const comments = objectAt(thread, 'comments')
  const first = listAt(comments, 'nodes')[0]
  if (!isTrueAt(first, 'viewerDidAuthor')) return []
  const body = stringAt(first, 'body') ?? ''
  const marker = readMarker(body, 'comment', instance)
  if (marker === null) return []
  const isFolded = isTrueAt(first, 'isMinimized')
  const isOurFolding =
    isFolded && /^(outdated|resolved|duplicate)$/i.test(stringAt(first, 'minimizedReason') ?? 'outdated')
  return [
    {
      id: Number(stringAt(first, 'fullDatabaseId') ?? 0),
      nodeId: stringAt(first, 'id') ?? '',
      url: stringAt(first, 'url') ?? '',
      body,
      anchor: readAnchor(stringAt(thread, 'path') ?? '', {
        isFile: stringAt(thread, 'subjectType') === 'FILE',
        line: numberAt(thread, 'line'),
        startLine: numberAt(thread, 'startLine'),
      }),
      ...readData(marker),
      isSettled: isTrueAt(thread, 'isResolved') || (isFolded && !isOurFolding),
      isMinimised: isOurFolding,
      hasReplies: (numberAt(comments, 'totalCount') ?? 1) > 1,
    },
  ]
}

/** Without GraphQL nothing is known about resolved threads; https://docs.github.com/rest/pulls/comments#list-review-comments-on-a-pull-request */
async function listByRest(
  client: GitHubClient,
  pull: PullRequestName,
  instance: string,
): Promise<readonly PostedComment[]> {
  const viewer = await whoAmI(client)
  const { items, isComplete } = await listAll(client, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
    owner: pull.owner,
    repo: pull.repo,
    pull_number: pull.number,
  })
  if (!isComplete) throw tooMany()
  const answered = new Set(items.map((item) => numberAt(item, 'in_reply_to_id')))
  return items.flatMap((item) => {
    const body = stringAt(item, 'body') ?? ''
    const marker = readMarker(body, 'comment', instance)
    if (marker === null || !isOwnLogin(viewer, objectAt(item, 'user'))) return []
    return [
      {
        id: numberAt(item, 'id') ?? 0,
        nodeId: stringAt(item, 'node_id') ?? '',
        url: stringAt(item, 'html_url') ?? '',
        body,
        anchor: readAnchor(stringAt(item, 'path') ?? '', {
          isFile: stringAt(item, 'subject_type') === 'file',
          line: numberAt(item, 'line'),
          startLine: numberAt(item, 'start_line'),
        }),
        ...readData(marker),
        isSettled: false,
        isMinimised: false,
        hasReplies: answered.has(numberAt(item, 'id')),
      },
    ]
  })
}

function readAnchor(
  path: string,
  place: { readonly isFile: boolean; readonly line: number | null; readonly startLine: number | null },
): CommentAnchor | null {
  if (place.isFile) return { kind: 'file', path }
  if (place.line === null) return null
  return { kind: 'lines', path, startLine: place.startLine ?? place.line, endLine: place.line }
}

function readData(marker: Marker): { readonly fingerprints: readonly string[]; readonly anchorHash: string } {
  return {
    fingerprints: listAt(marker.data, 'fingerprints').filter((entry) => typeof entry === 'string'),
    anchorHash: stringAt(marker.data, 'anchor') ?? '',
  }
}

function tooMany(): ApiFailure {
  return new ApiFailure('refused', 200, {
    message: 'the pull request has more comments than can be read',
    acceptedPermissions: null,
  })
}
