/** Files of a disk whose text is forgotten when much was read since, and read again when somebody asks for it. */
import { UserError } from '../source/errors.ts'
import type { RecentValues } from '../source/recent.ts'
import { computeLineStarts, lineIndexIn, namesWorkerlint, type SourceFile } from '../source/source-file.ts'
import type { ReadText } from './read-text.ts'

/** A text and what it is read with once more. */
export interface StoredText {
  readonly text: string
  /** When the file was written, in milliseconds. */
  readonly modified: number
  readonly again: () => ReadText
}

/** Makes a source file that may forget its text; `recent` counts in UTF-16 units. */
export function createStoredFile(path: string, stored: StoredText, recent: RecentValues): SourceFile {
  return new StoredFile(path, stored, recent)
}

class StoredFile implements SourceFile {
  readonly path: string
  readonly namesWorkerlint: boolean
  readonly #modified: number
  readonly #length: number
  readonly #again: () => ReadText
  readonly #recent: RecentValues
  #text: string | null
  #starts: readonly number[] | null = null
  #kept: Map<number, number> | null = null
  /** The place that was kept last: lines are counted from there. */
  #lastOffset = 0
  #lastLine = 0

  constructor(path: string, { text, modified, again }: StoredText, recent: RecentValues) {
    this.path = path
    this.namesWorkerlint = namesWorkerlint(text)
    this.#modified = modified
    this.#length = text.length
    this.#again = again
    this.#recent = recent
    this.#text = text
    recent.remember(this, text.length)
  }

  get text(): string {
    return this.#text ?? this.#read()
  }

  get lineStarts(): readonly number[] {
    this.#starts ??= computeLineStarts(this.text)
    return this.#starts
  }

  lineIndexAt(offset: number): number {
    return this.#kept?.get(offset) ?? lineIndexIn(this.lineStarts, offset)
  }

  keepLine(offset: number): void {
    const isBehind = offset >= this.#lastOffset
    const line = (isBehind ? this.#lastLine : 0) + countBreaks(this.text, isBehind ? this.#lastOffset : 0, offset)
    this.#lastOffset = offset
    this.#lastLine = line
    this.#kept ??= new Map()
    this.#kept.set(offset, line)
  }

  forget(): void {
    this.#text = null
    this.#starts = null
  }

  #read(): string {
    const read = this.#again()
    if (read.kind === 'refused' || read.modified !== this.#modified || read.text.length !== this.#length)
      throw new UserError(`${this.path} changed while it was checked; run it again`)
    this.#text = read.text
    this.#recent.remember(this, this.#length)
    return read.text
  }
}

/** Line breaks between two offsets. */
function countBreaks(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
