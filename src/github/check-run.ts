/** A completed check run of its own with annotations, for those who want findings beside the lines without comments. */
import type { JsonFinding, JsonSeverity } from '../reports/json-report.ts'
import { shorten } from './byte-budget.ts'
import type { GitHubClient } from './client.ts'
import { ApiFailure } from './failure.ts'
import { numberAt } from './json-value.ts'
import { annotationsPerRequest, maxAnnotationLength, maxCheckRunRequests } from './limits.ts'
import type { RepositoryName } from './repository-name.ts'

/** A check run to create. */
export interface CheckRun {
  readonly name: string
  readonly sha: string
  readonly conclusion: 'success' | 'failure'
  readonly title: string
  /** Markdown, at most 65,535 bytes. */
  readonly summary: string
  readonly detailsUrl: string
  /** The findings to annotate, the heaviest first. */
  readonly findings: readonly JsonFinding[]
}

/**
 * Creates a check run that is complete at once, and adds the annotations that one request does not take.
 * https://docs.github.com/rest/checks/runs#create-a-check-run
 */
export async function createCheckRun(client: GitHubClient, repository: RepositoryName, run: CheckRun): Promise<void> {
  const output = { title: run.title, summary: run.summary }
  const annotations = run.findings.slice(0, annotationsPerRequest * maxCheckRunRequests).map(annotationOf)
  const created = await client.send({
    route: 'POST /repos/{owner}/{repo}/check-runs',
    parameters: {
      ...repository,
      name: run.name,
      head_sha: run.sha,
      status: 'completed',
      conclusion: run.conclusion,
      details_url: run.detailsUrl,
      output: { ...output, annotations: annotations.slice(0, annotationsPerRequest) },
    },
    isRepeatable: false,
  })
  const id = numberAt(created, 'id')
  if (id === null)
    throw new ApiFailure('refused', 201, { message: 'the check run has no id', acceptedPermissions: null })
  for (let from = annotationsPerRequest; from < annotations.length; from += annotationsPerRequest) {
    await client.send({
      route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
      parameters: {
        ...repository,
        check_run_id: id,
        output: { ...output, annotations: annotations.slice(from, from + annotationsPerRequest) },
      },
      isRepeatable: false,
    })
  }
}

const LEVELS = { error: 'failure', warning: 'warning', info: 'notice' } as const satisfies Record<JsonSeverity, string>

/** Columns are taken only on one line. */
function annotationOf(finding: JsonFinding) {
  const { start, end } = finding
  return {
    path: finding.file,
    start_line: start.line,
    end_line: end.line,
    ...(start.line === end.line ? { start_column: start.column, end_column: end.column } : {}),
    annotation_level: LEVELS[finding.severity],
    title: `workerlint: ${finding.policy}`,
    message: shorten(finding.message, maxAnnotationLength),
  }
}
