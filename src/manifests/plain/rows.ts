/** The rows of a plain document: one for every key and every dash, in the order of the text. */

import { createFlowScanner, FLOW_ROW_SIZE, type FlowRows, type FlowScanner } from './flow.ts'

/** What a row starts with. */
export const KEY = 0
export const DASH = 1
/** A flow collection that is the whole document, as in JSON. */
export const ROOT = 2

/** How the value behind a key or dash is written; `NESTED` is nothing, or what the following rows hold. */
export const NESTED = 0
export const PLAIN = 1
export const DOUBLE_QUOTED = 2
export const SINGLE_QUOTED = 3
export const LITERAL = 4
export const FOLDED = 5
export const FLOW = 6
export const ALIAS = 7

/** Fields of a row; offsets count UTF-16 units of the document. */
export const COLUMN = 0
export const KIND = 1
/** Where the key (without quotes) or the dash starts and ends. */
export const START = 2
export const STOP = 3
export const STYLE = 4
export const VALUE_START = 5
export const VALUE_STOP = 6
/** Behind the line break of the last line that belongs to the key or dash itself. */
export const LINE_STOP = 7
/** The row behind everything that is nested in this one. */
export const NEXT = 8
/** 0 for a plain key, otherwise the character code of its quotes. */
export const QUOTE = 9
/** Where the name of the value's anchor starts; 0 for none. */
export const ANCHOR = 10
/** 1 when an alias refers to the value's anchor. */
export const ALIASED = 11
/** The row that an alias stands for. */
export const TARGET = 12
export const ROW_SIZE = 13

/** Rows one after the other, `ROW_SIZE` numbers each. */
export interface Rows {
  readonly values: Int32Array
  readonly count: number
  /** Where the document starts in its file; offsets in rows count from there. */
  readonly base: number
  /** The rows of the flow collection that is the whole document; null for other documents. */
  readonly flow: FlowRows | null
}

/** Collects rows; the memory is used again for the next document. */
export interface RowWriter {
  values: Int32Array
  count: number
  /** Was an anchor or alias among them? */
  hasNames: boolean
  /** What the flow collections of a document are scanned with. */
  readonly flow: FlowScanner
}

/** Makes an empty writer. */
export function createRowWriter(): RowWriter {
  return { values: new Int32Array(ROW_SIZE * 64), count: 0, hasNames: false, flow: createFlowScanner() }
}

/** Makes room for one more row and gives the offset of its fields. */
export function addRow(writer: RowWriter): number {
  const at = writer.count++ * ROW_SIZE
  if (at + ROW_SIZE > writer.values.length) {
    const larger = new Int32Array(writer.values.length * 2)
    larger.set(writer.values)
    writer.values = larger
  }
  return at
}

/** A copy of rows that stays when the writer goes on to the next document. */
export function copyRows({ values, count, base, flow }: Rows): Rows {
  return {
    values: values.slice(0, count * ROW_SIZE),
    count,
    base,
    flow: flow === null ? null : { values: flow.values.slice(0, flow.count * FLOW_ROW_SIZE), count: flow.count },
  }
}

/** Starts a row with nothing behind its key or dash. */
export function setRow(
  values: Int32Array,
  row: number,
  column: number,
  kind: number,
  start: number,
  stop: number,
): void {
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
