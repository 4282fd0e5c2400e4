/** What started the workflow: the payload and the GITHUB_* variables as one typed value. */
import { UserError } from '../source/errors.ts'
import { isObject, isTrueAt, numberAt, objectAt, parseJson, stringAt } from './json-value.ts'
import { parseRepositoryName, type RepositoryName } from './repository-name.ts'

/** A pull request as the event tells of it. */
export interface PullRequestEvent {
  readonly kind: 'pullRequest'
  /** `pull_request_target` and `workflow_run` may write, and their workspace holds the base: the head is read as data. */
  readonly isTarget: boolean
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  /** The head is in another repository, or in one that is gone. */
  readonly isFork: boolean
  readonly isDraft: boolean
  readonly author: string
}

/** The event with what it carries. https://docs.github.com/actions/reference/events-that-trigger-workflows */
export type Trigger =
  | PullRequestEvent
  | { readonly kind: 'mergeGroup'; readonly headSha: string; readonly baseSha: string }
  | { readonly kind: 'push'; readonly headSha: string }
  | { readonly kind: 'scheduled'; readonly headSha: string }
  /** `headSha` and the head branch are set by GitHub; nothing else of the triggering run can be trusted. */
  | {
      readonly kind: 'workflowRun'
      readonly headSha: string
      readonly headOwner: string
      readonly headBranch: string
      readonly triggeredBy: string
    }

/** Where and why this run happens. */
export interface EventContext {
  readonly eventName: string
  readonly trigger: Trigger
  readonly repository: RepositoryName
  readonly apiUrl: string
  readonly serverUrl: string
  readonly workflow: string
  readonly job: string
  readonly runId: string
  readonly runAttempt: string
  readonly actor: string
}

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Understands the event; `payload` is the text of GITHUB_EVENT_PATH. Fails with a {@link UserError}. */
export function readEvent(variables: Variables, payload: string): EventContext {
  const eventName = variables['GITHUB_EVENT_NAME'] ?? ''
  const json = payload.trim() === '' ? {} : parseJson(payload)
  if (!isObject(json)) throw new UserError('The event payload at GITHUB_EVENT_PATH is not a JSON object.')
  return {
    eventName,
    trigger: readTrigger(eventName, json, variables['GITHUB_SHA'] ?? ''),
    repository: parseRepositoryName(variables['GITHUB_REPOSITORY'] ?? ''),
    apiUrl: variables['GITHUB_API_URL'] || 'https://api.github.com',
    serverUrl: variables['GITHUB_SERVER_URL'] || 'https://github.com',
    workflow: variables['GITHUB_WORKFLOW'] ?? '',
    job: variables['GITHUB_JOB'] ?? '',
    runId: variables['GITHUB_RUN_ID'] ?? '',
    runAttempt: variables['GITHUB_RUN_ATTEMPT'] ?? '1',
    actor: variables['GITHUB_ACTOR'] ?? '',
  }
}

/** The events this action runs on. */
export const supportedEvents = [
  'pull_request',
  'pull_request_target',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'workflow_call',
  'workflow_run',
] as const

function readTrigger(eventName: string, payload: unknown, sha: string): Trigger {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return readPullRequest(objectAt(payload, 'pull_request'), eventName)
    case 'merge_group': {
      const group = objectAt(payload, 'merge_group')
      return {
        kind: 'mergeGroup',
        headSha: requireSha(group, 'head_sha', eventName),
        baseSha: requireSha(group, 'base_sha', eventName),
      }
    }
    case 'push':
      return { kind: 'push', headSha: stringAt(payload, 'after') ?? sha }
    case 'schedule':
    case 'workflow_dispatch':
    case 'repository_dispatch':
    case 'workflow_call':
      return { kind: 'scheduled', headSha: sha }
    case 'workflow_run':
      return readWorkflowRun(payload)
    default:
      throw new UserError(
        `workerlint does not run on the event ${JSON.stringify(eventName)}; use one of ${supportedEvents.join(', ')}.`,
      )
  }
}

/** A pull request of a payload or of the API; fails with a {@link UserError}. */
export function readPullRequest(pull: unknown, eventName: string): PullRequestEvent {
  const number = numberAt(pull, 'number')
  if (number === null || !Number.isInteger(number) || number < 1) throw malformed(eventName, 'pull_request.number')
  const head = objectAt(pull, 'head')
  const base = objectAt(pull, 'base')
  const headRepository = stringAt(objectAt(head, 'repo'), 'full_name')
  return {
    kind: 'pullRequest',
    isTarget: eventName !== 'pull_request',
    number,
    headSha: requireSha(head, 'sha', `${eventName} head`),
    baseSha: requireSha(base, 'sha', `${eventName} base`),
    isFork: headRepository === null || headRepository !== stringAt(objectAt(base, 'repo'), 'full_name'),
    isDraft: isTrueAt(pull, 'draft'),
    author: stringAt(objectAt(pull, 'user'), 'login') ?? '',
  }
}

function readWorkflowRun(payload: unknown): Trigger {
  const run = objectAt(payload, 'workflow_run')
  return {
    kind: 'workflowRun',
    headSha: requireSha(run, 'head_sha', 'workflow_run'),
    headOwner: stringAt(objectAt(objectAt(run, 'head_repository'), 'owner'), 'login') ?? '',
    headBranch: stringAt(run, 'head_branch') ?? '',
    triggeredBy: stringAt(run, 'event') ?? '',
  }
}

function requireSha(holder: unknown, key: string, where: string): string {
  const sha = stringAt(holder, key)
  if (sha === null || !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) throw malformed(where, key)
  return sha
}

function malformed(where: string, what: string): UserError {
  return new UserError(`The event payload of ${where} has no usable ${what}.`)
}
