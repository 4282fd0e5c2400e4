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
import { flowPlainStop, quotedStop } from './scalars.ts'

/** A node of a flow collection; in a map keys and values take turns. */
export interface FlowNode {
  readonly kind: 'plain' | 'quoted' | 'list' | 'map'
  readonly start: number
  readonly end: number
  readonly children: readonly FlowNode[]
}

const DEEPEST_FLOW = 50
const NONE: readonly FlowNode[] = []

interface Reader {
  readonly codes: Codes
  readonly stop: number
  /** Every further line is indented by more than this. */
  readonly column: number
  at: number
}

/** Reads the collection that starts at an offset; null when it is not plain enough. */
export function readFlow(codes: Codes, start: number, stop: number, column: number): FlowNode | null {
  return readCollection({ codes, stop, column, at: start }, 0)
}

function readCollection(reader: Reader, depth: number): FlowNode | null {
  const start = reader.at
  const isMap = reader.codes[start] === OPEN_BRACE
  const close = isMap ? CLOSE_BRACE : CLOSE_BRACKET
  const children: FlowNode[] = []
  if (depth > DEEPEST_FLOW) return null
  reader.at++
  for (;;) {
    if (!skipSpace(reader)) return null
    if (reader.codes[reader.at] === close) break
    if (isMap && !readKey(reader, children)) return null
    const value = readNode(reader, depth)
    if (value === null) return null
    children.push(value)
    if (!skipSpace(reader)) return null
    const code = reader.codes[reader.at]
    if (code === close) break
    if (code !== COMMA) return null
    reader.at++
  }
  reader.at++
  return { kind: isMap ? 'map' : 'list', start, end: reader.at, children }
}

/** A key with its colon and at least one space. */
function readKey(reader: Reader, children: FlowNode[]): boolean {
  const key = readScalar(reader)
  if (key === null || reader.codes[reader.at] !== COLON) return false
  if (
    isMerge(reader.codes, key) ||
    children.some((other, index) => index % 2 === 0 && isSameKey(reader.codes, other, key))
  )
    return false
  children.push(key)
  const next = reader.codes[++reader.at]
  return (next === SPACE || next === LINE_FEED || next === CARRIAGE_RETURN) && skipSpace(reader)
}

function isMerge(codes: Codes, { start, end }: FlowNode): boolean {
  return end - start === 2 && codes[start] === LESS && codes[start + 1] === LESS
}

/** Keys that may be equal once they are decoded; quotes are left out. */
function isSameKey(codes: Codes, a: FlowNode, b: FlowNode): boolean {
  const startA = a.kind === 'quoted' ? a.start + 1 : a.start
  const startB = b.kind === 'quoted' ? b.start + 1 : b.start
  const length = (a.kind === 'quoted' ? a.end - 1 : a.end) - startA
  if (length !== (b.kind === 'quoted' ? b.end - 1 : b.end) - startB) return false
  for (let at = 0; at < length; at++) if (codes[startA + at] !== codes[startB + at]) return false
  return true
}

function readNode(reader: Reader, depth: number): FlowNode | null {
  const code = reader.codes[reader.at]
  return code === OPEN_BRACE || code === OPEN_BRACKET ? readCollection(reader, depth + 1) : readScalar(reader)
}

function readScalar(reader: Reader): FlowNode | null {
  const { codes, at: start, stop } = reader
  const code = codes[start]
  const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE
  const end = isQuoted ? quotedStop(codes, start, stop) : flowPlainStop(codes, start, stop)
  if (end < 0) return null
  reader.at = end
  if (!isQuoted && !isComplete(reader)) return null
  return { kind: isQuoted ? 'quoted' : 'plain', start, end, children: NONE }
}

/** Does a sign follow? A plain scalar may otherwise go on in the next line. */
function isComplete(reader: Reader): boolean {
  if (reader.codes[reader.at] === COLON) return true
  const { at } = reader
  const isFollowed = skipSpace(reader)
  const code = reader.codes[reader.at]
  reader.at = at
  if (!isFollowed) return false
  return code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE
}

/** Goes to the next sign; false at a comment's place, at a line that is not indented enough, and at the end. */
function skipSpace(reader: Reader): boolean {
  const { codes, stop, column } = reader
  for (;;) {
    while (reader.at < stop && codes[reader.at] === SPACE) reader.at++
    if (codes[reader.at] === CARRIAGE_RETURN && codes[reader.at + 1] === LINE_FEED) reader.at++
    if (reader.at >= stop) return false
    if (codes[reader.at] !== LINE_FEED) return true
    const lineStart = ++reader.at
    while (reader.at < stop && codes[reader.at] === SPACE) reader.at++
    const code = codes[reader.at]
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN && reader.at - lineStart <= column) return false
  }
}
