/** `workerlint merge`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { IGNORE_POLICIES } from '../findings/ignore-policies.ts'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import { PROGRAMS } from '../programs/registry.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { belowFolder, mergeReports } from '../reports/merge-reports.ts'
import { readJsonReport } from '../reports/read-json-report.ts'
import { readText } from '../repository/read-text.ts'
import { UserError } from '../source/errors.ts'
import { type FailOn, findingsCode } from './exit-code.ts'
import { type PrintOptions, printReport, wantedFormats } from './print-report.ts'
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
  const report = mergeReports(names.map((name) => readReport(name, terminal.workingDirectory)))
  const policies = [...loadBundledPolicies(PROGRAMS).map(({ policy }) => policy), ...IGNORE_POLICIES]
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  const background = { linesOf: () => [], policyOf: (id: string) => byId.get(id), containers: [], plans: [] }
  printReport(report, { options, background }, terminal)
  return findingsCode(report, options.failOn)
}

/** `FILE`, or `FOLDER=FILE` to put its paths below a folder. */
function readReport(name: string, workingDirectory: string): JsonReport {
  const split = existsSync(resolve(workingDirectory, name)) ? null : /^([^=]+)=(.+)$/.exec(name)
  const file = split?.[2] ?? name
  const read = existsSync(resolve(workingDirectory, file)) ? readText(resolve(workingDirectory, file)) : null
  if (read === null) throw new UserError(`report ${file} does not exist`)
  if (read.kind === 'refused') throw new UserError(`report ${file}: ${read.message}`)
  try {
    const report = readJsonReport(read.text)
    return split?.[1] === undefined ? report : belowFolder(report, split[1].replace(/\/+$/, ''))
  } catch (error) {
    throw error instanceof UserError ? new UserError(`report ${file}: ${error.message}`) : error
  }
}
