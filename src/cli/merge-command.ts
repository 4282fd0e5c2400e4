/** `workerlint merge`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { belowFolder, mergeReports } from '../reports/merge-reports.ts'
import { type FailOn, findingsCode } from './exit-code.ts'
import { type PrintOptions, policiesFor, printReport, wantedFormats } from './print-report.ts'
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
  const formats = wantedFormats(options).map(({ name }) => name)
  const report = mergeReports(names.flatMap((name) => readReports(name, terminal.workingDirectory)))
  const policies = loadBundledPolicies().map(({ policy }) => policy)
  const background = { linesOf: () => [], policyOf: await policiesFor(formats, policies), containers: [], plans: [] }
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
