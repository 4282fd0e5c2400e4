/** Runs the check on the right texts and, where asked, on those of the base to tell what is new. */
import type { JsonReport } from '../reports/json-report.ts'
import { UserError } from '../source/errors.ts'
import type { Change } from './change.ts'
import type { GitHubClient } from './client.ts'
import { ApiFailure, describeFailure } from './failure.ts'
import type { ActionInputs } from './inputs.ts'
import { baseOverlay, headOverlay, type Overlay } from './overlay.ts'
import type { ActionPorts, CheckResult } from './ports.ts'
import type { RepositoryName } from './repository-name.ts'

/** The result, and the report of the base when it was asked for and could be had. */
export interface Checked extends CheckResult {
  readonly base: JsonReport | null
  readonly notices: readonly string[]
}

/** What is checked, and for whom. */
export interface CheckTarget {
  readonly ports: ActionPorts
  readonly inputs: ActionInputs
  readonly client: GitHubClient
  readonly repository: RepositoryName
  readonly change: Change | null
}

/** Checks. An {@link ApiFailure} or UserError means that nothing was checked. */
export async function performCheck(target: CheckTarget): Promise<Checked> {
  const notices: string[] = []
  const overlay = await overlayOfHead(target, notices)
  const result = await target.ports.check({ inputs: target.inputs, overlay, configuration: 'workspace' })
  if (target.change?.isBounded === true && target.change.failure === null) {
    notices.push('This pull request changes more files than GitHub lists; findings in the others are not commented on.')
  }
  const isNewOnly = target.inputs.newOnly ?? target.change !== null
  if (!isNewOnly || result.report.findings.length === 0) return { ...result, base: null, notices }
  const base = await reportOfBase(target, overlay)
  if (typeof base !== 'string') return { ...result, base, notices }
  notices.push(`What was there before could not be worked out because ${base}, so all findings are reported.`)
  return { ...result, base: null, notices }
}

/** Empty when the workspace is what is to be checked. */
async function overlayOfHead(target: CheckTarget, notices: string[]): Promise<Overlay> {
  const { change, client, repository } = target
  if (change === null || !change.event.isTarget) return new Map()
  if (change.failure !== null) throw change.failure
  const { overlay, isComplete } = await headOverlay(client, repository, {
    headSha: change.event.headSha,
    files: change.files,
  })
  if (!isComplete || change.isBounded) {
    throw new UserError(
      'This pull request changes too many files to be read without a checkout; run on pull_request instead.',
    )
  }
  const unreadable = change.files.filter((file) => file.status !== 'removed' && overlay.get(file.path) === null)
  if (unreadable.length > 0)
    notices.push(`${unreadable.length} changed files are too large or not text and were not checked.`)
  return overlay
}

/** The report of the base, or why there is none. */
async function reportOfBase(target: CheckTarget, head: Overlay): Promise<JsonReport | string> {
  const { change, client, repository, inputs, ports } = target
  if (change === null) return 'this event has no base'
  if (change.failure !== null) return describeFailure(change.failure)
  if (change.isBounded) return 'the pull request changes too many files'
  try {
    const isWorkspaceBase = head.size > 0
    const overlay = isWorkspaceBase
      ? new Map<string, string | null>()
      : await baseOverlay(client, repository, { baseSha: change.event.baseSha, files: change.files })
    if (overlay === null) return 'the pull request changes too many files'
    return (await ports.check({ inputs, overlay, configuration: 'overlay' })).report
  } catch (error) {
    if (error instanceof ApiFailure) return describeFailure(error)
    if (error instanceof UserError) return `the base cannot be checked (${error.message})`
    throw error
  }
}
