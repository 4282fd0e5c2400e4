/**
 * Reads the structure of documents that are written as nearly all manifests are: block mappings and lists with keys and
 * scalars on one line, block scalars, flow collections. Everything else (anchors, tags, scalars over several lines, what
 * may be an error) is left to the library, so what is read here means the same there; a test compares them.
 */
import type { Span } from '../../source/location.ts'
import { resolveAliases } from './aliases.ts'
import {
  AMPERSAND,
  ASTERISK,
  CARRIAGE_RETURN,
  COLON,
  DASH_SIGN,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  SINGLE_QUOTE,
  SPACE,
} from './characters.ts'
import { readFlow } from './flow.ts'
import {
  ALIAS,
  ALIASED,
  ANCHOR,
  addRow,
  COLUMN,
  createRowWriter,
  DASH,
  DOUBLE_QUOTED,
  FLOW,
  FOLDED,
  KEY,
  KIND,
  LINE_STOP,
  LITERAL,
  NESTED,
  NEXT,
  PLAIN,
  QUOTE,
  ROW_SIZE,
  type Rows,
  type RowWriter,
  SINGLE_QUOTED,
  START,
  STOP,
  STYLE,
  TARGET,
  VALUE_START,
  VALUE_STOP,
} from './rows.ts'
import { lineStop, nameStop, plainStop, quotedStop, restStop } from './scalars.ts'

/** Deeper nesting is left to the library, which refuses it. */
const DEEPEST = 64

/** A scanner; it keeps its memory from one document to the next. */
export interface Scanner {
  readonly writer: RowWriter
  /** The open collections, outermost first: their columns, kinds, and last rows. */
  readonly columns: Int32Array
  readonly kinds: Int32Array
  readonly lastRows: Int32Array
  /** Hashes of the keys of every open map. */
  readonly keys: Set<number>[]
  depth: number
}

/** Gives the rows of a document, until it is asked for the next one; null when the library has to read it. */
export type Scan = (text: string, span: Span) => Rows | null

/** Makes a scan with a scanner of its own. */
export function createScan(): Scan {
  const scanner = createScanner()
  return (text, { start, end }) => scanDocument(scanner, text, start, end)
}

/** Makes a scanner. */
export function createScanner(): Scanner {
  return {
    writer: createRowWriter(),
    columns: new Int32Array(DEEPEST),
    kinds: new Int32Array(DEEPEST),
    lastRows: new Int32Array(DEEPEST),
    keys: [],
    depth: 0,
  }
}

/** The rows of a document, until the next one is scanned; null when the library has to read it. An empty document has no rows. */
export function scanDocument(scanner: Scanner, text: string, start: number, stop: number): Rows | null {
  scanner.depth = 0
  scanner.writer.count = 0
  let at = skipSeparator(text, start, stop)
  while (at >= 0 && at < stop) {
    let first = at
    while (first < stop && text.charCodeAt(first) === SPACE) first++
    if (first >= stop) break
    const code = text.charCodeAt(first)
    if (code === LINE_FEED || code === CARRIAGE_RETURN) at = lineStop(text, first, stop)
    else if (code === HASH) at = restStopOfComment(text, first, stop)
    else at = scanLine(scanner, text, at, first, stop)
  }
  if (at < 0) return null
  while (scanner.depth > 0) close(scanner)
  return resolveAliases(scanner.writer, text) ? { values: scanner.writer.values, count: scanner.writer.count } : null
}

/** `---` may start the document, with nothing but a comment behind it. */
function skipSeparator(text: string, start: number, stop: number): number {
  const at = text.charCodeAt(start) === 0xfeff ? start + 1 : start
  return text.startsWith('---', at) ? restStop(text, at + 3, stop) : at
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
  return scanEntry(scanner, text, { lineStart, at, keyStop, isInLine }, stop)
}

interface EntryPlace {
  readonly lineStart: number
  readonly at: number
  /** The colon. */
  readonly keyStop: number
  readonly isInLine: boolean
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

function scanEntry(scanner: Scanner, text: string, place: EntryPlace, stop: number): number {
  const { at, keyStop } = place
  const column = at - place.lineStart
  const first = text.charCodeAt(at)
  const quote = first === DOUBLE_QUOTE || first === SINGLE_QUOTE ? first : 0
  const keyStart = quote === 0 ? at : at + 1
  const nameStop = quote === 0 ? keyStop : keyStop - 1
  if (text.startsWith('<<', at) && keyStop - at === 2 && text.charCodeAt(keyStop + 2) !== ASTERISK) return -1
  if (quote !== 0 && text.slice(keyStart, nameStop).includes(quote === DOUBLE_QUOTE ? '\\' : "''")) return -1
  if (!openKey(scanner, column, place.isInLine) || !isNewKey(scanner, text, keyStart, nameStop)) return -1
  const row = addRow(scanner.writer)
  setRow(scanner.writer.values, row, column, KEY, keyStart, nameStop)
  scanner.writer.values[row + QUOTE] = quote
  return scanValue(scanner.writer.values, row, text, keyStop + 1, stop)
}

/** A scalar or flow collection behind a dash. */
function scanItem(scanner: Scanner, text: string, at: number, stop: number): number {
  const row = (scanner.writer.count - 1) * ROW_SIZE
  return scanValue(scanner.writer.values, row, text, at, stop)
}

/** Reads what stands behind a colon or a dash; gives the start of the next line, or -1. */
function scanValue(values: Int32Array, row: number, text: string, from: number, stop: number): number {
  let at = from
  while (at < stop && text.charCodeAt(at) === SPACE) at++
  const code = at < stop ? text.charCodeAt(at) : LINE_FEED
  if (code === LINE_FEED || code === CARRIAGE_RETURN || (code === HASH && at > from)) {
    values[row + VALUE_START] = at
    values[row + VALUE_STOP] = at
    return finishLine(values, row, restStop(text, from, stop))
  }
  values[row + VALUE_START] = at
  if (code === ASTERISK) return scanAlias(values, row, text, at, stop)
  if (code === AMPERSAND) return scanAnchored(values, row, text, at, stop)
  if (code === PIPE || code === GREATER) return scanBlock(values, row, text, at, stop)
  if (code === OPEN_BRACE || code === OPEN_BRACKET) {
    const node = readFlow(text, at, stop, values[row + COLUMN] ?? 0)
    if (node === null) return -1
    return finishValue(values, row, FLOW, node.end, restStop(text, node.end, stop))
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const end = quotedStop(text, at, stop)
    if (end < 0) return -1
    return finishValue(
      values,
      row,
      code === DOUBLE_QUOTE ? DOUBLE_QUOTED : SINGLE_QUOTED,
      end,
      restStop(text, end, stop),
    )
  }
  const end = plainStop(text, at, stop, 0)
  if (end < 0) return -1
  return finishValue(values, row, PLAIN, end, restStop(text, end, stop))
}

/** `*name`; what it stands for is found when the document is complete. */
function scanAlias(values: Int32Array, row: number, text: string, at: number, stop: number): number {
  const end = nameStop(text, at + 1, stop)
  return end < 0 ? -1 : finishValue(values, row, ALIAS, end, restStop(text, end, stop))
}

/** `&name` with its value behind it or below. */
function scanAnchored(values: Int32Array, row: number, text: string, at: number, stop: number): number {
  const end = nameStop(text, at + 1, stop)
  if (end < 0 || values[row + ANCHOR] !== 0 || !isBreakOrSpace(text, end, stop)) return -1
  values[row + ANCHOR] = at + 1
  return scanValue(values, row, text, end, stop)
}

/** A literal or folded scalar: every line that is indented by more than the key or dash, or blank. */
function scanBlock(values: Int32Array, row: number, text: string, at: number, stop: number): number {
  let header = at + 1
  const chomping = text[header]
  if (chomping === '-' || chomping === '+') header++
  const body = restStop(text, header, stop)
  if (body < 0) return -1
  const least = (values[row + COLUMN] ?? 0) + 1
  let indent = -1
  let widestBlank = 0
  let line = body
  let end = body
  while (line < stop) {
    let first = line
    while (first < stop && text.charCodeAt(first) === SPACE) first++
    const isBlank = first >= stop || text.charCodeAt(first) === LINE_FEED || text.charCodeAt(first) === CARRIAGE_RETURN
    const width = first - line
    if (!isBlank && width < least) break
    if (!isBlank && indent < 0) {
      if (width < widestBlank || text.charCodeAt(first) === 9) return -1
      indent = width
    }
    if (!isBlank && width < indent) return -1
    if (isBlank && indent < 0) widestBlank = Math.max(widestBlank, width)
    if (isBlank && indent >= 0 && width > indent) return -1
    const next = text.indexOf('\n', first)
    line = next < 0 || next >= stop ? stop : next + 1
    if (!isBlank) end = line
    else if (first >= stop) break
  }
  if (indent < 0) return -1
  if (chomping === '+' && text.charCodeAt(line - 1) !== LINE_FEED) return -1
  if (chomping === '+') end = line
  if (hasStrangeCharacter(text, body, end)) return -1
  return finishValue(values, row, text.charCodeAt(at) === PIPE ? LITERAL : FOLDED, end, line)
}

/** Control characters, lone carriage returns and what needs a second look. */
function hasStrangeCharacter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 32 && code < 127) continue
    if (code === LINE_FEED || code === 9) continue
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) continue
    if (code >= 0xa0 && code <= 0xd7ff && code !== 0x2028 && code !== 0x2029) continue
    return true
  }
  return false
}

function setRow(values: Int32Array, row: number, column: number, kind: number, start: number, stop: number): void {
  values[row + COLUMN] = column
  values[row + KIND] = kind
  values[row + START] = start
  values[row + STOP] = stop
  values[row + STYLE] = NESTED
  values[row + VALUE_START] = stop
  values[row + VALUE_STOP] = stop
  values[row + LINE_STOP] = stop
  values[row + NEXT] = 0
  values[row + QUOTE] = 0
  values[row + ANCHOR] = 0
  values[row + ALIASED] = 0
  values[row + TARGET] = 0
}

function finishLine(values: Int32Array, row: number, end: number): number {
  values[row + LINE_STOP] = end
  return end
}

function finishValue(values: Int32Array, row: number, style: number, valueStop: number, end: number): number {
  values[row + STYLE] = style
  values[row + VALUE_STOP] = valueStop
  return finishLine(values, row, end)
}

function isBreakOrSpace(text: string, at: number, stop: number): boolean {
  if (at >= stop) return true
  const code = text.charCodeAt(at)
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN
}

/** Closes the innermost collection: everything that was written is nested in its last row. */
function close(scanner: Scanner): void {
  scanner.depth--
  setNext(scanner, scanner.depth)
}

function setNext({ lastRows, writer }: Scanner, depth: number): void {
  writer.values[(lastRows[depth] ?? 0) * ROW_SIZE + NEXT] = writer.count
}

function open(scanner: Scanner, column: number, kind: number): boolean {
  if (scanner.depth >= DEEPEST) return false
  scanner.columns[scanner.depth] = column
  scanner.kinds[scanner.depth] = kind
  scanner.lastRows[scanner.depth] = scanner.writer.count
  if (kind === KEY) startKeys(scanner)
  scanner.depth++
  return true
}

/** May a collection start below (or, on the same line, behind) the last row? */
function mayNest({ writer }: Scanner): boolean {
  if (writer.count === 0) return true
  return writer.values[(writer.count - 1) * ROW_SIZE + STYLE] === NESTED
}

/** Finds the list that a dash belongs to, or opens it. */
function openDash(scanner: Scanner, column: number, isInLine: boolean): boolean {
  if (!isInLine) closeDeeper(scanner, column)
  const top = scanner.depth - 1
  if (top >= 0 && scanner.columns[top] === column) {
    if (scanner.kinds[top] === DASH) return nextRow(scanner, top)
    return mayNest(scanner) && isLastRow(scanner, top) && open(scanner, column, DASH)
  }
  if (top >= 0 && (scanner.columns[top] ?? 0) > column) return false
  return (
    (top < 0 ? scanner.writer.count === 0 : isLastRow(scanner, top) && mayNest(scanner)) && open(scanner, column, DASH)
  )
}

/** Finds the map that a key belongs to, or opens it. */
function openKey(scanner: Scanner, column: number, isInLine: boolean): boolean {
  if (!isInLine) closeDeeper(scanner, column)
  let top = scanner.depth - 1
  if (top > 0 && scanner.columns[top] === column && scanner.kinds[top] === DASH) {
    close(scanner)
    top--
  }
  if (top >= 0 && scanner.columns[top] === column) return scanner.kinds[top] === KEY && nextRow(scanner, top)
  if (top >= 0 && (scanner.columns[top] ?? 0) > column) return false
  return (
    (top < 0 ? scanner.writer.count === 0 : isLastRow(scanner, top) && mayNest(scanner)) && open(scanner, column, KEY)
  )
}

function closeDeeper(scanner: Scanner, column: number): void {
  while (scanner.depth > 0 && (scanner.columns[scanner.depth - 1] ?? 0) > column) close(scanner)
}

/** Was the last row of the collection the last that was written? */
function isLastRow({ lastRows, writer }: Scanner, depth: number): boolean {
  return lastRows[depth] === writer.count - 1
}

function nextRow(scanner: Scanner, depth: number): boolean {
  setNext(scanner, depth)
  scanner.lastRows[depth] = scanner.writer.count
  return true
}

function startKeys({ keys, depth }: Scanner): void {
  while (keys.length <= depth) keys.push(new Set())
  keys[depth]?.clear()
}

/** A key with the hash of another may be the same key, which is for the library to say. */
function isNewKey(scanner: Scanner, text: string, start: number, stop: number): boolean {
  let hash = stop - start
  for (let at = start; at < stop; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  const keys = scanner.keys[scanner.depth - 1]
  if (keys === undefined || keys.has(hash)) return false
  keys.add(hash)
  return true
}
