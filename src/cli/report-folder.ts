/** JSON reports below a folder: each stands where its repository is named, `OWNER/NAME@COMMIT.json` or `NAME.json`. */
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JsonReport } from '../reports/json-report.ts'
import { belowFolder } from '../reports/merge-reports.ts'
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
}

/** Is there a folder of this name? */
export function isFolder(path: string, workingDirectory: string): boolean {
  const absolute = resolve(workingDirectory, path)
  return existsSync(absolute) && statSync(absolute).isDirectory()
}

/** Reads all reports below a folder, sorted by name; one that is no report, or none at all, is a UserError. */
export function readReportFolder(path: string, workingDirectory: string): readonly FolderReport[] {
  const folder = resolve(workingDirectory, path)
  const files = walkFolder(folder).filter((file) => file.endsWith('.json'))
  if (files.length === 0) throw new UserError(`there are no reports in ${path}`)
  return files.map((file) => {
    const [, name = file, commit] = /^(.+?)(?:@([0-9a-f]+))?\.json$/.exec(file) ?? []
    return {
      name,
      commit: commit ?? null,
      report: belowFolder(readReportFile(join(path, file), workingDirectory), name),
    }
  })
}

/** Reads a report; a file that is none is a UserError that names it. */
export function readReportFile(file: string, workingDirectory: string): JsonReport {
  const absolute = resolve(workingDirectory, file)
  const read = existsSync(absolute) ? readText(absolute) : null
  if (read === null) throw new UserError(`report ${file} does not exist`)
  if (read.kind === 'refused') throw new UserError(`report ${file}: ${read.message}`)
  try {
    return readJsonReport(read.text)
  } catch (error) {
    throw error instanceof UserError ? new UserError(`report ${file}: ${error.message}`) : error
  }
}
