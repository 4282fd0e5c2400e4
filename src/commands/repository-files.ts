/** Files of the repository and paths inside containers. */
import type { Repository } from '../repository/repository.ts'
import { locationOf } from '../source/location.ts'
import { type SourcedText, verbatimText } from '../source/sourced-text.ts'

/** A file of the repository as text with places; null when it cannot be read. */
export function readRepositoryFile(repository: Repository, path: string): SourcedText | null {
  const content = repository.read(path)
  if (content.kind !== 'text') return null
  const { file } = content
  const start = file.text.startsWith('\uFEFF') ? 1 : 0
  return verbatimText(locationOf(file, start, file.text.length))
}

/** An absolute path without `.` and `..` and doubled slashes. */
export function normalisePath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') parts.pop()
    else parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** Joins a path to a working directory; null when it is relative and the directory is not known. */
export function absolutePath(path: string, workingDirectory: string | null): string | null {
  if (path.startsWith('/')) return normalisePath(path)
  return workingDirectory === null ? null : normalisePath(`${workingDirectory}/${path}`)
}
