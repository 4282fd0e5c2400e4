/** Writing files so that a reader sees the old text or the new one, never half of it. */
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../source/errors.ts'

/** Writes a file through a temporary one beside it; keeps the mode, follows a link to its file. */
export function writeFileAtomically(path: string, text: string, workingDirectory: string): void {
  const wanted = resolve(workingDirectory, path)
  const target = existsSync(wanted) ? realpathSync(wanted) : wanted
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(temporary, text, { flag: 'wx' })
    if (existsSync(target)) chmodSync(temporary, statSync(target).mode)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new UserError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
