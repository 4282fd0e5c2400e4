/** The words of the dashboard issue. */
import type { JsonFinding, JsonReport } from '../reports/json-report.ts'
import { byteLength, fitBlocks } from './byte-budget.ts'
import { repositoryTable, workloadTable } from './count-tables.ts'
import { bodyBudget } from './limits.ts'
import { printMarker, shortHash } from './marker.ts'
import { type SourceBase, withoutCommits } from './source-link.ts'
import { countText, coverageText, findingTable, firstStepsText, fitTable, undecidedBlocks } from './summary-sections.ts'
import { type TrendPoint, trendText } from './trend.ts'

const POINTER = 'see the full report of the workflow run.'

/** What the dashboard shows. */
export interface DashboardContent {
  readonly report: JsonReport
  readonly findings: readonly JsonFinding[]
  readonly base: SourceBase
  readonly instance: string
  readonly trend: readonly TrendPoint[]
}

/** The Markdown of the issue with its marker, which remembers the state and the trend. */
export function dashboardText(content: DashboardContent): string {
  const { report, findings, trend } = content
  const data = { state: stateOf(content), isClean: findings.length === 0, trend }
  const marker = printMarker({ kind: 'dashboard', instance: content.instance, data })
  const blocks = [
    `workerlint found ${countText(findings)}. ${coverageText(report)}`,
    firstStepsText(findings),
    trendText(trend),
    fitTable(repositoryTable(findings, content.base), bodyBudget / 6, POINTER),
    fitTable(workloadTable(findings, content.base), bodyBudget / 4, POINTER),
  ].filter((block) => block !== '')
  const budget = bodyBudget - byteLength([...blocks, marker].join('\n\n')) - 16
  const list = fitTable(findingTable(findings, content.base, null), budget, POINTER)
  const all = [...blocks, ...(list === '' ? [] : [list]), ...undecidedBlocks(report)]
  return `${fitBlocks(all, '\n\n', bodyBudget - byteLength(marker) - 2).text}\n\n${marker}`
}

/** A hash of what the dashboard says, whatever the commit: while it stays the same there is nothing to write. */
export function stateOf(content: Omit<DashboardContent, 'trend'>): string {
  const list = findingTable(content.findings, withoutCommits(content.base), null).rows
  return shortHash([JSON.stringify(list), ...undecidedBlocks(content.report)])
}
