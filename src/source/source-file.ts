/** A text file as it was read, with the arithmetic between offsets and lines. */

/** A repository file. `path` is relative to the repository root with `/` separators; offsets count UTF-16 units of `text`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** Offset at which every line starts; computed once, on first use. */
  readonly lineStarts: readonly number[]
  /** Is workerlint named in the text, as in all comments and annotations that ignore findings? */
  readonly namesWorkerlint: boolean
  /** `\r\n` when the text has such line breaks. */
  readonly lineBreak: string
  /** Index (0-based) of the line that contains an offset. */
  lineIndexAt(offset: number): number
  /** Remembers the line of an offset, for which the text may otherwise have to be read again. */
  keepLine(offset: number): void
}

/** A place in the words of people: line and column count from 1. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Makes a source file; line starts are only computed when somebody asks for a line. */
export function createSourceFile(path: string, text: string): SourceFile {
  return new ReadFile(path, text)
}

/** A class, because objects with getters of their own take far more memory. */
class ReadFile implements SourceFile {
  readonly path: string
  readonly text: string
  #starts: readonly number[] | null = null
  #namesWorkerlint: boolean | null = null
  #lineBreak: string | null = null

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  get lineStarts(): readonly number[] {
    this.#starts ??= computeLineStarts(this.text)
    return this.#starts
  }

  get namesWorkerlint(): boolean {
    this.#namesWorkerlint ??= namesWorkerlint(this.text)
    return this.#namesWorkerlint
  }

  get lineBreak(): string {
    this.#lineBreak ??= lineBreakOf(this.text)
    return this.#lineBreak
  }

  lineIndexAt(offset: number): number {
    return lineIndexIn(this.lineStarts, offset)
  }

  keepLine(): void {}
}

/** How the lines of a text end. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** Is workerlint named in a text? */
export function namesWorkerlint(text: string): boolean {
  return text.includes('workerlint')
}

/** Line and column (1-based, UTF-16 units) of an offset. */
export function lineColumnAt(file: SourceFile, offset: number): LineColumn {
  const index = lineIndexAt(file, offset)
  return { line: index + 1, column: offset - (file.lineStarts[index] ?? 0) + 1 }
}

/** Index (0-based) of the line that contains an offset. */
export function lineIndexAt(file: SourceFile, offset: number): number {
  return file.lineIndexAt(offset)
}

/** Line (1-based) of an offset. */
export function lineAt(file: SourceFile, offset: number): number {
  return file.lineIndexAt(offset) + 1
}

/** Index (0-based) of the line that contains an offset, from the offsets at which lines start. */
export function lineIndexIn(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Offset of the first character of a line (index from 0); the end of the text for lines past the last. */
export function lineStartAt(file: SourceFile, index: number): number {
  return file.lineStarts[index] ?? file.text.length
}

/** Offsets at which the lines of a text start. */
export function computeLineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
