/** Decoded scalars: which character of the source stands behind which character of the value. */
import { type Location, locationOf } from '../source/location.ts'
import type { SourceFile } from '../source/source-file.ts'
import { derivedText, type Segment, type SourcedText, unsourcedText } from '../source/sourced-text.ts'
import type { ScalarStyle } from './node.ts'
import { BACKSLASH, LINE_FEED, SINGLE_QUOTE } from './plain/characters.ts'

/**
 * The value of a scalar with the place of each character. Escapes and folded line breaks become segments that are not
 * verbatim; when the source cannot be aligned with the value, the whole value comes from the whole scalar.
 */
export function decodeScalarText(value: string, location: Location, style: ScalarStyle): SourcedText {
  if (value === '') return unsourcedText('')
  const { file, span } = location
  if (style === 'plain' && file.text.startsWith(value, span.start) && value.length === span.end - span.start) {
    return { value, segments: [{ start: 0, end: value.length, location, isVerbatim: true }] }
  }
  const content = style === 'plain' ? span : contentSpan(location, style)
  for (const indent of possibleIndents(location, content, style)) {
    const segments = alignScalar(value, file, content, style, indent)
    if (segments !== null) return { value, segments }
  }
  return derivedText(value, location)
}

interface Cursor {
  source: number
  decoded: number
}

function contentSpan(location: Location, style: ScalarStyle): { start: number; end: number } {
  const { start, end } = location.span
  if (style === 'singleQuoted' || style === 'doubleQuoted') return { start: start + 1, end: end - 1 }
  const headerEnd = location.file.text.indexOf('\n', start)
  return { start: headerEnd < 0 || headerEnd >= end ? end : headerEnd + 1, end }
}

function alignScalar(
  value: string,
  file: SourceFile,
  span: { start: number; end: number },
  style: ScalarStyle,
  indent: number,
): readonly Segment[] | null {
  const isBlock = style === 'literal' || style === 'folded'
  const cursor: Cursor = { source: span.start + (isBlock ? indentWidth(file.text, span.start, indent) : 0), decoded: 0 }
  const segments: Segment[] = []
  while (cursor.decoded < value.length) {
    const step = sameRun(value, file.text, cursor, span.end) ?? nextStep(value, file.text, cursor, span.end, style)
    if (step === null) return null
    appendSegment(segments, file, cursor, step)
    cursor.decoded += step.decodedLength
    cursor.source = step.sourceStart + step.sourceLength
    if (isBlock && file.text[cursor.source - 1] === '\n') cursor.source += indentWidth(file.text, cursor.source, indent)
  }
  return segments
}

interface Step {
  readonly decodedLength: number
  readonly sourceStart: number
  readonly sourceLength: number
  readonly isVerbatim: boolean
}

/** Characters that stand in the source as in the value, up to one that may be written differently; null when there is none. */
function sameRun(value: string, text: string, { source, decoded }: Cursor, end: number): Step | null {
  const most = Math.min(end - source, value.length - decoded)
  let length = 0
  while (length < most) {
    const code = text.charCodeAt(source + length)
    if (code === LINE_FEED || code === BACKSLASH || code === SINGLE_QUOTE) break
    if (code !== value.charCodeAt(decoded + length)) break
    length++
  }
  return length === 0 ? null : { decodedLength: length, sourceStart: source, sourceLength: length, isVerbatim: true }
}

function nextStep(value: string, text: string, cursor: Cursor, end: number, style: ScalarStyle): Step | null {
  const wanted = value[cursor.decoded]
  let at = cursor.source
  if (style === 'doubleQuoted') {
    at = skipEscapedLineBreak(text, at, end)
    if (text[at] === '\\') return escapeStep(value, text, cursor.decoded, at)
  }
  if (style === 'singleQuoted' && text.startsWith("''", at) && wanted === "'") {
    return { decodedLength: 1, sourceStart: at, sourceLength: 2, isVerbatim: false }
  }
  const isBlock = style === 'literal' || style === 'folded'
  if (at < end && text[at] === wanted && (isBlock || wanted !== '\n')) {
    return { decodedLength: 1, sourceStart: at, sourceLength: 1, isVerbatim: true }
  }
  if (wanted === '\n' || wanted === ' ') {
    return isBlock ? breakStep(text, at, end, wanted, style) : foldStep(value, text, cursor.decoded, at, end)
  }
  return skipToCharacter(value, text, cursor.decoded, at, end, style)
}

/** White space of a quoted or plain scalar that holds line breaks: it stands for one space, or for one break less than it has. */
function foldStep(value: string, text: string, decoded: number, from: number, end: number): Step | null {
  let at = from
  while (at < end && /[ \t\r\n]/.test(text[at] ?? '')) at++
  if (!text.slice(from, at).includes('\n')) return null
  const breaks = /^\n+/.exec(value.slice(decoded))?.[0].length ?? 1
  return { decodedLength: breaks, sourceStart: from, sourceLength: at - from, isVerbatim: false }
}

/** A line break that was folded into a space, or one of several breaks that were kept. */
function breakStep(text: string, from: number, end: number, wanted: string, style: ScalarStyle): Step | null {
  let at = from
  while (at < end && (text[at] === ' ' || text[at] === '\t' || (wanted === '\n' && text[at] === '\r'))) at++
  if (style === 'literal' || style === 'folded') {
    while (at < end && text[at] === '\r') at++
  }
  if (text[at] === '\r') at++
  if (at >= end || text[at] !== '\n') {
    return wanted === '\n' && at >= end
      ? { decodedLength: 1, sourceStart: from, sourceLength: at - from, isVerbatim: false }
      : null
  }
  const isFirstOfSeveral = wanted === '\n' && style !== 'literal' && isBreakBefore(text, from)
  const length = at + 1 - from
  return {
    decodedLength: 1,
    sourceStart: from,
    sourceLength: length,
    isVerbatim: !isFirstOfSeveral && length === 1 && wanted === '\n',
  }
}

function isBreakBefore(text: string, at: number): boolean {
  return text[at - 1] === '\n'
}

function skipToCharacter(
  value: string,
  text: string,
  decoded: number,
  from: number,
  end: number,
  style: ScalarStyle,
): Step | null {
  let at = from
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r')) at++
  if (style === 'doubleQuoted') {
    at = skipEscapedLineBreak(text, at, end)
    if (text[at] === '\\') return escapeStep(value, text, decoded, at)
  }
  if (at >= end || text[at] !== value[decoded]) return null
  const isQuote = style === 'singleQuoted' && text.startsWith("''", at)
  return { decodedLength: 1, sourceStart: at, sourceLength: isQuote ? 2 : 1, isVerbatim: !isQuote }
}

/** A backslash at the end of a line in double quotes joins the lines without a space. */
function skipEscapedLineBreak(text: string, from: number, end: number): number {
  let at = from
  for (;;) {
    const match = /^\\\r?\n[ \t]*/.exec(text.slice(at, Math.min(end, at + 400)))
    if (match === null) return at
    at += match[0].length
  }
}

function escapeStep(value: string, text: string, decoded: number, at: number): Step {
  const kind = text[at + 1]
  const sourceLength = kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2
  const code = value.codePointAt(decoded) ?? 0
  return { decodedLength: code > 0xffff ? 2 : 1, sourceStart: at, sourceLength, isVerbatim: false }
}

function appendSegment(segments: Segment[], file: SourceFile, cursor: Cursor, step: Step): void {
  const last = segments.at(-1)
  const end = cursor.decoded + step.decodedLength
  if (
    step.isVerbatim &&
    last?.isVerbatim &&
    last.location.span.end === step.sourceStart &&
    last.end === cursor.decoded
  ) {
    const location = locationOf(file, last.location.span.start, step.sourceStart + step.sourceLength)
    segments[segments.length - 1] = { start: last.start, end, location, isVerbatim: true }
    return
  }
  const location = locationOf(file, step.sourceStart, step.sourceStart + step.sourceLength)
  segments.push({ start: cursor.decoded, end, location, isVerbatim: step.isVerbatim })
}

/** Indentations that a block scalar may have: the one its header gives, else that of its first line with text. */
function possibleIndents(
  location: Location,
  content: { start: number; end: number },
  style: ScalarStyle,
): readonly number[] {
  if (style !== 'literal' && style !== 'folded') return [0]
  const { text } = location.file
  const match = /^(?:[ ]*\r?\n)*([ ]*)/.exec(text.slice(content.start, content.end))
  const found = match?.[1]?.length ?? 0
  const given = /^[|>][-+]?([1-9])/.exec(text.slice(location.span.start, location.span.start + 3))?.[1]
  if (given === undefined) return [found]
  return Array.from({ length: found + 1 }, (_, indent) => indent).reverse()
}

function indentWidth(text: string, at: number, most: number): number {
  let width = 0
  while (width < most && text[at + width] === ' ') width++
  return width
}
