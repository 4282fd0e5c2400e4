/** The collections that are open while a document is scanned, and which of them a key or dash belongs to. */
import { createRowWriter, DASH, KEY, NESTED, NEXT, ROW_SIZE, type RowWriter, STYLE } from './rows.ts'

/** Deeper nesting is left to the library, which refuses it. */
const DEEPEST = 64
/** Keys of larger maps are looked up in a set; for fewer a set costs more than it saves. */
const MANY_KEYS = 24

/** A scanner; it keeps its memory from one document to the next. */
export interface Scanner {
  readonly writer: RowWriter
  /** The open collections, outermost first: their columns, kinds, and last rows. */
  readonly columns: Int32Array
  readonly kinds: Int32Array
  readonly lastRows: Int32Array
  /** Hashes of the keys of all open maps, those of the outermost first; `firstKeys` says where those of a map start. */
  hashes: Int32Array
  readonly firstKeys: Int32Array
  keyCount: number
  /** The same hashes of maps with many keys, by depth. */
  readonly manyKeys: Map<number, Set<number>>
  depth: number
}

/** Makes a scanner. */
export function createScanner(): Scanner {
  return {
    writer: createRowWriter(),
    columns: new Int32Array(DEEPEST),
    kinds: new Int32Array(DEEPEST),
    lastRows: new Int32Array(DEEPEST),
    hashes: new Int32Array(DEEPEST * 16),
    firstKeys: new Int32Array(DEEPEST),
    keyCount: 0,
    manyKeys: new Map(),
    depth: 0,
  }
}

/** Closes the innermost collection: everything that was written is nested in its last row. */
export function close(scanner: Scanner): void {
  scanner.depth--
  setNext(scanner, scanner.depth)
  if (scanner.kinds[scanner.depth] === KEY) scanner.keyCount = scanner.firstKeys[scanner.depth] ?? 0
}

function setNext({ lastRows, writer }: Scanner, depth: number): void {
  writer.values[(lastRows[depth] ?? 0) * ROW_SIZE + NEXT] = writer.count
}

function open(scanner: Scanner, column: number, kind: number): boolean {
  if (scanner.depth >= DEEPEST) return false
  scanner.columns[scanner.depth] = column
  scanner.kinds[scanner.depth] = kind
  scanner.lastRows[scanner.depth] = scanner.writer.count
  scanner.firstKeys[scanner.depth] = scanner.keyCount
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

/** A key with the hash of another may be the same key, which is for the library to say. */
export function isNewKey(scanner: Scanner, hash: number): boolean {
  const first = scanner.firstKeys[scanner.depth - 1] ?? 0
  const count = scanner.keyCount - first
  if (count >= MANY_KEYS) {
    if (!isNewAmongMany(scanner, first, hash)) return false
  } else {
    for (let at = first; at < scanner.keyCount; at++) if (scanner.hashes[at] === hash) return false
  }
  addHash(scanner, hash)
  return true
}

function addHash(scanner: Scanner, hash: number): void {
  if (scanner.keyCount === scanner.hashes.length) {
    const larger = new Int32Array(scanner.hashes.length * 2)
    larger.set(scanner.hashes)
    scanner.hashes = larger
  }
  scanner.hashes[scanner.keyCount++] = hash
}

function isNewAmongMany({ manyKeys, hashes, keyCount, depth }: Scanner, first: number, hash: number): boolean {
  const isFirstOfMany = keyCount - first === MANY_KEYS
  const known = isFirstOfMany ? new Set(hashes.subarray(first, keyCount)) : manyKeys.get(depth)
  if (known === undefined || known.has(hash)) return false
  known.add(hash)
  if (isFirstOfMany) manyKeys.set(depth, known)
  return true
}
