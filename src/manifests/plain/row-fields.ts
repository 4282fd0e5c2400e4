/** Reading the rows of a plain document. */
import type { SourceFile } from '../../source/source-file.ts'
import type { ScalarStyle } from '../node.ts'
import {
  DOUBLE_QUOTED,
  FOLDED,
  LINE_STOP,
  LITERAL,
  NEXT,
  QUOTE,
  ROW_SIZE,
  type Rows,
  SINGLE_QUOTED,
  START,
  STOP,
  STYLE,
  VALUE_STOP,
} from './rows.ts'

/** A document that was read into rows. */
export interface PlainDocument {
  readonly file: SourceFile
  readonly rows: Rows
}

/** An offset in the file. */
export function place(document: PlainDocument, row: number, name: number): number {
  return document.rows.base + field(document, row, name)
}

/** A field of a row. */
export function field({ rows }: PlainDocument, row: number, name: number): number {
  return rows.values[row * ROW_SIZE + name] ?? 0
}

/** The end of a collection: that of its last line, or of its last block scalar. */
export function endOf(document: PlainDocument, end: number): number {
  const last = end - 1
  const style = field(document, last, STYLE)
  return place(document, last, style === LITERAL || style === FOLDED ? VALUE_STOP : LINE_STOP)
}

/** How the value of a row is written. */
export function styleName(style: number): ScalarStyle {
  switch (style) {
    case DOUBLE_QUOTED:
      return 'doubleQuoted'
    case SINGLE_QUOTED:
      return 'singleQuoted'
    case LITERAL:
      return 'literal'
    case FOLDED:
      return 'folded'
    default:
      return 'plain'
  }
}

/** No row has the key. */
export const MISSING = -1
/** The map takes entries from another one. */
export const MERGES = -2

/** The row of a key between two rows. */
export function rowOf(document: PlainDocument, key: string, from: number, end: number): number {
  const { text } = document.file
  let found = MISSING
  for (let row = from; row < end; row = field(document, row, NEXT)) {
    const start = place(document, row, START)
    const width = place(document, row, STOP) - start
    if (width === 2 && field(document, row, QUOTE) === 0 && text.startsWith('<<', start)) return MERGES
    if (width === key.length && text.startsWith(key, start)) found = row
  }
  return found
}
