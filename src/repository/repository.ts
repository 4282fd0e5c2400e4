/** The port to files: what to check, and what else the repository holds. */
import type { SourceFile } from '../source/source-file.ts'
import { createSourceFile } from '../source/source-file.ts'

/** The text of a file, or why it cannot be had. */
export type FileContent =
  | { readonly kind: 'text'; readonly file: SourceFile }
  | { readonly kind: 'refused'; readonly message: string }

/** Files by path; paths are relative with `/` separators and are what reports show. */
export interface Repository {
  /** Paths to check, sorted. */
  readonly checked: readonly string[]
  /** Those of the checked paths that the user named one by one: problems in them are always told. */
  readonly named: ReadonlySet<string>
  /** Every path that may be read, sorted; also files outside the checked folders. */
  listAll(): readonly string[]
  /** Reads a file; the same path gives the same object. Never throws. */
  read(path: string): FileContent
  /** The bytes of a file, also of one that is no text; null when it cannot be had. Never throws. */
  readBytes(path: string): Uint8Array | null
}

/** A repository of given texts, all checked. */
export function memoryRepository(texts: ReadonlyMap<string, string>): Repository {
  const files = new Map([...texts].map(([path, text]) => [path, createSourceFile(path, text)]))
  const paths = [...texts.keys()].sort()
  return {
    checked: paths,
    named: new Set(),
    listAll: () => paths,
    read: (path) => {
      const file = files.get(path)
      return file === undefined ? { kind: 'refused', message: 'no such file' } : { kind: 'text', file }
    },
    readBytes: (path) => bytesOf(files.get(path)),
  }
}

/** The same repository with some files replaced. */
export function withReplacedFiles(base: Repository, replaced: ReadonlyMap<string, string>): Repository {
  const files = new Map([...replaced].map(([path, text]) => [path, createSourceFile(path, text)]))
  return {
    checked: base.checked,
    named: base.named,
    listAll: () => base.listAll(),
    read: (path) => {
      const file = files.get(path)
      return file === undefined ? base.read(path) : { kind: 'text', file }
    },
    readBytes: (path) => bytesOf(files.get(path)) ?? base.readBytes(path),
  }
}

/** The same repository with one more file, which alone is checked. */
export function withAddedFile(base: Repository, added: SourceFile): Repository {
  return {
    checked: [added.path],
    named: new Set([added.path]),
    listAll: () => base.listAll(),
    read: (path) => (path === added.path ? { kind: 'text', file: added } : base.read(path)),
    readBytes: (path) => (path === added.path ? bytesOf(added) : base.readBytes(path)),
  }
}

/** The same repository, in which some files are not checked by themselves. */
export function withoutFiles(base: Repository, left: ReadonlySet<string>): Repository {
  if (left.size === 0) return base
  return { ...base, checked: base.checked.filter((path) => !left.has(path)) }
}

function bytesOf(file: SourceFile | undefined): Uint8Array | null {
  return file === undefined ? null : new TextEncoder().encode(file.text)
}
