/** Listing the files below a folder. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that hold other people's or generated files. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.venv',
  'venv',
  '__pycache__',
  '.terraform',
  '.tox',
  '.mypy_cache',
])
/** More files than this are not listed. */
const MOST_FILES = 500_000

/** Makes a walk that lists every folder once, however often it is asked for. */
export function createWalk(): (folder: string) => readonly string[] {
  const listed = new Map<string, readonly string[]>()
  return (folder) => {
    const found = listed.get(folder) ?? walkFolder(folder)
    listed.set(folder, found)
    return found
  }
}

/** Paths of the regular files below a folder, relative to it, sorted; symbolic links and unreadable folders are skipped. */
export function walkFolder(folder: string): readonly string[] {
  const found: string[] = []
  const pending: string[] = ['']
  while (pending.length > 0 && found.length < MOST_FILES) {
    const relative = pending.pop() ?? ''
    for (const entry of listEntries(join(folder, relative))) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (entry.isFile()) found.push(path)
      else if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) pending.push(path)
    }
  }
  return found.sort()
}

function listEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
