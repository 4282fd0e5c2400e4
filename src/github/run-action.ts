/** The whole run of the action: inputs and event in, findings shown, an exit code out. */
import type { JsonFinding } from '../reports/json-report.ts'
import { UserError } from '../source/errors.ts'
import { annotationCommand, chooseAnnotations, findingLine, logLine, workflowCommand } from './annotations.ts'
import { readChange } from './change.ts'
import type { Notice } from './channel.ts'
import { type ClientOptions, createClient, type GitHubClient } from './client.ts'
import { type EventContext, readEvent } from './event.ts'
import { ApiFailure, describeFailure } from './failure.ts'
import { type ActionInputs, readInputs } from './inputs.ts'
import { type Checked, performCheck } from './perform-check.ts'
import type { ActionPorts } from './ports.ts'
import { type Published, publishFindings } from './publish-findings.ts'
import { reportBrokenCheckRun, reportCheckRun } from './report-check-run.ts'
import { reportBrokenStatus, reportStatus } from './report-status.ts'
import { runCollecting, runListing } from './run-fleet.ts'
import { countSeverities, isFailing, type Selection, selectFindings } from './select-findings.ts'
import type { SourceBase } from './source-link.ts'
import { stepSummary } from './step-summary.ts'
import { writeReports } from './write-reports.ts'

/** 0 clean or below `fail-on`; 1 findings; 2 the user's mistake or nothing could be read; 3 our bug. */
export type ExitCode = 0 | 1 | 2 | 3

/** Runs the action. Never throws; the findings alone decide between 0 and 1. */
export async function runAction(ports: ActionPorts): Promise<ExitCode> {
  try {
    const inputs = readInputs(ports.input)
    const context = readEvent(ports.variables, await ports.readPayload())
    const client = createClient(clientOptions(ports, inputs, context))
    return await run(ports, inputs, { context, client }).catch(async (error: unknown) => {
      if (!inputs.dryRun) {
        await reportBrokenStatus(client, context, inputs.status)
        await reportBrokenCheckRun(client, context, inputs.checkRun)
      }
      throw error
    })
  } catch (error) {
    return failed(ports, error)
  }
}

async function run(
  ports: ActionPorts,
  inputs: ActionInputs,
  { context, client }: { readonly context: EventContext; readonly client: GitHubClient },
): Promise<ExitCode> {
  if (inputs.mode === 'list' || inputs.mode === 'collect') {
    await (inputs.mode === 'list' ? runListing : runCollecting)(ports, inputs, client)
    return 0
  }
  const change = await readChange(client, context)
  const target = { ports, inputs, client, repository: context.repository, change }
  const checked = await performCheck(target)
  const selection = selectFindings(checked.report, { base: checked.base, minSeverity: inputs.minSeverity })
  const base = sourceBaseOf(context, checked)
  const pointer = await writeReports(ports, inputs, { ...checked, base })
  const published = await publishSafely({ ...target, context, checked, selection })
  const isFailed = isFailing(selection.counted, inputs.failOn ?? checked.failOn ?? 'error')
  const statusNotices = inputs.dryRun ? [] : await reportStatus({ ...target, context, selection, isFailed })
  const checkRun = { ...target, context, selection, base, report: checked.report, pointer: pointer.pointer }
  const isRed = isFailed || isUnreadable(checked)
  const checkNotices = inputs.dryRun ? [] : await reportCheckRun({ ...checkRun, isFailed: isRed })
  const notices = [...published.notices, ...statusNotices, ...checkNotices]
  const places = printFindings(ports, selection, published)
  await summarise(ports, { inputs, context, checked, selection, notices, places, pointer: pointer.pointer })
  printNotices(ports, [...checked.notices.map(asNotice), ...notices, ...pointer.notices])
  setOutputs(ports, { selection, checked, published })
  ports.setOutput('conclusion', selection.counted.length > 0 ? 'findings' : 'clean')
  if (published.bug !== null) return failed(ports, published.bug)
  if (isFailed) ports.print(workflowCommand('error', {}, failText(selection, inputs, checked)))
  if (!isFailed && isUnreadable(checked))
    return failed(ports, new UserError('No file could be read; the problems are in the step summary.'))
  return isFailed ? 1 : 0
}

interface PublishedSafely extends Published {
  readonly bug: unknown
}

/** Our own bug while publishing must not take the findings with it: they go to the annotations and the step summary. */
async function publishSafely(target: Parameters<typeof publishFindings>[0]): Promise<PublishedSafely> {
  try {
    return { ...(await publishFindings(target)), bug: null }
  } catch (bug) {
    const places = new Map<JsonFinding, string>()
    return { places, undelivered: target.selection.counted, notices: [], reviewUrl: null, issue: null, bug }
  }
}

/** Annotates what stands nowhere else, logs what goes beyond that, and tells where every finding is. */
function printFindings(
  ports: ActionPorts,
  selection: Selection,
  published: Published,
): ReadonlyMap<JsonFinding, string> {
  const places = new Map(published.places)
  const choice = chooseAnnotations(published.undelivered)
  for (const finding of choice.shown) {
    ports.print(annotationCommand(finding))
    if (!places.has(finding)) places.set(finding, 'annotation')
  }
  const annotated = new Set(choice.shown)
  for (const finding of selection.counted) if (!annotated.has(finding)) ports.print(findingLine(finding))
  return places
}

async function summarise(
  ports: ActionPorts,
  run: {
    readonly inputs: ActionInputs
    readonly context: EventContext
    readonly checked: Checked
    readonly selection: Selection
    readonly notices: readonly Notice[]
    readonly places: ReadonlyMap<JsonFinding, string>
    readonly pointer: string
  },
): Promise<void> {
  const markdown = stepSummary({
    report: run.checked.report,
    selection: run.selection,
    base: sourceBaseOf(run.context, run.checked),
    shownIn: (finding) => run.places.get(finding) ?? 'only here',
    notices: [...run.checked.notices, ...run.notices.map((notice) => notice.text)],
    pointer: run.pointer,
  })
  try {
    await ports.appendStepSummary(markdown)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    ports.print(
      workflowCommand(
        'warning',
        {},
        `The step summary could not be written (${reason}); all findings are in this log.`,
      ),
    )
  }
}

function sourceBaseOf({ serverUrl, repository, trigger }: EventContext, { commits }: Checked): SourceBase {
  return { serverUrl, repository, sha: trigger.headSha, commits }
}

function printNotices(ports: ActionPorts, notices: readonly Notice[]): void {
  for (const notice of notices) ports.print(workflowCommand(notice.level, {}, notice.text))
}

function asNotice(text: string): Notice {
  return { level: 'notice', text }
}

function setOutputs(
  ports: ActionPorts,
  run: { readonly selection: Selection; readonly checked: Checked; readonly published: Published },
): void {
  const counts = countSeverities(run.selection.counted)
  ports.setOutput('findings', String(run.selection.counted.length))
  ports.setOutput('errors', String(counts.error))
  ports.setOutput('warnings', String(counts.warning))
  ports.setOutput('infos', String(counts.info))
  ports.setOutput('suppressed', String(run.checked.report.suppressed.length))
  ports.setOutput('unresolved', String(run.checked.report.unresolved.length))
  ports.setOutput('review-url', run.published.reviewUrl ?? '')
  ports.setOutput('issue-url', run.published.issue?.url ?? '')
  ports.setOutput('issue-number', run.published.issue === null ? '' : String(run.published.issue.number))
}

function isUnreadable({ report }: Checked): boolean {
  return report.problems.length > 0 && report.summary.documents === 0
}

function failText(selection: Selection, inputs: ActionInputs, checked: Checked): string {
  const failOn = inputs.failOn ?? checked.failOn ?? 'error'
  const count = selection.counted.filter((finding) => isFailing([finding], failOn)).length
  return `workerlint found ${count} ${count === 1 ? 'finding' : 'findings'} of severity ${failOn}${failOn === 'error' ? '' : ' or above'}.`
}

function failed(ports: ActionPorts, error: unknown): ExitCode {
  ports.setOutput('conclusion', 'failed')
  if (error instanceof UserError) {
    ports.print(workflowCommand('error', {}, error.message))
    return 2
  }
  if (error instanceof ApiFailure) {
    ports.print(workflowCommand('error', {}, `Nothing was checked because ${describeFailure(error)}.`))
    return 2
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  ports.print(workflowCommand('error', {}, `workerlint itself failed: ${text.split('\n')[0] ?? ''}`))
  for (const line of text.split('\n')) ports.print(logLine(`  ${line}`))
  return 3
}

function clientOptions(ports: ActionPorts, inputs: ActionInputs, context: EventContext): ClientOptions {
  if (inputs.token === '')
    throw new UserError('The input token is empty; leave it out to use the token of the workflow.')
  return { apiUrl: context.apiUrl, token: inputs.token, sleep: ports.sleep, now: ports.now }
}
