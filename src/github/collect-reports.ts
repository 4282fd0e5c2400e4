/** Checks many repositories, one after the other, and writes a JSON report of each; an audit merges them later. */

import { formatterOf } from '../reports/formats.ts'
import { PLAIN } from '../reports/formatter.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { UserError } from '../source/errors.ts'
import { VERSION } from '../version.ts'
import { logLine } from './annotations.ts'
import type { GitHubClient } from './client.ts'
import { attempt, describeFailure } from './failure.ts'
import type { ActionInputs } from './inputs.ts'
import type { ActionPorts, ArchiveReport } from './ports.ts'
import { countText } from './summary-sections.ts'

/** What collecting needs. */
export interface CollectTarget {
  readonly ports: ActionPorts
  readonly inputs: ActionInputs
  readonly client: GitHubClient
  readonly repositories: readonly string[]
}

/** Writes the reports and gives them; a repository that cannot be read has a report that says so. */
export async function collectReports(target: CollectTarget): Promise<readonly JsonReport[]> {
  const { ports, inputs, repositories } = target
  const reports: JsonReport[] = []
  for (const name of repositories) {
    const { report, commit, fleet } = await reportOf(name, target)
    const file = `${inputs.reports ?? 'reports'}/${name}${commit === null ? '' : `@${commit}`}`
    await ports.writeReport(`${file}.json`, formatterOf('json')(report, PLAIN))
    if (fleet !== null) await ports.writeReport(`${file}.fleet.json`, `${JSON.stringify(fleet)}\n`)
    ports.print(logLine(`${name}: ${countText(report.findings)}${problemText(report)}`))
    reports.push(report)
  }
  return reports
}

async function reportOf(name: string, { client, ports, inputs }: CollectTarget): Promise<ArchiveReport> {
  const [owner = '', repo = ''] = name.split('/')
  // The default branch, by the name that every repository has for it. https://git-scm.com/docs/gitrevisions
  const route = 'GET /repos/{owner}/{repo}/tarball/{ref}'
  const archive = await attempt(() => client.download({ route, parameters: { owner, repo, ref: 'HEAD' } }))
  if ('failure' in archive) return unread(`the repository cannot be read: ${describeFailure(archive.failure)}`)
  try {
    return await ports.checkArchive(archive.value, inputs)
  } catch (error) {
    if (error instanceof UserError) return unread(error.message)
    throw error
  }
}

function problemText({ problems: [first, ...rest] }: JsonReport): string {
  if (first === undefined) return ''
  return `; ${first.message}${rest.length === 0 ? '' : ` and ${rest.length} more problems`}`
}

/** A report that says why there is none, so that the repository is not taken for a clean one. */
function unread(message: string): ArchiveReport {
  const report: JsonReport = {
    schemaVersion: 1,
    tool: { name: 'workerlint', version: VERSION },
    summary: {
      files: 0,
      documents: 0,
      containers: 0,
      processes: 0,
      findings: { error: 0, warning: 0, info: 0 },
      suppressed: 0,
      unresolved: 0,
    },
    findings: [],
    suppressed: [],
    unresolved: [],
    problems: [{ file: '.', line: 1, message }],
  }
  return { report, commit: null, fleet: null }
}
