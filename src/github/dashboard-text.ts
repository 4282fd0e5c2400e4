/** The words of the dashboard issue. */
import type { JsonFinding, JsonReport } from '../reports/json-report.ts'
import { byteLength, fitBlocks } from './byte-budget.ts'
import { bodyBudget } from './limits.ts'
import { printMarker, shortHash } from './marker.ts'
import type { SourceBase } from './source-link.ts'
import {
  countText,
  coverageText,
  findingTable,
  firstStepsText,
  fitTable,
  undecidedBlocks,
  workloadTable,
} from './summary-sections.ts'
import { type TrendPoint, trendText } from './trend.ts'

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
    fitTable(workloadTable(findings), bodyBudget / 6, 'see the full report of the workflow run.'),
  ].filter((block) => block !== '')
  const budget = bodyBudget - byteLength([...blocks, marker].join('\n\n')) - 16
  const list = fitTable(findingTable(findings, content.base, null), budget, 'see the full report of the workflow run.')
  const all = [...blocks, ...(list === '' ? [] : [list]), ...undecidedBlocks(report)]
  return `${fitBlocks(all, '\n\n', bodyBudget - byteLength(marker) - 2).text}\n\n${marker}`
}

/** A hash of what the dashboard says, whatever the commit: while it stays the same there is nothing to write. */
export function stateOf(content: Omit<DashboardContent, 'trend'>): string {
  const base = { ...content.base, sha: 'HEAD' }
  const list = findingTable(content.findings, base, null).rows
  return shortHash([JSON.stringify(list), ...undecidedBlocks(content.report)])
}
