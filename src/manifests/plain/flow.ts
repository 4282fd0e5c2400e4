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
} from './characters.ts'
import type { Codes } from './codes.ts'
import { addToHash } from './key-hash.ts'
import { flowPlainStop, quotedStop } from './scalars.ts'

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

/** Collects the rows of one flow collection after the other; the first is the collection itself. */
export interface FlowScanner {
  values: Int32Array
  count: number
  at: number
}

/** Makes a scanner. */
export function createFlowScanner(): FlowScanner {
  return { values: new Int32Array(FLOW_ROW_SIZE * 16), count: 0, at: 0 }
}

/** Where a collection is scanned: every further line is indented by more than `column`. */
interface FlowText {
  readonly codes: Codes
  readonly stop: number
  readonly column: number
}

const DEEPEST_FLOW = 50

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
  scanner.at++
  for (;;) {
    if (!skipSpace(scanner, text)) return false
    if (codes[scanner.at] === close) break
    if (isMap && !scanKey(scanner, text, row)) return false
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

/** A key that the map does not have, with its colon and at least one space. */
function scanKey(scanner: FlowScanner, text: FlowText, map: number): boolean {
  const { codes } = text
  const key = scanner.count * FLOW_ROW_SIZE
  if (!scanScalar(scanner, text) || codes[scanner.at] !== COLON) return false
  if (isMergeKey(codes, scanner.values, key) || !isNewKey(scanner, codes, key, map)) return false
  const next = codes[++scanner.at]
  return (next === SPACE || next === LINE_FEED || next === CARRIAGE_RETURN) && skipSpace(scanner, text)
}

function isMergeKey(codes: Codes, values: Int32Array, key: number): boolean {
  const start = values[key + FLOW_START] ?? 0
  return (values[key + FLOW_END] ?? 0) - start === 2 && codes[start] === LESS && codes[start + 1] === LESS
}

/** A key with the hash of another may be the same once both are decoded, which is for the library to say. */
function isNewKey({ values }: FlowScanner, codes: Codes, key: number, map: number): boolean {
  const width = values[key + FLOW_KIND] === FLOW_QUOTED ? 1 : 0
  const end = (values[key + FLOW_END] ?? 0) - width
  let hash = 0
  for (let at = (values[key + FLOW_START] ?? 0) + width; at < end; at++) hash = addToHash(hash, codes[at] ?? 0)
  values[key + FLOW_HASH] = hash
  let other = map + FLOW_ROW_SIZE
  while (other < key) {
    if (values[other + FLOW_HASH] === hash) return false
    const value = other + FLOW_ROW_SIZE
    other = (values[value + FLOW_NEXT] ?? 0) * FLOW_ROW_SIZE
  }
  return true
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

/** Goes to the next sign; false at a comment's place, at a line that is not indented enough, and at the end. */
function skipSpace(scanner: FlowScanner, { codes, stop, column }: FlowText): boolean {
  for (;;) {
    while (scanner.at < stop && codes[scanner.at] === SPACE) scanner.at++
    if (codes[scanner.at] === CARRIAGE_RETURN && codes[scanner.at + 1] === LINE_FEED) scanner.at++
    if (scanner.at >= stop) return false
    if (codes[scanner.at] !== LINE_FEED) return true
    const lineStart = ++scanner.at
    while (scanner.at < stop && codes[scanner.at] === SPACE) scanner.at++
    const code = codes[scanner.at]
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN && scanner.at - lineStart <= column) return false
  }
}
