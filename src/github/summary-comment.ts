/** The one comment on a pull request that is kept up to date with what stands nowhere else. */
import type { JsonFinding, JsonReport } from '../reports/json-report.ts'
import { escapeMarkdown } from '../reports/markdown-text.ts'
import { byteLength, fitBlocks } from './byte-budget.ts'
import { bodyBudget } from './limits.ts'
import { printMarker } from './marker.ts'
import type { Selection } from './select-findings.ts'
import type { SourceBase } from './source-link.ts'
import { countText, coverageText, findingTable, firstStepsText, fitTable, undecidedBlocks } from './summary-sections.ts'

/** What the comment tells. */
export interface SummaryCommentContent {
  readonly report: JsonReport
  readonly selection: Selection
  readonly base: SourceBase
  readonly instance: string
  /** The findings without a comment of their own. */
  readonly listed: readonly JsonFinding[]
  readonly reasonOf: (finding: JsonFinding) => string
  readonly notices: readonly string[]
}

/** The Markdown of the comment with its marker. */
export function summaryComment(content: SummaryCommentContent): string {
  const { report, selection } = content
  const marker = printMarker({ kind: 'summary', instance: content.instance, data: {} })
  const existing = selection.existing.length
  const blocks = [
    `### workerlint: ${countText(selection.counted)}`,
    [coverageText(report), ...(existing > 0 ? [`${existing} more findings were there before this change.`] : [])].join(
      ' ',
    ),
    ...content.notices.map((notice) => `> ${escapeMarkdown(notice.split('\n')[0] ?? '')}`),
    firstStepsText(selection.counted),
  ].filter((block) => block !== '')
  const rest = undecidedBlocks(report)
  const budget = bodyBudget - byteLength([...blocks, marker].join('\n\n')) - 16
  const table = findingTable(content.listed, content.base, content.reasonOf)
  const list = fitTable(table, budget, 'see the step summary of the workflow run.')
  const all = [...blocks, ...(list === '' ? [] : [list]), ...rest]
  return `${fitBlocks(all, '\n\n', bodyBudget - byteLength(marker) - 2).text}\n\n${marker}`
}
