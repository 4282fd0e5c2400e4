/** What the REST routes of the model do. */
import { isObject, listAt, numberAt, stringAt } from '../../../src/github/json-value.ts'
import {
  checkRunJson,
  commentJson,
  fileJson,
  issueCommentJson,
  issueJson,
  pullJson,
  repositoryJson,
  reviewJson,
  statusJson,
} from './represent.ts'
import { bodyError, fileCommentError, lineCommentError } from './rules.ts'
import type { MatchedRoute } from './schema.ts'
import { type ModelCheckRun, type ModelComment, type ModelPull, type State, takeId } from './state.ts'
import { tarball } from './tarball.ts'

/** An answer; a body of null is none. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that has passed the description. */
export interface RestRequest {
  readonly route: MatchedRoute
  readonly query: URLSearchParams
  readonly body: unknown
}

/** Files that GitHub lists of one pull request. https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const maxFiles = 3000

/** Answers a request and changes the state. */
export function answerRest(state: State, request: RestRequest): Answer {
  const { route } = request
  const { owner, repo } = route.parameters
  if (route.template === '/orgs/{org}/repos')
    return state.ownerKind === 'User' ? notFound() : listFleet(state, request, route.parameters['org'])
  if (route.template === '/users/{username}/repos') return listFleet(state, request, route.parameters['username'])
  if (route.template.endsWith('/tarball/{ref}')) return redirectToArchive(state, route)
  if (owner !== state.owner || repo !== state.repo) return notFound()
  const handler = handlers[`${route.method} ${route.template.replace('/repos/{owner}/{repo}', '')}`]
  return handler === undefined ? notFound() : handler(state, request)
}

function listFleet(state: State, { query }: RestRequest, owner: string | undefined): Answer {
  const own = state.fleet.filter((repository) => repository.owner === owner)
  return own.length === 0 ? notFound() : paged(query, own.map(repositoryJson))
}

/** https://docs.github.com/rest/repos/contents#download-a-repository-archive-tar */
function redirectToArchive(state: State, { parameters }: MatchedRoute): Answer {
  const { owner, repo, ref } = parameters
  const found = state.fleet.find((repository) => repository.owner === owner && repository.name === repo)
  if (found === undefined) return notFound()
  return { status: 302, body: null, headers: { location: `/_codeload/${owner}/${repo}/legacy.tar.gz/${ref}` } }
}

/** What the host of archives answers. */
export function answerArchive(state: State, path: string): Answer {
  const [, owner, name] = /^\/_codeload\/([^/]+)\/([^/]+)\/legacy\.tar\.gz\/HEAD$/.exec(path) ?? []
  const found = state.fleet.find((repository) => repository.owner === owner && repository.name === name)
  return found === undefined ? notFound() : { status: 200, body: tarball(found.files, found.commit) }
}

type RouteHandler = (state: State, request: RestRequest) => Answer

const handlers: Readonly<Record<string, RouteHandler>> = {
  'get /pulls': (state, { query }) => {
    const [owner, branch] = (query.get('head') ?? ':').split(':')
    const pulls = [...state.pulls.values()].filter((pull) => pull.headOwner === owner && pull.headBranch === branch)
    return paged(
      query,
      pulls.map((pull) => pullJson(state, pull)),
    )
  },
  'get /pulls/{pull_number}': (state, request) => withPull(state, request, (pull) => ok(pullJson(state, pull))),
  'get /pulls/{pull_number}/files': (state, request) =>
    withPull(state, request, (pull) => {
      const page = pageOf(request.query, pull.files.slice(0, maxFiles))
      return ok(page.map((file) => fileJson(state, pull, file)))
    }),
  'get /pulls/{pull_number}/reviews': (state, request) =>
    withPull(state, request, (pull) =>
      paged(
        request.query,
        pull.reviews.map((review) => reviewJson(state, pull, review)),
      ),
    ),
  'post /pulls/{pull_number}/reviews': (state, request) =>
    withPull(state, request, (pull) => createReview(state, pull, request.body)),
  'delete /pulls/{pull_number}/reviews/{review_id}': () =>
    unprocessable(['Can not delete a non-pending pull request review']),
  'get /pulls/{pull_number}/comments': (state, request) =>
    withPull(state, request, (pull) =>
      paged(
        request.query,
        pull.comments.map((comment) => commentJson(state, pull, comment)),
      ),
    ),
  'post /pulls/{pull_number}/comments': (state, request) =>
    withPull(state, request, (pull) => createComment(state, pull, request.body)),
  'patch /pulls/comments/{comment_id}': (state, request) =>
    withComment(state, request, (pull, comment) => {
      const error = bodyError(stringAt(request.body, 'body') ?? '', 'Body')
      if (error !== null) return unprocessable([error])
      comment.body = stringAt(request.body, 'body') ?? ''
      return ok(commentJson(state, pull, comment))
    }),
  'delete /pulls/comments/{comment_id}': (state, request) =>
    withComment(state, request, (pull, comment) => {
      pull.comments = pull.comments.filter((entry) => entry !== comment)
      return { status: 204, body: null }
    }),
  'get /issues': (state, { query }) => {
    if (!state.hasIssues) return issuesDisabled()
    const wanted = (query.get('labels') ?? '').split(',').filter((label) => label !== '')
    const wantedState = query.get('state') ?? 'open'
    const found = state.issues
      .filter((issue) => wanted.every((label) => issue.labels.includes(label)))
      .filter((issue) => wantedState === 'all' || issue.state === wantedState)
      .toReversed()
    return paged(
      query,
      found.map((issue) => issueJson(state, issue)),
    )
  },
  'post /issues': (state, { body }) => {
    if (!state.hasIssues) return issuesDisabled()
    const error = bodyError(stringAt(body, 'body') ?? 'none', 'Body')
    if (error !== null) return unprocessable([error])
    const labels = listAt(body, 'labels').filter((label) => typeof label === 'string')
    const number = state.issues.length + 100
    const title = stringAt(body, 'title') ?? ''
    const issue = {
      number,
      user: state.viewer,
      title,
      body: stringAt(body, 'body') ?? '',
      labels,
      state: 'open',
      stateReason: null,
    } as const
    state.issues.push({ ...issue })
    return { status: 201, body: issueJson(state, issue) }
  },
  'patch /issues/{issue_number}': (state, { route, body }) => {
    const issue = state.issues.find((entry) => entry.number === Number(route.parameters['issue_number']))
    if (issue === undefined) return notFound()
    const error = bodyError(stringAt(body, 'body') ?? 'none', 'Body')
    if (error !== null) return unprocessable([error])
    issue.title = stringAt(body, 'title') ?? issue.title
    issue.body = stringAt(body, 'body') ?? issue.body
    const next = stringAt(body, 'state')
    if (next === 'open' || next === 'closed') {
      issue.stateReason = stringAt(body, 'state_reason') ?? (next === 'open' ? 'reopened' : 'completed')
      issue.state = next
    }
    return ok(issueJson(state, issue))
  },
  'get /issues/{issue_number}/comments': (state, { route, query }) => {
    const comments = state.issueComments.filter((comment) => comment.issue === Number(route.parameters['issue_number']))
    return paged(
      query,
      comments.map((comment) => issueCommentJson(state, comment)),
    )
  },
  'post /issues/{issue_number}/comments': (state, { route, body }) => {
    const text = stringAt(body, 'body') ?? ''
    const error = bodyError(text, 'Body')
    if (error !== null) return unprocessable([error])
    const comment = {
      id: takeId(state),
      issue: Number(route.parameters['issue_number']),
      user: state.viewer,
      body: text,
    }
    state.issueComments.push(comment)
    return { status: 201, body: issueCommentJson(state, comment) }
  },
  'patch /issues/comments/{comment_id}': (state, { route, body }) => {
    const comment = state.issueComments.find((entry) => entry.id === Number(route.parameters['comment_id']))
    if (comment === undefined) return notFound()
    const error = bodyError(stringAt(body, 'body') ?? '', 'Body')
    if (error !== null) return unprocessable([error])
    comment.body = stringAt(body, 'body') ?? ''
    return ok(issueCommentJson(state, comment))
  },
  'delete /issues/comments/{comment_id}': (state, { route }) => {
    state.issueComments = state.issueComments.filter((entry) => entry.id !== Number(route.parameters['comment_id']))
    return { status: 204, body: null }
  },
  'post /statuses/{sha}': (state, { route, body }) => {
    const description = stringAt(body, 'description') ?? ''
    if (description.length > 140) return unprocessable(['description is too long (maximum is 140 characters)'])
    const sha = route.parameters['sha'] ?? ''
    const status = {
      id: takeId(state),
      sha,
      context: stringAt(body, 'context') ?? '',
      state: stringAt(body, 'state') ?? '',
      description,
    }
    state.statuses.push(status)
    return { status: 201, body: statusJson(state, status) }
  },
  'post /check-runs': (state, { body }) => {
    const run: ModelCheckRun = {
      id: takeId(state),
      sha: stringAt(body, 'head_sha') ?? '',
      name: stringAt(body, 'name') ?? '',
      conclusion: stringAt(body, 'conclusion') ?? '',
      title: '',
      summary: '',
      annotations: [],
    }
    const error = takeOutput(run, body)
    if (error !== null) return unprocessable([error])
    state.checkRuns.push(run)
    return { status: 201, body: checkRunJson(state, run) }
  },
  'patch /check-runs/{check_run_id}': (state, { route, body }) => {
    const run = state.checkRuns.find((entry) => entry.id === Number(route.parameters['check_run_id']))
    if (run === undefined) return notFound()
    const error = takeOutput(run, body)
    return error === null ? ok(checkRunJson(state, run)) : unprocessable([error])
  },
}

/** Annotations are added to those that are there. https://docs.github.com/rest/checks/runs#update-a-check-run */
function takeOutput(run: ModelCheckRun, body: unknown): string | null {
  const output = isObject(body) ? body['output'] : undefined
  const summary = stringAt(output, 'summary') ?? ''
  if (Buffer.byteLength(summary) > 65_535) return 'summary exceeds a maximum bytesize of 65535'
  run.title = stringAt(output, 'title') ?? run.title
  run.summary = summary
  run.annotations = [...run.annotations, ...listAt(output, 'annotations')]
  return null
}

/** A review is written as a whole or not at all, and the error does not name the comment. */
function createReview(state: State, pull: ModelPull, body: unknown): Answer {
  const event = stringAt(body, 'event')
  const comments = listAt(body, 'comments')
  const text = stringAt(body, 'body') ?? ''
  if (text.length > 0) {
    const error = bodyError(text, 'Body')
    if (error !== null) return unprocessable([error])
  }
  if (event !== 'APPROVE' && text === '' && comments.length === 0) return unprocessable(["Body can't be blank"])
  if (event === null && pull.reviews.some((review) => review.state === 'PENDING' && review.user === state.viewer)) {
    return unprocessable(['User can only have one pending review per pull request'])
  }
  const commitId = stringAt(body, 'commit_id') ?? pull.headSha
  if (!state.commits.has(commitId)) return unprocessable(['commit_id is not part of the pull request'])
  const errors = comments.flatMap((comment) => lineCommentError(pull, comment) ?? [])
  if (errors.length > 0) return unprocessable(errors)
  const id = takeId(state)
  const reviewState =
    event === 'COMMENT'
      ? 'COMMENTED'
      : event === 'APPROVE'
        ? 'APPROVED'
        : event === null
          ? 'PENDING'
          : 'CHANGES_REQUESTED'
  const review = { id, body: text, commitId, state: reviewState, user: state.viewer } as const
  pull.reviews.push(review)
  for (const comment of comments) pull.comments.push(modelComment(state, comment, { reviewId: id, isOnFile: false }))
  return ok(reviewJson(state, pull, review))
}

function createComment(state: State, pull: ModelPull, body: unknown): Answer {
  const isOnFile = stringAt(body, 'subject_type') === 'file'
  const error = isOnFile ? fileCommentError(pull, body) : lineCommentError(pull, body)
  if (error !== null) return unprocessable([error])
  const reviewId = takeId(state)
  pull.reviews.push({ id: reviewId, body: '', commitId: pull.headSha, state: 'COMMENTED', user: state.viewer })
  const comment = modelComment(state, body, { reviewId, isOnFile })
  pull.comments.push(comment)
  return { status: 201, body: commentJson(state, pull, comment) }
}

function modelComment(
  state: State,
  body: unknown,
  origin: { readonly reviewId: number; readonly isOnFile: boolean },
): ModelComment {
  const id = takeId(state)
  return {
    id,
    nodeId: `PRRC_${id}`,
    ...origin,
    path: stringAt(body, 'path') ?? '',
    user: state.viewer,
    inReplyTo: null,
    body: stringAt(body, 'body') ?? '',
    line: origin.isOnFile ? null : numberAt(body, 'line'),
    startLine: numberAt(body, 'start_line'),
    isResolved: false,
    minimizedReason: null,
  }
}

function withPull(state: State, request: RestRequest, answer: (pull: ModelPull) => Answer): Answer {
  const pull = state.pulls.get(Number(request.route.parameters['pull_number']))
  return pull === undefined ? notFound() : answer(pull)
}

function withComment(
  state: State,
  request: RestRequest,
  answer: (pull: ModelPull, comment: ModelComment) => Answer,
): Answer {
  const id = Number(request.route.parameters['comment_id'])
  for (const pull of state.pulls.values()) {
    const comment = pull.comments.find((entry) => entry.id === id)
    if (comment !== undefined) return answer(pull, comment)
  }
  return notFound()
}

function paged(query: URLSearchParams, items: readonly unknown[]): Answer {
  return ok(pageOf(query, items))
}

function pageOf<T>(query: URLSearchParams, items: readonly T[]): readonly T[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const page = Number(query.get('page') ?? 1)
  return items.slice((page - 1) * size, page * size)
}

function ok(body: unknown): Answer {
  return { status: 200, body: isObject(body) || Array.isArray(body) ? body : {} }
}

/** The 404 of GitHub. */
export function notFound(): Answer {
  return {
    status: 404,
    body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  }
}

/** A 422 with the words of the rules. */
export function unprocessable(errors: readonly string[]): Answer {
  return {
    status: 422,
    body: { message: 'Unprocessable Entity', errors, documentation_url: 'https://docs.github.com/rest', status: '422' },
  }
}

function issuesDisabled(): Answer {
  return { status: 410, body: { message: 'Issues are disabled for this repo', status: '410' } }
}
