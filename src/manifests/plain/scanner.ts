/** The collections that are open while a document is scanned, and which of them a key or dash belongs to. */
import { createRowWriter, DASH, KEY, NESTED, NEXT, ROW_SIZE, type RowWriter, STYLE } from './rows.ts'

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

/** Closes the innermost collection: everything that was written is nested in its last row. */
export function close(scanner: Scanner): void {
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
export function openDash(scanner: Scanner, column: number, isInLine: boolean): boolean {
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
export function openKey(scanner: Scanner, column: number, isInLine: boolean): boolean {
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
export function isNewKey(scanner: Scanner, text: string, start: number, stop: number): boolean {
  let hash = stop - start
  for (let at = start; at < stop; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  const keys = scanner.keys[scanner.depth - 1]
  if (keys === undefined || keys.has(hash)) return false
  keys.add(hash)
  return true
}
