/**
 * Reads the structure of documents that are written as nearly all manifests are: block mappings and lists with keys and
 * scalars on one line, block scalars, flow collections. Everything else (anchors, tags, scalars over several lines, what
 * may be an error) is left to the library, so what is read here means the same there; a test compares them.
 */
import { resolveAliases } from './aliases.ts'
import {
  ASTERISK,
  CARRIAGE_RETURN,
  COLON,
  DASH_SIGN,
  DOT,
  DOUBLE_QUOTE,
  HASH,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  SPACE,
} from './characters.ts'
import { addRow, DASH, KEY, LINE_STOP, QUOTE, ROW_SIZE, type Rows, setRow, VALUE_START, VALUE_STOP } from './rows.ts'
import { isBreakOrSpace, lineStop, plainStop, quotedStop, restStop } from './scalars.ts'
import { finishLine, scanValue } from './scan-value.ts'
import { close, isNewKey, openDash, openKey, type Scanner } from './scanner.ts'

/** The rows of a document, until the next one is scanned; null when the library has to read it. An empty document has no rows. */
export function scanDocument(scanner: Scanner, text: string, start: number, stop: number): Rows | null {
  scanner.depth = 0
  scanner.keyCount = 0
  scanner.writer.count = 0
  scanner.writer.hasNames = false
  let at = skipSeparator(text, start, stop)
  while (at >= 0 && at < stop) {
    let first = at
    while (first < stop && text.charCodeAt(first) === SPACE) first++
    if (first >= stop) break
    const code = text.charCodeAt(first)
    if (code === LINE_FEED || code === CARRIAGE_RETURN) at = lineStop(text, first, stop)
    else if (code === HASH) at = restStopOfComment(text, first, stop)
    else if (code === DOT && isEndMarker(text, at, stop)) at = mayEnd(scanner, text, at + 3, stop) ? stop : -1
    else at = scanLine(scanner, text, at, first, stop)
  }
  if (at < 0) return null
  while (scanner.depth > 0) close(scanner)
  const { writer } = scanner
  if (writer.hasNames && !resolveAliases(writer, text)) return null
  return { values: writer.values, count: writer.count }
}

/** `---` may start the document, with nothing but a comment behind it. */
function skipSeparator(text: string, start: number, stop: number): number {
  const at = text.charCodeAt(start) === 0xfeff ? start + 1 : start
  return text.startsWith('---', at) ? restStop(text, at + 3, stop) : at
}

/** `...` ends a document. */
function isEndMarker(text: string, lineStart: number, stop: number): boolean {
  return text.startsWith('...', lineStart) && isBreakOrSpace(text, lineStart + 3, stop)
}

/** Was something read, and does nothing follow but line breaks and spaces? */
function mayEnd({ writer }: Scanner, text: string, from: number, stop: number): boolean {
  if (writer.count === 0) return false
  for (let at = from; at < stop; at++) if (!isBreakOrSpace(text, at, stop)) return false
  return true
}

function restStopOfComment(text: string, at: number, stop: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 || end >= stop ? stop : end + 1
}

/** Reads a line with its dashes, its key and its value; gives the start of the next line, or -1. */
function scanLine(scanner: Scanner, text: string, lineStart: number, first: number, stop: number): number {
  let at = first
  let isInLine = false
  while (text.charCodeAt(at) === DASH_SIGN && isBreakOrSpace(text, at + 1, stop)) {
    const column = at - lineStart
    if (!openDash(scanner, column, isInLine)) return -1
    const row = addRow(scanner.writer)
    const { values } = scanner.writer
    setRow(values, row, column, DASH, at, at + 1)
    let next = at + 1
    while (next < stop && text.charCodeAt(next) === SPACE) next++
    const code = next < stop ? text.charCodeAt(next) : LINE_FEED
    if (code === LINE_FEED || code === CARRIAGE_RETURN || (code === HASH && next > at + 1)) {
      values[row + VALUE_START] = next
      values[row + VALUE_STOP] = next
      return finishLine(values, row, restStop(text, at + 1, stop))
    }
    values[row + VALUE_START] = next
    values[row + VALUE_STOP] = next
    values[row + LINE_STOP] = next
    isInLine = true
    at = next
  }
  const keyStop = keyEnd(text, at, stop)
  if (keyStop < 0) return isInLine ? scanItem(scanner, text, at, stop) : -1
  if (!openKey(scanner, at - lineStart, isInLine)) return -1
  return scanEntry(scanner, text, at, keyStop, at - lineStart, stop)
}

/** The colon behind a key; -1 when no key stands here. */
function keyEnd(text: string, at: number, stop: number): number {
  const code = text.charCodeAt(at)
  const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return -1
  const end = isQuoted ? quotedStop(text, at, stop) : plainStop(text, at, stop, 0)
  if (end < 0 || text.charCodeAt(end) !== COLON || !isBreakOrSpace(text, end + 1, stop)) return -1
  return end
}

/** Reads a key, its colon at `keyStop`, and its value. */
function scanEntry(scanner: Scanner, text: string, at: number, keyStop: number, column: number, stop: number): number {
  const first = text.charCodeAt(at)
  const quote = first === DOUBLE_QUOTE || first === SINGLE_QUOTE ? first : 0
  const keyStart = quote === 0 ? at : at + 1
  const nameStop = quote === 0 ? keyStop : keyStop - 1
  if (keyStop - at === 2 && text.startsWith('<<', at) && text.charCodeAt(keyStop + 2) !== ASTERISK) return -1
  if (quote !== 0 && text.slice(keyStart, nameStop).includes(quote === DOUBLE_QUOTE ? '\\' : "''")) return -1
  if (!isNewKey(scanner, text, keyStart, nameStop)) return -1
  const row = addRow(scanner.writer)
  setRow(scanner.writer.values, row, column, KEY, keyStart, nameStop)
  scanner.writer.values[row + QUOTE] = quote
  return scanValue(scanner.writer, row, text, keyStop + 1, stop)
}

/** A scalar or flow collection behind a dash. */
function scanItem(scanner: Scanner, text: string, at: number, stop: number): number {
  const row = (scanner.writer.count - 1) * ROW_SIZE
  return scanValue(scanner.writer, row, text, at, stop)
}
