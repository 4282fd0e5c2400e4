/** The optional check run of a run: its conclusion, its summary, and what it annotates. */
import type { JsonReport } from '../reports/json-report.ts'
import { byteLength, fitBlocks } from './byte-budget.ts'
import type { Change } from './change.ts'
import { failureNotices, type Notice } from './channel.ts'
import { createCheckRun } from './check-run.ts'
import type { GitHubClient } from './client.ts'
import { workloadTable } from './count-tables.ts'
import type { EventContext } from './event.ts'
import { attempt } from './failure.ts'
import type { ActionInputs } from './inputs.ts'
import { bodyBudget } from './limits.ts'
import type { Selection } from './select-findings.ts'
import { bySeverity } from './severity.ts'
import type { SourceBase } from './source-link.ts'
import { countText, coverageText, findingTable, fitTable, undecidedBlocks } from './summary-sections.ts'

/** What the check run tells, and of which commit. */
export interface CheckRunTarget {
  readonly client: GitHubClient
  readonly inputs: ActionInputs
  readonly context: EventContext
  readonly change: Change | null
  readonly report: JsonReport
  readonly selection: Selection
  readonly base: SourceBase
  /** Where the full report is. */
  readonly pointer: string
  readonly isFailed: boolean
}

/** Creates the check run named by the input `check-run` on the head commit. */
export async function reportCheckRun(target: CheckRunTarget): Promise<readonly Notice[]> {
  const { client, context, inputs, selection } = target
  if (inputs.checkRun === null) return []
  const run = {
    name: inputs.checkRun,
    sha: target.change?.event.headSha ?? context.trigger.headSha,
    conclusion: target.isFailed ? 'failure' : 'success',
    title: countText(selection.counted),
    summary: checkRunSummary(target),
    detailsUrl: runUrl(context),
    findings: target.base.commits === undefined ? [...selection.counted].sort(bySeverity) : [],
  } as const
  const result = await attempt(() => createCheckRun(client, context.repository, run))
  return 'value' in result ? [] : failureNotices([result.failure], { mode: 'check', isReadOnly: false })
}

/** A required check that never comes holds up a pull request without a word, so it comes as failed when nothing was checked. */
export async function reportBrokenCheckRun(
  client: GitHubClient,
  context: EventContext,
  name: string | null,
): Promise<void> {
  if (name === null) return
  const title = 'nothing was checked'
  const run = { name, sha: context.trigger.headSha, title, detailsUrl: runUrl(context), findings: [] }
  const summary = 'Nothing was checked; the log of the job says why.'
  await attempt(() => createCheckRun(client, context.repository, { ...run, summary, conclusion: 'failure' }))
}

function checkRunSummary({ report, selection, base, pointer }: CheckRunTarget): string {
  const { counted } = selection
  const head = [coverageText(report), fitTable(workloadTable(counted, base), bodyBudget / 4, pointer)]
  const rest = undecidedBlocks(report)
  const left = bodyBudget - byteLength([...head, ...rest].join('\n\n'))
  const findings = fitTable(findingTable(counted, base, null), Math.max(left, bodyBudget / 4), pointer)
  const blocks = [...head, findings, ...rest].filter((block) => block !== '')
  return fitBlocks(blocks, '\n\n', bodyBudget).text
}

function runUrl({ serverUrl, repository: { owner, repo }, runId }: EventContext): string {
  return `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`
}
