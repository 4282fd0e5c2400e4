/** What an audit of many repositories shows: their reports as one, instead of a check of the workspace. */
import { readReportFolder } from '../cli/report-folder.ts'
import { IGNORE_POLICIES } from '../findings/ignore-policies.ts'
import type { CheckResult } from '../github/ports.ts'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import { PROGRAMS } from '../programs/registry.ts'
import { PLAIN } from '../reports/formatter.ts'
import { mergeReports } from '../reports/merge-reports.ts'

/** Merges the reports below a folder of the workspace. */
export function mergedReports(folder: string, workspace: string): CheckResult {
  const reports = readReportFolder(folder, workspace)
  const policies = [...loadBundledPolicies(PROGRAMS).map(({ policy }) => policy), ...IGNORE_POLICIES]
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  return {
    report: mergeReports(reports.map(({ report }) => report)),
    presentation: { ...PLAIN, policyOf: (id) => byId.get(id) },
    failOn: null,
    commits: new Map(reports.map(({ name, commit }) => [name, commit ?? 'HEAD'])),
  }
}
