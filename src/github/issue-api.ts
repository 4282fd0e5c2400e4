/** Issues and their comments; pull requests are issues to this part of the API. */
import type { GitHubClient } from './client.ts'
import { listAt, numberAt, objectAt, stringAt } from './json-value.ts'
import { pageSize } from './limits.ts'
import { listAll } from './paging.ts'
import type { RepositoryName } from './repository-name.ts'

/** A comment on an issue or in the conversation of a pull request. */
export interface IssueComment {
  readonly id: number
  readonly url: string
  readonly body: string
  /** The `user` of the answer. */
  readonly author: unknown
}

/** An issue. */
export interface Issue {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly isOpen: boolean
  readonly labels: readonly string[]
  readonly author: unknown
}

/** https://docs.github.com/rest/issues/comments#list-issue-comments; null when there are more than can be read. */
export async function listIssueComments(
  client: GitHubClient,
  repository: RepositoryName,
  number: number,
): Promise<readonly IssueComment[] | null> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  const { items, isComplete } = await listAll(client, route, { ...names(repository), issue_number: number })
  return isComplete ? items.map(readComment) : null
}

/** https://docs.github.com/rest/issues/comments#create-an-issue-comment */
export async function createIssueComment(
  client: GitHubClient,
  repository: RepositoryName,
  comment: { readonly number: number; readonly body: string },
): Promise<IssueComment> {
  const parameters = { ...names(repository), issue_number: comment.number, body: comment.body }
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
  return readComment(await client.send({ route, parameters, isRepeatable: false }))
}

/** https://docs.github.com/rest/issues/comments#update-an-issue-comment */
export async function editIssueComment(
  client: GitHubClient,
  repository: RepositoryName,
  edit: { readonly id: number; readonly body: string },
): Promise<IssueComment> {
  const parameters = { ...names(repository), comment_id: edit.id, body: edit.body }
  const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
  return readComment(await client.send({ route, parameters, isRepeatable: true }))
}

/** https://docs.github.com/rest/issues/comments#delete-an-issue-comment */
export async function deleteIssueComment(client: GitHubClient, repository: RepositoryName, id: number): Promise<void> {
  const parameters = { ...names(repository), comment_id: id }
  await client.send({
    route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters,
    isRepeatable: true,
  })
}

/** Issues of any state with all labels, without pull requests; null when there are more than can be read. https://docs.github.com/rest/issues/issues#list-repository-issues */
export async function listIssues(
  client: GitHubClient,
  repository: RepositoryName,
  labels: readonly string[],
): Promise<readonly Issue[] | null> {
  const filter = labels.length === 0 ? {} : { labels: labels.join(',') }
  const route = 'GET /repos/{owner}/{repo}/issues'
  const { items, isComplete } = await listAll(client, route, { ...names(repository), state: 'all', ...filter })
  if (!isComplete) return null
  return items.filter(isNoPullRequest).map(readIssue)
}

/** The newest issues of any state, at most one page. */
export async function listNewestIssues(client: GitHubClient, repository: RepositoryName): Promise<readonly Issue[]> {
  const parameters = { ...names(repository), state: 'all', sort: 'created', direction: 'desc', per_page: pageSize }
  const answer = await client.send({ route: 'GET /repos/{owner}/{repo}/issues', parameters, isRepeatable: true })
  return listAt({ answer }, 'answer').filter(isNoPullRequest).map(readIssue)
}

/** https://docs.github.com/rest/issues/issues#create-an-issue */
export async function createIssue(
  client: GitHubClient,
  repository: RepositoryName,
  issue: { readonly title: string; readonly body: string; readonly labels: readonly string[] },
): Promise<Issue> {
  const parameters = { ...names(repository), title: issue.title, body: issue.body, labels: [...issue.labels] }
  return readIssue(await client.send({ route: 'POST /repos/{owner}/{repo}/issues', parameters, isRepeatable: false }))
}

/** https://docs.github.com/rest/issues/issues#update-an-issue */
export async function editIssue(
  client: GitHubClient,
  repository: RepositoryName,
  edit: { readonly number: number; readonly fields: Readonly<Record<string, unknown>> },
): Promise<Issue> {
  const parameters = { ...names(repository), issue_number: edit.number, ...edit.fields }
  const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}'
  return readIssue(await client.send({ route, parameters, isRepeatable: true }))
}

function names(repository: RepositoryName) {
  return { owner: repository.owner, repo: repository.repo }
}

/** https://docs.github.com/rest/issues/issues#list-repository-issues: "You can identify pull requests by the pull_request key." */
function isNoPullRequest(item: unknown): boolean {
  return Object.keys(objectAt(item, 'pull_request')).length === 0
}

function readComment(item: unknown): IssueComment {
  return {
    id: numberAt(item, 'id') ?? 0,
    url: stringAt(item, 'html_url') ?? '',
    body: stringAt(item, 'body') ?? '',
    author: objectAt(item, 'user'),
  }
}

function readIssue(item: unknown): Issue {
  return {
    number: numberAt(item, 'number') ?? 0,
    url: stringAt(item, 'html_url') ?? '',
    title: stringAt(item, 'title') ?? '',
    body: stringAt(item, 'body') ?? '',
    isOpen: stringAt(item, 'state') === 'open',
    labels: listAt(item, 'labels').flatMap((label) =>
      typeof label === 'string' ? label : (stringAt(label, 'name') ?? []),
    ),
    author: objectAt(item, 'user'),
  }
}
