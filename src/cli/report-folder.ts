/** JSON reports below a folder: each stands where its repository is named, `OWNER/NAME@COMMIT.json` or `NAME.json`, and beside it may be its containers. */
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fleetBelowFolder, type JsonFleet } from '../reports/fleet-json.ts'
import type { JsonReport } from '../reports/json-report.ts'
import { belowFolder } from '../reports/merge-reports.ts'
import { readJsonFleet } from '../reports/read-fleet-json.ts'
import { readJsonReport } from '../reports/read-json-report.ts'
import { readText } from '../repository/read-text.ts'
import { walkFolder } from '../repository/walk.ts'
import { UserError } from '../source/errors.ts'

/** A report below the folder that its file is named after. */
export interface FolderReport {
  /** Such as `acme/shop`. */
  readonly name: string
  /** Null when the name of the file tells none. */
  readonly commit: string | null
  readonly report: JsonReport
  /** The containers, when they stand beside it in `NAME.fleet.json`; null when they do not. */
  readonly fleet: JsonFleet | null
}

/** Is there a folder of this name? */
export function isFolder(path: string, workingDirectory: string): boolean {
  const absolute = resolve(workingDirectory, path)
  return existsSync(absolute) && statSync(absolute).isDirectory()
}

/** Reads all reports below a folder, sorted by name; one that is no report, or none at all, is a UserError. */
export function readReportFolder(path: string, workingDirectory: string): readonly FolderReport[] {
  const all = walkFolder(resolve(workingDirectory, path)).filter((file) => file.endsWith('.json'))
  const files = all.filter((file) => !file.endsWith('.fleet.json'))
  if (files.length === 0) throw new UserError(`there are no reports in ${path}`)
  return files.map((file) => {
    const [, name = file, commit] = /^(.+?)(?:@([0-9a-f]+))?\.json$/.exec(file) ?? []
    const report = belowFolder(readReportFile(join(path, file), workingDirectory), name)
    const beside = file.replace(/\.json$/, '.fleet.json')
    const fleet = all.includes(beside)
      ? fleetBelowFolder(readShape(join(path, beside), workingDirectory, readJsonFleet), name)
      : null
    return { name, commit: commit ?? null, report, fleet }
  })
}

/** Reads a report; a file that is none is a UserError that names it. */
export function readReportFile(file: string, workingDirectory: string): JsonReport {
  return readShape(file, workingDirectory, readJsonReport)
}

function readShape<T>(file: string, workingDirectory: string, readJson: (json: string) => T): T {
  const absolute = resolve(workingDirectory, file)
  const read = existsSync(absolute) ? readText(absolute) : null
  if (read === null) throw new UserError(`report ${file} does not exist`)
  if (read.kind === 'refused') throw new UserError(`report ${file}: ${read.message}`)
  try {
    return readJson(read.text)
  } catch (error) {
    throw error instanceof UserError ? new UserError(`report ${file}: ${error.message}`) : error
  }
}
