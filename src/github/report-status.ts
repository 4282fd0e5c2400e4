/** The optional commit status of a run. */
import type { Change } from './change.ts'
import { failureNotices, type Notice } from './channel.ts'
import type { GitHubClient } from './client.ts'
import type { EventContext } from './event.ts'
import { attempt } from './failure.ts'
import type { ActionInputs } from './inputs.ts'
import type { Selection } from './select-findings.ts'
import { setStatus } from './status.ts'
import { countText } from './summary-sections.ts'

/** Sets the status named by the input `status` on the head commit; on a merge group that is the commit the queue waits for. */
export async function reportStatus(target: {
  readonly client: GitHubClient
  readonly inputs: ActionInputs
  readonly context: EventContext
  readonly change: Change | null
  readonly selection: Selection
  readonly isFailed: boolean
}): Promise<readonly Notice[]> {
  const { client, context, inputs } = target
  if (inputs.status === null) return []
  const { owner, repo } = context.repository
  const status = {
    sha: target.change?.event.headSha ?? context.trigger.headSha,
    context: inputs.status,
    state: target.isFailed ? 'failure' : 'success',
    description: countText(target.selection.counted),
    targetUrl: `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`,
  } as const
  const result = await attempt(() => setStatus(client, context.repository, status))
  return 'value' in result ? [] : failureNotices([result.failure], { mode: 'status', isReadOnly: false })
}

/** Tells a merge queue that waits for the status that nothing was checked. What cannot be told is left to the job itself. */
export async function reportBrokenStatus(
  client: GitHubClient,
  context: EventContext,
  name: string | null,
): Promise<void> {
  if (name === null) return
  const { owner, repo } = context.repository
  const targetUrl = `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`
  const status = { sha: context.trigger.headSha, context: name, targetUrl, description: 'nothing was checked' } as const
  await attempt(() => setStatus(client, context.repository, { ...status, state: 'error' }))
}
