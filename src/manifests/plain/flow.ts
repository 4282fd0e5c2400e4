/** Flow collections as they are written in manifests: lists and maps of scalars, nested at will. */
import {
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  LESS,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts'
import type { Codes } from './codes.ts'
import { addToHash } from './key-hash.ts'
import { flowPlainStop, isBreakOrSpace, isMarker, quotedStop } from './scalars.ts'

/** What a row of a flow collection is; in a map the rows of keys and values take turns. */
export const FLOW_PLAIN = 0
export const FLOW_QUOTED = 1
export const FLOW_LIST = 2
export const FLOW_MAP = 3

/** Fields of a row; offsets count UTF-16 units of what was scanned. */
export const FLOW_KIND = 0
export const FLOW_START = 1
export const FLOW_END = 2
/** The row behind a row and all that is within. */
export const FLOW_NEXT = 3
const FLOW_HASH = 4
export const FLOW_ROW_SIZE = 5

/** The rows of a flow collection, `FLOW_ROW_SIZE` numbers each; the first is the collection itself. */
export interface FlowRows {
  readonly values: Int32Array
  readonly count: number
}

/** Collects the rows of one flow collection after the other. */
export interface FlowScanner {
  values: Int32Array
  count: number
  at: number
}

/** Makes a scanner. */
export function createFlowScanner(): FlowScanner {
  return { values: new Int32Array(FLOW_ROW_SIZE * 16), count: 0, at: 0 }
}

/** Where a collection is scanned: every further line is indented by more than `column`, which is -1 for a whole document. */
interface FlowText {
  readonly codes: Codes
  readonly stop: number
  readonly column: number
}

const DEEPEST_FLOW = 50
/** Keys of larger maps are looked up in a set; for fewer a set costs more than it saves. */
const MANY_KEYS = 24

/** Scans the collection that starts at an offset, and gives the offset behind it; -1 when it is not plain enough. */
export function scanFlow(scanner: FlowScanner, start: number, text: FlowText): number {
  scanner.count = 0
  scanner.at = start
  return scanCollection(scanner, text, 0) ? scanner.at : -1
}

function scanCollection(scanner: FlowScanner, text: FlowText, depth: number): boolean {
  if (depth > DEEPEST_FLOW) return false
  const { codes } = text
  const isMap = codes[scanner.at] === OPEN_BRACE
  const close = isMap ? CLOSE_BRACE : CLOSE_BRACKET
  const row = addFlowRow(scanner, isMap ? FLOW_MAP : FLOW_LIST)
  let many: Set<number> | null = null
  scanner.at++
  for (let keys = 0; ; keys++) {
    if (!skipSpace(scanner, text)) return false
    if (codes[scanner.at] === close) break
    if (isMap) {
      const key = scanner.count * FLOW_ROW_SIZE
      if (!scanKey(scanner, text)) return false
      if (keys === MANY_KEYS) many = hashesBetween(scanner.values, row, key)
      if (!isNewKey(scanner.values, row, key, many)) return false
    }
    if (!scanNode(scanner, text, depth) || !skipSpace(scanner, text)) return false
    const code = codes[scanner.at]
    if (code === close) break
    if (code !== COMMA) return false
    scanner.at++
  }
  scanner.at++
  endFlowRow(scanner, row)
  return true
}

/** Starts a row at the place of the scanner. */
function addFlowRow(scanner: FlowScanner, kind: number): number {
  const row = scanner.count++ * FLOW_ROW_SIZE
  if (row + FLOW_ROW_SIZE > scanner.values.length) {
    const larger = new Int32Array(scanner.values.length * 2)
    larger.set(scanner.values)
    scanner.values = larger
  }
  scanner.values[row + FLOW_KIND] = kind
  scanner.values[row + FLOW_START] = scanner.at
  return row
}

function endFlowRow({ values, count, at }: FlowScanner, row: number): void {
  values[row + FLOW_END] = at
  values[row + FLOW_NEXT] = count
}

/** A key with its colon; behind that of a plain key stands a space. */
function scanKey(scanner: FlowScanner, text: FlowText): boolean {
  const { codes } = text
  const key = scanner.count * FLOW_ROW_SIZE
  if (!scanScalar(scanner, text)) return false
  const isQuoted = scanner.values[key + FLOW_KIND] === FLOW_QUOTED
  while (isQuoted && codes[scanner.at] === SPACE) scanner.at++
  if (codes[scanner.at] !== COLON) return false
  if (isMergeKey(codes, scanner.values, key)) return false
  addHash(scanner.values, codes, key)
  scanner.at++
  return (isQuoted || isBreakOrSpace(codes, scanner.at, text.stop)) && skipSpace(scanner, text)
}

function isMergeKey(codes: Codes, values: Int32Array, key: number): boolean {
  const start = values[key + FLOW_START] ?? 0
  return (values[key + FLOW_END] ?? 0) - start === 2 && codes[start] === LESS && codes[start + 1] === LESS
}

function addHash(values: Int32Array, codes: Codes, key: number): void {
  const width = values[key + FLOW_KIND] === FLOW_QUOTED ? 1 : 0
  const end = (values[key + FLOW_END] ?? 0) - width
  let hash = 0
  for (let at = (values[key + FLOW_START] ?? 0) + width; at < end; at++) hash = addToHash(hash, codes[at] ?? 0)
  values[key + FLOW_HASH] = hash
}

/** A key with the hash of another may be the same once both are decoded, which is for the library to say. */
function isNewKey(values: Int32Array, map: number, key: number, many: Set<number> | null): boolean {
  const hash = values[key + FLOW_HASH] ?? 0
  if (many !== null) return !many.has(hash) && many.add(hash).has(hash)
  for (let other = map + FLOW_ROW_SIZE; other < key; other = nextKey(values, other))
    if (values[other + FLOW_HASH] === hash) return false
  return true
}

/** The hashes of the keys of a map that stand before another. */
function hashesBetween(values: Int32Array, map: number, key: number): Set<number> {
  const hashes = new Set<number>()
  for (let other = map + FLOW_ROW_SIZE; other < key; other = nextKey(values, other))
    hashes.add(values[other + FLOW_HASH] ?? 0)
  return hashes
}

/** The row of the key behind a key and its value. */
function nextKey(values: Int32Array, key: number): number {
  return (values[key + FLOW_ROW_SIZE + FLOW_NEXT] ?? 0) * FLOW_ROW_SIZE
}

function scanNode(scanner: FlowScanner, text: FlowText, depth: number): boolean {
  const code = text.codes[scanner.at]
  return code === OPEN_BRACE || code === OPEN_BRACKET
    ? scanCollection(scanner, text, depth + 1)
    : scanScalar(scanner, text)
}

function scanScalar(scanner: FlowScanner, text: FlowText): boolean {
  const { codes, stop } = text
  const code = codes[scanner.at]
  const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE
  const end = isQuoted ? quotedStop(codes, scanner.at, stop) : flowPlainStop(codes, scanner.at, stop)
  if (end < 0) return false
  const row = addFlowRow(scanner, isQuoted ? FLOW_QUOTED : FLOW_PLAIN)
  scanner.at = end
  endFlowRow(scanner, row)
  return isQuoted || isComplete(scanner, text)
}

/** Does a sign follow? A plain scalar may otherwise go on in the next line. */
function isComplete(scanner: FlowScanner, text: FlowText): boolean {
  const { codes } = text
  if (codes[scanner.at] === COLON) return true
  const { at } = scanner
  const isFollowed = skipSpace(scanner, text)
  const code = codes[scanner.at]
  scanner.at = at
  return isFollowed && (code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE)
}

/** Goes to the next sign; false at a comment's place, at a line that is not indented enough, and at the end of the document. */
function skipSpace(scanner: FlowScanner, { codes, stop, column }: FlowText): boolean {
  for (;;) {
    while (isSpace(codes[scanner.at], column)) scanner.at++
    if (codes[scanner.at] === CARRIAGE_RETURN && codes[scanner.at + 1] === LINE_FEED) scanner.at++
    if (scanner.at >= stop) return false
    if (codes[scanner.at] !== LINE_FEED) return true
    const lineStart = ++scanner.at
    while (isSpace(codes[scanner.at], column)) scanner.at++
    const code = codes[scanner.at]
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN && scanner.at - lineStart <= column) return false
    if (isMarker(codes, scanner.at, stop)) return false
  }
}

/** Tabs may indent where no block does. */
function isSpace(code: number | undefined, column: number): boolean {
  return code === SPACE || (code === TAB && column < 0)
}
