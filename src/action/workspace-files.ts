/** Files of the runner's workspace, read and written without leaving it through a link. */
import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { writeFileAtomically } from '../cli/write-file.ts'
import { UserError } from '../source/errors.ts'

/** The bytes of a file by its path from the root of the workspace; null when it is not there or leads outside. */
export function readWorkspaceFile(folder: string, path: string): Uint8Array | null {
  const absolute = resolve(folder, path)
  if (!existsSync(absolute)) return null
  const way = relative(realpathSync(folder), realpathSync(absolute))
  const isInside = way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  return isInside && lstatSync(absolute).isFile() ? readFileSync(absolute) : null
}

/** Writes a report; gives its absolute path. A link in its place could lead anywhere and is refused. */
export function writeReportFile(folder: string, path: string, text: string): string {
  const absolute = resolve(folder, path)
  if (lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    throw new UserError(`${path} is a symbolic link; reports are not written through one.`)
  }
  writeFileAtomically(absolute, text, folder)
  return absolute
}
