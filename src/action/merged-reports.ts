/** What an audit of many repositories shows: their reports as one, instead of a check of the workspace. */
import { policiesFor } from '../cli/print-report.ts'
import { readReportFolder } from '../cli/report-folder.ts'
import type { ActionInputs } from '../github/inputs.ts'
import type { CheckResult } from '../github/ports.ts'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import { PLAIN } from '../reports/formatter.ts'
import { mergeReports } from '../reports/merge-reports.ts'

/** Merges the reports below the folder of the input `reports`, which is in the workspace. */
export async function mergedReports(inputs: ActionInputs, workspace: string): Promise<CheckResult> {
  const reports = readReportFolder(inputs.reports ?? '', workspace)
  const formats = [...(inputs.htmlFile === null ? [] : ['html']), ...(inputs.sarifFile === null ? [] : ['sarif'])]
  const policies = loadBundledPolicies().map(({ policy }) => policy)
  return {
    report: mergeReports(reports.map(({ report }) => report)),
    presentation: {
      ...PLAIN,
      containers: reports.flatMap(({ fleet }) => fleet?.containers ?? []),
      needs: reports.flatMap(({ fleet }) => fleet?.needs ?? []),
      policyOf: await policiesFor(formats, policies),
    },
    failOn: null,
    commits: new Map(reports.map(({ name, commit }) => [name, commit ?? 'HEAD'])),
  }
}
