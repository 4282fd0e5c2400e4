/** Files of a disk whose text is forgotten when much was read since, and read again when somebody asks for it. */
import { UserError } from '../source/errors.ts'
import type { RecentValues } from '../source/recent.ts'
import { computeLineStarts, lineBreakOf, lineIndexIn, namesWorkerlint, type SourceFile } from '../source/source-file.ts'
import type { ReadText } from './read-text.ts'

/** What all stored files are read with; `recent` counts in UTF-16 units. */
export interface FileStore {
  readonly read: (path: string) => ReadText
  readonly recent: RecentValues
}

/** Makes a source file that may forget its text; `modified` is when it was written, in milliseconds. */
export function createStoredFile(path: string, read: StoredText, store: FileStore): SourceFile {
  return new StoredFile(path, read, store)
}

interface StoredText {
  readonly text: string
  readonly modified: number
}

class StoredFile implements SourceFile {
  readonly path: string
  readonly namesWorkerlint: boolean
  readonly #modified: number
  readonly #length: number
  readonly #store: FileStore
  #text: string | null
  #starts: readonly number[] | null = null
  #lineBreak: string | null = null
  /** Offsets in ascending order, each followed by its line. */
  #kept: number[] | null = null

  constructor(path: string, { text, modified }: StoredText, store: FileStore) {
    this.path = path
    this.namesWorkerlint = namesWorkerlint(text)
    this.#modified = modified
    this.#length = text.length
    this.#store = store
    this.#text = text
    store.recent.remember(this, text.length)
  }

  get text(): string {
    return this.#text ?? this.#read()
  }

  get lineStarts(): readonly number[] {
    this.#starts ??= computeLineStarts(this.text)
    return this.#starts
  }

  get lineBreak(): string {
    this.#lineBreak ??= lineBreakOf(this.text)
    return this.#lineBreak
  }

  lineIndexAt(offset: number): number {
    return keptLine(this.#kept ?? [], offset) ?? lineIndexIn(this.lineStarts, offset)
  }

  keepLine(offset: number): void {
    this.#kept ??= []
    const kept = this.#kept
    const index = indexOf(kept, offset)
    if (kept[index] === offset) return
    const [before = 0, line = 0] = index === 0 ? [] : kept.slice(index - 2, index)
    kept.splice(index, 0, offset, line + countBreaks(this.text, before, offset))
  }

  forget(): void {
    this.#text = null
    this.#starts = null
  }

  #read(): string {
    const read = this.#store.read(this.path)
    if (read.kind === 'refused' || read.modified !== this.#modified || read.text.length !== this.#length)
      throw new UserError(`${this.path} changed while it was checked; run it again`)
    this.#text = read.text
    this.#store.recent.remember(this, this.#length)
    return read.text
  }
}

/** The line of an offset among offsets in ascending order, each followed by its line. */
function keptLine(kept: readonly number[], offset: number): number | undefined {
  const index = indexOf(kept, offset)
  return kept[index] === offset ? kept[index + 1] : undefined
}

/** Where an offset stands or would stand. */
function indexOf(kept: readonly number[], offset: number): number {
  let low = 0
  let high = kept.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle * 2] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low * 2
}

/** Line breaks between two offsets. */
function countBreaks(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
