/** Where something is written: a file and a half-open range of offsets. */
import type { SourceFile } from './source-file.ts'

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span in a file. */
export interface Location {
  readonly file: SourceFile
  readonly span: Span
}

/** The location of `start..end` in a file. */
export function locationOf(file: SourceFile, start: number, end: number): Location {
  return { file, span: { start, end } }
}

/** The text a location covers. */
export function textAt(location: Location): string {
  return location.file.text.slice(location.span.start, location.span.end)
}

/** Do two locations name the same characters of the same file? */
export function isSameLocation(a: Location, b: Location): boolean {
  return a.file.path === b.file.path && a.span.start === b.span.start && a.span.end === b.span.end
}
