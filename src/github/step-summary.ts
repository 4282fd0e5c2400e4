/** The step summary: everything about a run on one page of less than 1 MiB. */
import type { JsonFinding, JsonReport } from '../reports/json-report.ts'
import { fenced } from '../reports/markdown-text.ts'
import { byteLength, fitBlocks } from './byte-budget.ts'
import { workloadTable } from './count-tables.ts'
import { stepSummaryBudget } from './limits.ts'
import type { Selection } from './select-findings.ts'
import type { SourceBase } from './source-link.ts'
import { countText, coverageText, findingTable, firstStepsText, fitTable, undecidedBlocks } from './summary-sections.ts'

/** What the summary tells. */
export interface SummaryContent {
  readonly report: JsonReport
  readonly selection: Selection
  readonly base: SourceBase
  /** Where else a finding is shown, such as `review comment`. */
  readonly shownIn: (finding: JsonFinding) => string
  /** Sentences about what could not be done; the lines after the first of each are shown as code. */
  readonly notices: readonly string[]
  /** Where the full report is. */
  readonly pointer: string
}

/** The Markdown of the step summary. https://docs.github.com/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary */
export function stepSummary(content: SummaryContent): string {
  const { report, selection } = content
  const blocks = [
    `# workerlint: ${countText(selection.counted)}`,
    [coverageText(report), ...existingText(selection)].join(' '),
    ...content.notices.map(noticeText),
    firstStepsText(selection.counted),
    fitTable(workloadTable(selection.counted, content.base), stepSummaryBudget / 10, content.pointer),
  ].filter((block) => block !== '')
  const rest = undecidedBlocks(report)
  const budget = stepSummaryBudget - byteLength([...blocks, ...rest].join('\n\n')) - 16
  const findings = findingTable(selection.counted, content.base, content.shownIn)
  const list = fitTable(findings, Math.max(budget, stepSummaryBudget / 4), content.pointer)
  const all = [...blocks, ...(list === '' ? [] : [list]), ...rest]
  return `${fitBlocks(all, '\n\n', stepSummaryBudget).text}\n`
}

function existingText(selection: Selection): readonly string[] {
  return [
    ...(selection.existing.length > 0
      ? [`${selection.existing.length} more findings were there before this change.`]
      : []),
    ...(selection.minor.length > 0 ? [`${selection.minor.length} more are below min-severity.`] : []),
  ]
}

function noticeText(notice: string): string {
  const [sentence = '', ...block] = notice.split('\n')
  return [`> ${sentence}`, ...(block.length > 0 ? [fenced(block.join('\n'), 'yaml')] : [])].join('\n\n')
}
