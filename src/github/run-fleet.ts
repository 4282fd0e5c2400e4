/** The two modes of the action that look at many repositories: listing them, and writing a report of each. */
import { workflowCommand } from './annotations.ts'
import type { GitHubClient } from './client.ts'
import { collectReports } from './collect-reports.ts'
import type { ActionInputs } from './inputs.ts'
import { listRepositories } from './list-repositories.ts'
import type { ActionPorts } from './ports.ts'
import { matrixOf } from './repository-matrix.ts'
import { countSeverities } from './select-findings.ts'
import { countText } from './summary-sections.ts'

/** Lists repositories into the output `matrix`. */
export async function runListing(ports: ActionPorts, inputs: ActionInputs, client: GitHubClient): Promise<void> {
  const repositories = await listRepositories(client, inputs.repositories)
  const matrix = matrixOf(repositories, inputs.shards)
  ports.setOutput('matrix', JSON.stringify(matrix))
  ports.setOutput('repositories', String(repositories.length))
  ports.print(workflowCommand('notice', {}, `${repositories.length} repositories in ${matrix.include.length} jobs.`))
}

/** Checks repositories and writes their reports; findings do not fail the job, for the audit that merges them decides. */
export async function runCollecting(ports: ActionPorts, inputs: ActionInputs, client: GitHubClient): Promise<void> {
  const repositories = await listRepositories(client, inputs.repositories)
  const reports = await collectReports({ ports, inputs, client, repositories })
  const findings = reports.flatMap((report) => report.findings)
  const counts = countSeverities(findings)
  const unread = reports.filter((report) => report.problems.length > 0).length
  ports.setOutput('repositories', String(repositories.length))
  ports.setOutput('findings', String(findings.length))
  ports.setOutput('errors', String(counts.error))
  ports.setOutput('warnings', String(counts.warning))
  ports.setOutput('infos', String(counts.info))
  ports.setOutput('conclusion', findings.length > 0 ? 'findings' : 'clean')
  ports.print(workflowCommand('notice', {}, `${countText(findings)} in ${repositories.length} repositories.`))
  if (unread > 0)
    ports.print(workflowCommand('warning', {}, `${unread} repositories have problems; their reports tell which.`))
}
