/** Text that remembers, character by character, where it was written. */
import { type Location, locationOf } from './location.ts'

/**
 * One run of characters with a common origin. Where `isVerbatim` is true the run stands in the file exactly as here, one
 * source character for each; otherwise (an escape, a substituted variable) the whole run comes from the whole location.
 */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly location: Location
  readonly isVerbatim: boolean
}

/** A decoded string and the places it came from. Characters without a segment were written nowhere (a default). */
export interface SourcedText {
  readonly value: string
  readonly segments: readonly Segment[]
}

/** Text that was written nowhere, such as a documented default. */
export function unsourcedText(value: string): SourcedText {
  return { value, segments: [] }
}

/** Text that stands in the file exactly as it is. */
export function verbatimText(location: Location): SourcedText {
  const value = location.file.text.slice(location.span.start, location.span.end)
  return { value, segments: [{ start: 0, end: value.length, location, isVerbatim: true }] }
}

/** Text that comes as a whole from a location, but is written differently there. */
export function derivedText(value: string, location: Location | undefined): SourcedText {
  if (location === undefined) return unsourcedText(value)
  return { value, segments: [{ start: 0, end: value.length, location, isVerbatim: false }] }
}

/** A part of a text, by offsets into its value. */
export function sliceText(text: SourcedText, start: number, end: number): SourcedText {
  const segments: Segment[] = []
  for (let index = firstSegmentEndingAfter(text.segments, start); index < text.segments.length; index++) {
    const segment = text.segments[index]
    if (segment === undefined || segment.start >= end) break
    segments.push(clipSegment(segment, start, end))
  }
  return { value: text.value.slice(start, end), segments }
}

/** Joins texts into one. */
export function concatText(parts: readonly SourcedText[]): SourcedText {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const segments: Segment[] = []
  let offset = 0
  for (const part of parts) {
    for (const segment of part.segments) {
      segments.push({ ...segment, start: segment.start + offset, end: segment.end + offset })
    }
    offset += part.value.length
  }
  return { value: parts.map((part) => part.value).join(''), segments }
}

/** Where the text as a whole was written: from its first to its last sourced character, when those share a file. */
export function locateText(text: SourcedText): Location | undefined {
  const first = text.segments[0]
  if (first === undefined) return undefined
  let { start, end } = first.location.span
  for (const segment of text.segments) {
    if (segment.location.file !== first.location.file) return first.location
    start = Math.min(start, segment.location.span.start)
    end = Math.max(end, segment.location.span.end)
  }
  return locationOf(first.location.file, start, end)
}

/** Where a part of the text was written. */
export function locateSlice(text: SourcedText, start: number, end: number): Location | undefined {
  return locateText(sliceText(text, start, end))
}

/** Is the whole text written in one place exactly as it reads? Only then may it be replaced in the source. */
export function isVerbatimText(text: SourcedText): boolean {
  let expected = -1
  let covered = 0
  for (const segment of text.segments) {
    if (!segment.isVerbatim || segment.start !== covered) return false
    if (expected >= 0 && segment.location.span.start !== expected) return false
    expected = segment.location.span.end
    covered = segment.end
  }
  return covered === text.value.length && text.value.length > 0
}

function firstSegmentEndingAfter(segments: readonly Segment[], offset: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

function clipSegment(segment: Segment, start: number, end: number): Segment {
  const from = Math.max(segment.start, start)
  const to = Math.min(segment.end, end)
  const { file, span } = segment.location
  const location = segment.isVerbatim
    ? locationOf(file, span.start + (from - segment.start), span.start + (to - segment.start))
    : segment.location
  return { start: from - start, end: to - start, location, isVerbatim: segment.isVerbatim }
}
