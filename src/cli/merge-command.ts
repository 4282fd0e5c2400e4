/** `workerlint merge`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { IGNORE_POLICIES } from '../findings/ignore-policies.ts'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import { PROGRAMS } from '../programs/registry.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { belowFolder, mergeReports } from '../reports/merge-reports.ts'
import { type FailOn, findingsCode } from './exit-code.ts'
import { type PrintOptions, printReport, wantedFormats } from './print-report.ts'
import { isFolder, readReportFile, readReportFolder } from './report-folder.ts'
import type { Terminal } from './terminal.ts'

/** The options as commander gives them. */
export interface MergeCommandOptions extends PrintOptions {
  readonly failOn: FailOn
}

/** Merges and prints; gives the exit code. */
export async function runMerge(
  names: readonly string[],
  options: MergeCommandOptions,
  terminal: Terminal,
): Promise<number> {
  wantedFormats(options)
  const report = mergeReports(names.flatMap((name) => readReports(name, terminal.workingDirectory)))
  const policies = [...loadBundledPolicies(PROGRAMS).map(({ policy }) => policy), ...IGNORE_POLICIES]
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  const background = { linesOf: () => [], policyOf: (id: string) => byId.get(id), containers: [], plans: [] }
  printReport(report, { options, background }, terminal)
  return findingsCode(report, options.failOn)
}

/** `FILE`, `FOLDER=FILE` to put its paths below a folder, or a folder, whose reports stand below their own names. */
function readReports(name: string, workingDirectory: string): readonly JsonReport[] {
  if (isFolder(name, workingDirectory)) return readReportFolder(name, workingDirectory).map(({ report }) => report)
  const split = existsSync(resolve(workingDirectory, name)) ? null : /^([^=]+)=(.+)$/.exec(name)
  const report = readReportFile(split?.[2] ?? name, workingDirectory)
  return [split?.[1] === undefined ? report : belowFolder(report, split[1].replace(/\/+$/, ''))]
}
