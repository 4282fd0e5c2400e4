/**
 * Reads the structure of documents that are written as nearly all manifests are: block mappings and lists with keys and
 * scalars on one line, block scalars, flow collections. Everything else (anchors, tags, scalars over several lines, what
 * may be an error) is left to the library, so what is read here means the same there; a test compares them.
 */
import { resolveAliases } from './aliases.ts'
import {
  ASTERISK,
  BACKSLASH,
  CARRIAGE_RETURN,
  COLON,
  DASH_SIGN,
  DOT,
  DOUBLE_QUOTE,
  HASH,
  isInFlowWord,
  LESS,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  SINGLE_QUOTE,
  SPACE,
  startsPlain,
} from './characters.ts'
import type { Codes } from './codes.ts'
import { scanFlow } from './flow.ts'
import { addToHash } from './key-hash.ts'
import {
  addRow,
  DASH,
  KEY,
  KIND,
  LINE_STOP,
  NEXT,
  QUOTE,
  ROOT,
  ROW_SIZE,
  type Rows,
  type RowWriter,
  setRow,
  VALUE_START,
  VALUE_STOP,
} from './rows.ts'

import { isBreakOrSpace, isMarker, lineStop, plainStop, quotedStop, restStop } from './scalars.ts'
import { finishLine, scanValue } from './scan-value.ts'
import { close, isNewKey, openDash, openKey, type Scanner } from './scanner.ts'

/** A document to scan: its text, the characters of the text, and where it starts in its file. */
export interface DocumentText {
  readonly text: string
  readonly codes: Codes
  readonly base: number
}

/** The rows of a document, until the next one is scanned; null when the library has to read it. An empty document has no rows. */
export function scanDocument(scanner: Scanner, { text, codes, base }: DocumentText): Rows | null {
  scanner.depth = 0
  scanner.keyCount = 0
  scanner.writer.count = 0
  scanner.writer.hasNames = false
  const stop = text.length
  let at = skipSeparator(codes, stop)
  while (at >= 0 && at < stop) {
    let first = at
    while (first < stop && codes[first] === SPACE) first++
    if (first >= stop) break
    const code = codes[first]
    if (code === LINE_FEED || code === CARRIAGE_RETURN) at = lineStop(codes, first, stop)
    else if (code === HASH) at = behindLine(codes, first, stop)
    else if (code === DOT && isMarker(codes, at, stop)) at = mayEnd(scanner, codes, at + 3, stop) ? stop : -1
    else if (isWhole(scanner)) at = -1
    else if (first === at && scanner.writer.count === 0 && (code === OPEN_BRACE || code === OPEN_BRACKET))
      at = scanWhole(scanner.writer, codes, at, stop)
    else at = scanLine(scanner, codes, at, first, stop)
  }
  if (at < 0) return null
  while (scanner.depth > 0) close(scanner)
  const { writer } = scanner
  if (writer.hasNames && !resolveAliases(writer, text, codes)) return null
  return { values: writer.values, count: writer.count, base, flow: isWhole(scanner) ? writer.flow : null }
}

/** Is the document one flow collection, which has been scanned? */
function isWhole({ writer }: Scanner): boolean {
  return writer.count > 0 && writer.values[KIND] === ROOT
}

/** Scans a flow collection that is the whole document. */
function scanWhole(writer: RowWriter, codes: Codes, at: number, stop: number): number {
  const end = scanFlow(writer.flow, at, { codes, stop, column: -1 })
  if (end < 0) return -1
  setRow(writer.values, addRow(writer), 0, ROOT, at, end)
  writer.values[NEXT] = writer.count
  return restStop(codes, end, stop)
}

/** `---` may start the document, with nothing but a comment behind it. */
function skipSeparator(codes: Codes, stop: number): number {
  const at = stop > 0 && codes[0] === 0xfeff ? 1 : 0
  const isSeparator = codes[at] === DASH_SIGN && codes[at + 1] === DASH_SIGN && codes[at + 2] === DASH_SIGN
  return isSeparator ? restStop(codes, at + 3, stop) : at
}

/** Was something read, and does nothing follow but line breaks and spaces? */
function mayEnd({ writer }: Scanner, codes: Codes, from: number, stop: number): boolean {
  if (writer.count === 0) return false
  for (let at = from; at < stop; at++) if (!isBreakOrSpace(codes, at, stop)) return false
  return true
}

function behindLine(codes: Codes, from: number, stop: number): number {
  let at = from
  while (at < stop && codes[at] !== LINE_FEED) at++
  return at < stop ? at + 1 : stop
}

/** Reads a line with its dashes, its key and its value; gives the start of the next line, or -1. */
function scanLine(scanner: Scanner, codes: Codes, lineStart: number, first: number, stop: number): number {
  let at = first
  let isInLine = false
  while (codes[at] === DASH_SIGN && isBreakOrSpace(codes, at + 1, stop)) {
    const column = at - lineStart
    if (!openDash(scanner, column, isInLine)) return -1
    const row = addRow(scanner.writer)
    const { values } = scanner.writer
    setRow(values, row, column, DASH, at, at + 1)
    let next = at + 1
    while (next < stop && codes[next] === SPACE) next++
    const code = next < stop ? codes[next] : LINE_FEED
    values[row + VALUE_START] = next
    values[row + VALUE_STOP] = next
    if (code === LINE_FEED || code === CARRIAGE_RETURN || (code === HASH && next > at + 1))
      return finishLine(values, row, restStop(codes, at + 1, stop))
    values[row + LINE_STOP] = next
    isInLine = true
    at = next
  }
  let keyStop = at
  let hash = 0
  if (startsWord(codes[at] ?? 0)) {
    while (keyStop < stop && isInFlowWord(codes[keyStop] ?? 0)) hash = addToHash(hash, codes[keyStop++] ?? 0)
  }
  if (keyStop === at || codes[keyStop] !== COLON || !isBreakOrSpace(codes, keyStop + 1, stop)) {
    keyStop = keyEnd(codes, at, stop)
    if (keyStop < 0) return isInLine ? scanItem(scanner, codes, at, stop) : -1
    hash = hashOf(codes, at, keyStop)
  }
  if (!openKey(scanner, at - lineStart, isInLine) || isUnusualKey(codes, at, keyStop)) return -1
  if (!isNewKey(scanner, hash)) return -1
  const row = addRow(scanner.writer)
  const { values } = scanner.writer
  const quote = quoteAt(codes, at)
  if (quote === 0) {
    setRow(values, row, at - lineStart, KEY, at, keyStop)
  } else {
    setRow(values, row, at - lineStart, KEY, at + 1, keyStop - 1)
    values[row + QUOTE] = quote
  }
  return scanValue(scanner.writer, row, codes, keyStop + 1, stop)
}

/** Does a plain scalar start here, whatever follows? */
function startsWord(code: number): boolean {
  return startsPlain(code) && code !== DASH_SIGN && code !== QUESTION && code !== COLON
}

/** The colon behind a key; -1 when no key stands here. */
function keyEnd(codes: Codes, at: number, stop: number): number {
  const code = codes[at]
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return -1
  const end = quoteAt(codes, at) === 0 ? plainStop(codes, at, stop) : quotedStop(codes, at, stop)
  if (end < 0 || codes[end] !== COLON || !isBreakOrSpace(codes, end + 1, stop)) return -1
  return end
}

/** The character code of the quotes that a key starts with; 0 for none. */
function quoteAt(codes: Codes, at: number): number {
  const code = codes[at]
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? code : 0
}

/** Merge keys without an alias, and quoted keys that have to be decoded, are left to the library. */
function isUnusualKey(codes: Codes, at: number, keyStop: number): boolean {
  const quote = quoteAt(codes, at)
  if (quote === 0)
    return keyStop - at === 2 && codes[at] === LESS && codes[at + 1] === LESS && codes[keyStop + 2] !== ASTERISK
  const special = quote === DOUBLE_QUOTE ? BACKSLASH : SINGLE_QUOTE
  for (let index = at + 1; index < keyStop - 1; index++) if (codes[index] === special) return true
  return false
}

/** The hash of a key, without its quotes. */
function hashOf(codes: Codes, at: number, keyStop: number): number {
  const width = quoteAt(codes, at) === 0 ? 0 : 1
  let hash = 0
  for (let index = at + width; index < keyStop - width; index++) hash = addToHash(hash, codes[index] ?? 0)
  return hash
}

/** A scalar or flow collection behind a dash. */
function scanItem({ writer }: Scanner, codes: Codes, at: number, stop: number): number {
  return scanValue(writer, (writer.count - 1) * ROW_SIZE, codes, at, stop)
}
