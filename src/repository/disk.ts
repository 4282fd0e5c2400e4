/** The repository on disk: paths and globs of the command line to files, nothing outside the root. */
import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import { UserError } from '../source/errors.ts'
import { RecentValues } from '../source/recent.ts'
import { createSourceFile } from '../source/source-file.ts'
import { createReadMemory, type ReadText, readBytes, readLinklessText, readText } from './read-text.ts'
import type { FileContent, Repository } from './repository.ts'
import { createStoredFile, type FileStore } from './stored-file.ts'
import { createWalk } from './walk.ts'

/** What to open. `paths` are files, folders or globs as the user wrote them; `exclude` are globs over reported paths. */
export interface DiskRequest {
  readonly workingDirectory: string
  readonly paths: readonly string[]
  readonly exclude: readonly string[]
}

/** Where a path is on disk and what reports call it. */
interface Base {
  /** Absolute folder whose files may be read. */
  readonly folder: string
  /** Absolute folder that reported paths are relative to. */
  readonly origin: string
  /** Prefix of reported paths, such as `../shared/`; empty for paths below the working directory. */
  readonly prefix: string
}

/** Texts are remembered up to this sum of UTF-16 units. */
const MOST_REMEMBERED_UNITS = 2 ** 26
/** Larger texts are rare and take long to read again. */
const MOST_FORGOTTEN_UNITS = 2 ** 22

/** File names that can hold manifests. */
const MANIFEST_NAME = /\.(ya?ml|json)$/i

/** Opens a repository; a path that does not exist is the user's mistake. */
export function openDiskRepository(request: DiskRequest): Repository {
  const absoluteOf = new Map<string, string>()
  const walked = new Set<string>()
  const named = new Set<string>()
  const checked = new Set<string>()
  const excluded = picomatch([...request.exclude], { dot: true })
  const walk = createWalk()
  for (const path of request.paths) {
    for (const found of expandPath(path, request.workingDirectory, walk)) {
      if (excluded(found.reported)) continue
      absoluteOf.set(found.reported, found.absolute)
      checked.add(found.reported)
      if (found.isNamed) named.add(found.reported)
      else walked.add(found.reported)
    }
  }
  const bases = request.paths.map((path) => repositoryBase(path, request.workingDirectory))
  const contents = new Map<string, FileContent>()
  const memory = createReadMemory()
  const absolutePath = (path: string) => absoluteOf.get(path) ?? resolve(request.workingDirectory, path)
  // Walking follows no links, so what it found lies where it seems to.
  const store: FileStore = {
    read: (path) => readLinklessText(absolutePath(path), memory),
    recent: new RecentValues(MOST_REMEMBERED_UNITS),
  }
  const readWalked = (path: string): FileContent => {
    const read = store.read(path)
    return read.kind === 'refused' || read.text.length > MOST_FORGOTTEN_UNITS
      ? contentOf(path, read)
      : { kind: 'text', file: createStoredFile(path, read, store) }
  }
  let all: readonly string[] | null = null
  return {
    checked: [...checked].sort(),
    named,
    listAll() {
      all ??= listBases(bases, { absoluteOf, checked, walk })
      return all
    },
    read(path) {
      const known = contents.get(path)
      if (known !== undefined) return known
      const content = walked.has(path) ? readWalked(path) : readInside(path, absolutePath(path), bases)
      contents.set(path, content)
      return content
    },
    readBytes(path) {
      const real = realPath(absolutePath(path))
      if (real === null || !isReachable(real, bases)) return null
      const read = readBytes(real)
      return read.kind === 'bytes' ? read.bytes : null
    },
  }
}

type Walk = ReturnType<typeof createWalk>

interface FoundFile {
  readonly reported: string
  readonly absolute: string
  readonly isNamed: boolean
}

function expandPath(path: string, workingDirectory: string, walk: Walk): readonly FoundFile[] {
  const absolute = resolve(workingDirectory, path)
  if (existsSync(absolute)) {
    const base = reportBase(path, absolute, workingDirectory)
    if (!statSync(absolute).isDirectory()) return [{ reported: report(absolute, base), absolute, isNamed: true }]
    return walk(absolute)
      .filter((file) => MANIFEST_NAME.test(file))
      .map((file) => walkedPath(absolute, file))
      .map((file) => ({ reported: report(file, base), absolute: file, isNamed: false }))
  }
  const { base: globBase, glob } = picomatch.scan(path)
  if (glob === '') throw new UserError(`path ${JSON.stringify(path)} does not exist`)
  const folder = resolve(workingDirectory, globBase)
  const base = reportBase(globBase === '' ? '.' : globBase, folder, workingDirectory)
  const matches = picomatch(glob, { dot: true })
  return walk(folder)
    .filter((file) => MANIFEST_NAME.test(file) && matches(file))
    .map((file) => walkedPath(folder, file))
    .map((file) => ({ reported: report(file, base), absolute: file, isNamed: false }))
}

/** The absolute path of a file that was found below a folder, whose path has nothing to resolve. */
function walkedPath(folder: string, file: string): string {
  return (folder.endsWith(sep) ? folder : folder + sep) + (sep === '/' ? file : file.replaceAll('/', sep))
}

/** Paths are reported as the user would type them; an absolute path outside the working directory never shows. */
function reportBase(written: string, absolute: string, workingDirectory: string): Base {
  if (isInside(absolute, workingDirectory)) return { folder: workingDirectory, origin: workingDirectory, prefix: '' }
  const folder = existsSync(absolute) && statSync(absolute).isDirectory() ? absolute : dirname(absolute)
  if (isAbsolute(written)) return { folder, origin: folder, prefix: '' }
  return { folder, origin: folder, prefix: `${toPosix(relative(workingDirectory, folder))}/` }
}

function report(absolute: string, base: Base): string {
  const start = base.origin.endsWith(sep) ? base.origin : base.origin + sep
  const way = absolute.startsWith(start) ? absolute.slice(start.length) : relative(base.origin, absolute)
  return base.prefix + toPosix(way)
}

/** The folder that look-ups from manifests (Dockerfiles, scripts) may reach: the git work tree, else the path itself. */
function repositoryBase(path: string, workingDirectory: string): Base {
  const absolute = resolve(
    workingDirectory,
    existsSync(resolve(workingDirectory, path)) ? path : picomatch.scan(path).base,
  )
  const folder = existsSync(absolute) && statSync(absolute).isDirectory() ? absolute : dirname(absolute)
  if (isInside(folder, workingDirectory)) {
    return { folder: enclosingWorkTree(workingDirectory) ?? workingDirectory, origin: workingDirectory, prefix: '' }
  }
  return reportBase(path, absolute, workingDirectory)
}

function listBases(
  bases: readonly Base[],
  { absoluteOf, checked, walk }: { absoluteOf: Map<string, string>; checked: ReadonlySet<string>; walk: Walk },
): readonly string[] {
  const paths = new Set<string>(checked)
  for (const base of new Map(bases.map((base) => [base.folder + base.prefix, base])).values()) {
    for (const file of walk(base.folder)) {
      const absolute = walkedPath(base.folder, file)
      const reported = report(absolute, base)
      if (!absoluteOf.has(reported)) absoluteOf.set(reported, absolute)
      paths.add(reported)
    }
  }
  return [...paths].sort()
}

function readInside(path: string, absolute: string, bases: readonly Base[]): FileContent {
  const real = realPath(absolute)
  if (real === null) return { kind: 'refused', message: 'no such file' }
  if (!isReachable(real, bases)) {
    return { kind: 'refused', message: `${basename(path)} leads outside the repository` }
  }
  return contentOf(path, readText(real))
}

function contentOf(path: string, read: ReadText): FileContent {
  return read.kind === 'text' ? { kind: 'text', file: createSourceFile(path, read.text) } : read
}

/** Does a real path lie in a folder that may be read? */
function isReachable(real: string, bases: readonly Base[]): boolean {
  return bases.some((base) => isInside(real, realPath(base.folder) ?? base.folder))
}

function enclosingWorkTree(folder: string): string | null {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current
    if (dirname(current) === current) return null
  }
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way))
}

function toPosix(path: string): string {
  return path.split(sep).join('/')
}
