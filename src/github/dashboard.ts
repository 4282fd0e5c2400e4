/** The audit issue: one per job, created, brought up to date, closed and opened again by the rules of its options. */
import type { GitHubClient } from './client.ts'
import { type DashboardContent, dashboardText, stateOf } from './dashboard-text.ts'
import { ApiFailure, attempt } from './failure.ts'
import { createIssue, createIssueComment, editIssue, type Issue, listIssues, listNewestIssues } from './issue-api.ts'
import { isTrueAt, listAt, stringAt } from './json-value.ts'
import { type Marker, readMarker } from './marker.ts'
import type { RepositoryName } from './repository-name.ts'
import { countText } from './summary-sections.ts'
import { extendTrend, readTrend, trendPoint } from './trend.ts'
import { isOwnLogin, whoAmI } from './viewer.ts'

/** What the dashboard needs to know. */
export interface DashboardTarget {
  readonly client: GitHubClient
  readonly repository: RepositoryName
  readonly title: string
  /** At least one; the first is how the issue is found again. */
  readonly labels: readonly string[]
  /** Open the issue again when a person closed it. One that was closed because it was clean is always opened again. */
  readonly reopen: 'always' | 'whenClean'
  readonly content: Omit<DashboardContent, 'trend'>
  readonly now: () => number
}

/** What was done. */
export interface DashboardOutcome {
  readonly action: 'created' | 'updated' | 'unchanged' | 'closed' | 'none' | 'left closed' | 'issues disabled'
  readonly issue: { readonly number: number; readonly url: string } | null
}

interface OwnIssue {
  readonly issue: Issue
  readonly marker: Marker
}

/**
 * Brings the dashboard up to date. When the issues cannot be listed nothing is created, for it could be a duplicate.
 * Fails with an {@link ApiFailure}.
 */
export async function publishDashboard(target: DashboardTarget): Promise<DashboardOutcome> {
  const listed = await attempt(() => findOwnIssues(target))
  if ('failure' in listed) {
    // https://docs.github.com/rest/issues/issues: "Issues are disabled" answers 410 Gone.
    if (listed.failure.status === 410) return { action: 'issues disabled', issue: null }
    throw listed.failure
  }
  const [standing, ...further] = listed.value
  await closeDuplicates(target, further)
  const isClean = target.content.findings.length === 0
  if (standing === undefined) return isClean ? { action: 'none', issue: null } : await create(target)
  if (isClean) return await closeClean(target, standing)
  return await update(target, standing)
}

/** Ours, open ones first, then the newest. */
async function findOwnIssues(target: DashboardTarget): Promise<readonly OwnIssue[]> {
  const labelled = await listIssues(target.client, target.repository, target.labels.slice(0, 1))
  if (labelled === null) {
    throw new ApiFailure('refused', 200, {
      message: 'there are more issues than can be read',
      acceptedPermissions: null,
    })
  }
  // Labels are dropped silently without push access, so a missing label does not prove a missing issue.
  const found = withMarker(target, labelled)
  const candidates =
    found.length > 0 ? found : withMarker(target, await listNewestIssues(target.client, target.repository))
  if (candidates.length === 0) return []
  const viewer = await whoAmI(target.client)
  return candidates
    .filter(({ issue }) => isOwnLogin(viewer, issue.author))
    .sort((a, b) => Number(b.issue.isOpen) - Number(a.issue.isOpen) || b.issue.number - a.issue.number)
}

function withMarker(target: DashboardTarget, issues: readonly Issue[]): readonly OwnIssue[] {
  return issues.flatMap((issue) => {
    const marker = readMarker(issue.body, 'dashboard', target.content.instance)
    return marker === null ? [] : [{ issue, marker }]
  })
}

async function closeDuplicates(target: DashboardTarget, further: readonly OwnIssue[]): Promise<void> {
  for (const { issue } of further.filter((own) => own.issue.isOpen)) {
    const fields = { state: 'closed', state_reason: 'not_planned' }
    await attempt(() => editIssue(target.client, target.repository, { number: issue.number, fields }))
  }
}

async function create(target: DashboardTarget): Promise<DashboardOutcome> {
  const { client, repository, title, labels } = target
  const result = await attempt(() => createIssue(client, repository, { title, labels, body: body(target, []) }))
  if ('value' in result) return { action: 'created', issue: result.value }
  if (result.failure.status === 410) return { action: 'issues disabled', issue: null }
  if (result.failure.kind !== 'unknown') throw result.failure
  const [arrived] = await findOwnIssues(target)
  if (arrived === undefined) throw result.failure
  return { action: 'created', issue: arrived.issue }
}

async function update(target: DashboardTarget, own: OwnIssue): Promise<DashboardOutcome> {
  const { issue, marker } = own
  const wasClean = isTrueAt(marker.data, 'isClean')
  if (!issue.isOpen && !wasClean && target.reopen === 'whenClean') return { action: 'left closed', issue }
  const isSame = stringAt(marker.data, 'state') === stateOf(target.content) && issue.title === target.title
  if (issue.isOpen && isSame) return { action: 'unchanged', issue }
  const fields = { state: 'open', title: target.title, body: body(target, listAt(marker.data, 'trend')) }
  const edited = await editIssue(target.client, target.repository, { number: issue.number, fields })
  return { action: 'updated', issue: edited }
}

async function closeClean(target: DashboardTarget, own: OwnIssue): Promise<DashboardOutcome> {
  const { issue, marker } = own
  if (!issue.isOpen) return { action: 'unchanged', issue }
  const { client, repository, content } = target
  const text = `workerlint now finds ${countText(content.findings)} in ${content.report.summary.containers} containers, so this issue is closed; it opens again with the next finding.`
  const fields = {
    state: 'closed',
    state_reason: 'completed',
    body: body(target, listAt(marker.data, 'trend')),
  }
  const edited = await editIssue(client, repository, { number: issue.number, fields })
  await attempt(() => createIssueComment(client, repository, { number: issue.number, body: text }))
  return { action: 'closed', issue: edited }
}

function body(target: DashboardTarget, trend: readonly unknown[]): string {
  const { content } = target
  const point = trendPoint(content.findings, target.now(), content.base.sha)
  return dashboardText({ ...content, trend: extendTrend(readTrend(trend), point) })
}
