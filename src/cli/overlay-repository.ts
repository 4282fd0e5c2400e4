/** A repository on disk with other texts laid over it: the head or the base of a pull request, without a checkout. */
import picomatch from 'picomatch'
import type { Overlay } from '../github/overlay.ts'
import type { FileContent, Repository } from '../repository/repository.ts'
import { createSourceFile } from '../source/source-file.ts'

/** Which of the laid-over files are to be checked: `paths` and `exclude` as the user wrote them. */
export interface OverlayScope {
  readonly paths: readonly string[]
  readonly exclude: readonly string[]
}

/** The repository as it would be with the overlay written to disk; a path that maps to null is gone. */
export function overlayRepository(base: Repository, overlay: Overlay, scope: OverlayScope): Repository {
  if (overlay.size === 0) return base
  const contents = new Map<string, FileContent>(
    [...overlay].map(([path, text]) => [
      path,
      text === null
        ? { kind: 'refused', message: 'no such file' }
        : { kind: 'text', file: createSourceFile(path, text) },
    ]),
  )
  const present = [...overlay].flatMap(([path, text]) => (text === null ? [] : [path]))
  const isAskedFor = matcherOf(scope)
  const checked = base.checked.filter((path) => !overlay.has(path))
  let all: readonly string[] | null = null
  return {
    checked: [...checked, ...present.filter(isAskedFor)].sort(),
    named: base.named,
    listAll() {
      all ??= [...base.listAll().filter((path) => !overlay.has(path)), ...present].sort()
      return all
    },
    read: (path) => contents.get(path) ?? base.read(path),
    readBytes: (path) => {
      const text = overlay.get(path)
      if (text === undefined) return base.readBytes(path)
      return text === null ? null : new TextEncoder().encode(text)
    },
  }
}

function matcherOf(scope: OverlayScope): (path: string) => boolean {
  const isExcluded = picomatch([...scope.exclude], { dot: true })
  const wanted = scope.paths.map((path) => path.replace(/^(\.\/)+/, '').replace(/\/+$/, ''))
  return (path) => {
    if (!/\.(ya?ml|json)$/i.test(path) || isExcluded(path)) return false
    return wanted.some(
      (entry) =>
        entry === '.' ||
        entry === '' ||
        path === entry ||
        path.startsWith(`${entry}/`) ||
        picomatch(entry, { dot: true })(path),
    )
  }
}
