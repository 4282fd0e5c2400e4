/** A line that says how far a long check is, for people who wait at a terminal. */
import type { Repository } from '../repository/repository.ts'
import type { Terminal } from './terminal.ts'

/** Work that is done within this many milliseconds needs no line. */
const PATIENCE_MS = 1000
/** A line that changes more often cannot be read. */
const PAUSE_MS = 100

/** A repository that tells of its files as they are read, and what takes the line away. */
export interface Watched {
  readonly repository: Repository
  readonly finish: () => void
}

/** Watches a repository when standard error is a terminal; `now` gives milliseconds. */
export function watchProgress(repository: Repository, terminal: Terminal, now: () => number): Watched {
  if (terminal.stderr.isTTY !== true) return { repository, finish: () => {} }
  const start = now()
  const total = repository.checked.length
  const seen = new Set<string>()
  let shown = start + PATIENCE_MS - PAUSE_MS
  let isShown = false
  const tell = () => {
    const time = now()
    if (time - shown < PAUSE_MS) return
    shown = time
    isShown = true
    const text = seen.size < total ? `reading ${seen.size} of ${total} files` : `checking ${total} files`
    terminal.stderr.write(`\r\u001b[K${text}`)
  }
  return {
    repository: {
      ...repository,
      read: (path) => {
        seen.add(path)
        tell()
        return repository.read(path)
      },
    },
    finish: () => {
      if (isShown) terminal.stderr.write('\r\u001b[K')
    },
  }
}
