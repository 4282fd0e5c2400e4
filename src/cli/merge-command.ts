/** `workerlint merge`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import type { JsonFleet } from '../reports/fleet-json.ts'
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
  const read = names.flatMap((name) => readReports(name, terminal.workingDirectory))
  const report = mergeReports(read.map((one) => one.report))
  const policies = loadBundledPolicies().map(({ policy }) => policy)
  const background = { linesOf: () => [], policyOf: await policiesFor(formats, policies), ...fleetOf(read) }
  printReport(report, { options, background }, terminal)
  return findingsCode(report, options.failOn)
}

/** `FILE`, `FOLDER=FILE` to put its paths below a folder, or a folder, whose reports stand below their own names. */
function readReports(name: string, workingDirectory: string): readonly Read[] {
  if (isFolder(name, workingDirectory)) return readReportFolder(name, workingDirectory)
  const split = existsSync(resolve(workingDirectory, name)) ? null : /^([^=]+)=(.+)$/.exec(name)
  const report = readReportFile(split?.[2] ?? name, workingDirectory)
  return [
    { report: split?.[1] === undefined ? report : belowFolder(report, split[1].replace(/\/+$/, '')), fleet: null },
  ]
}

interface Read {
  readonly report: JsonReport
  readonly fleet: JsonFleet | null
}

function fleetOf(read: readonly Read[]) {
  return {
    containers: read.flatMap(({ fleet }) => fleet?.containers ?? []),
    needs: read.flatMap(({ fleet }) => fleet?.needs ?? []),
    plans: [],
  }
}
