/** The port through which documents are scanned, so that a caller can watch it or do without. */
import type { Span } from '../../source/location.ts'
import { codesOf, createCodeMemory } from './codes.ts'
import type { Rows } from './rows.ts'
import { scanDocument } from './scan.ts'
import { createScanner } from './scanner.ts'

/** Gives the rows of a document, until it is asked for the next one; null when the library has to read it. */
export type Scan = (text: string, span: Span) => Rows | null

/** Makes a scan with a scanner of its own. */
export function createScan(): Scan {
  const scanner = createScanner()
  const memory = createCodeMemory()
  return (text, { start, end }) => {
    const document = start === 0 && end === text.length ? text : text.slice(start, end)
    return scanDocument(scanner, { text: document, codes: codesOf(document, memory), base: start })
  }
}
