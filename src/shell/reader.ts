/** A reading position in a script, with the small steps every part of the parser takes. */

import { type Location, locationOf } from '../source/location.ts'
import { locateSlice, type SourcedText, sliceText } from '../source/sourced-text.ts'
import type { Dialect } from './dialect.ts'
import { LimitReached } from './limit-reached.ts'
import type { Word } from './syntax.ts'

/** Deepest nesting of commands, expansions and quotes that is read. */
export const maximumDepth = 60

/** Where the parser is; `at` counts UTF-16 units of `source`. */
export interface Reader {
  readonly text: SourcedText
  readonly source: string
  readonly dialect: Dialect
  at: number
  depth: number
  hereDocuments: PendingHereDocument[]
}

/** A here-document whose text starts behind the current line. */
export interface PendingHereDocument {
  readonly delimiter: string
  readonly isQuoted: boolean
  readonly stripsTabs: boolean
  readonly assign: (body: Word) => void
}

/** Reading stops here: what stands at `at` fits no rule. */
export class ShellSyntaxError extends Error {
  readonly at: Location | undefined
  constructor(why: string, at: Location | undefined) {
    super(why)
    this.at = at
  }
}

/** A reader at the start of a text. */
export function createReader(text: SourcedText, dialect: Dialect, depth: number): Reader {
  return { text, source: text.value, dialect, at: 0, depth, hereDocuments: [] }
}

/** Does the text continue with this? */
export function isNext(reader: Reader, expected: string): boolean {
  return reader.source.startsWith(expected, reader.at)
}

/** Steps over `expected` when the text continues with it. */
export function skip(reader: Reader, expected: string): boolean {
  if (!isNext(reader, expected)) return false
  reader.at += expected.length
  return true
}

/** Is everything read? */
export function isAtEnd(reader: Reader): boolean {
  return reader.at >= reader.source.length
}

/** The text between two offsets. */
export function slice(reader: Reader, start: number, end: number): SourcedText {
  return sliceText(reader.text, start, end)
}

/** Where the text between two offsets was written. */
export function locate(reader: Reader, start: number, end: number): Location | undefined {
  const found = locateSlice(reader.text, start, end)
  if (found !== undefined || start < end) return found
  const before = locateSlice(reader.text, Math.max(0, start - 1), start)
  return before === undefined ? undefined : locationOf(before.file, before.span.end, before.span.end)
}

/** The error for what stands at the reading position. */
export function unexpected(reader: Reader): ShellSyntaxError {
  const rest = /^(?:\n|;;|&&|\|\||[;&|()<>]|[^\s;&|()<>]{1,30})/.exec(reader.source.slice(reader.at, reader.at + 40))
  const found = rest === null ? 'end of the script' : rest[0] === '\n' ? 'line break' : `"${rest[0]}"`
  return failure(reader, `unexpected ${found}`, reader.at)
}

/** A syntax error at an offset. */
export function failure(reader: Reader, why: string, at: number): ShellSyntaxError {
  return new ShellSyntaxError(why, locate(reader, at, Math.min(at + 1, reader.source.length)))
}

/** Reads one level deeper; what is too deep is not followed, so that no input overflows the stack. */
export function nested<T>(reader: Reader, read: () => T): T {
  if (reader.depth >= maximumDepth)
    throw new LimitReached('the script is nested too deeply', locate(reader, reader.at, reader.at + 1))
  reader.depth++
  const result = read()
  reader.depth--
  return result
}

/** Steps over blanks, line continuations and a comment; line breaks stay. */
export function skipBlanks(reader: Reader): void {
  const { source } = reader
  for (;;) {
    const next = source[reader.at]
    if (next === ' ' || next === '\t') reader.at++
    else if (next === '\\' && source[reader.at + 1] === '\n') reader.at += 2
    else if (next === '#') {
      const end = source.indexOf('\n', reader.at)
      reader.at = end < 0 ? source.length : end
    } else return
  }
}
