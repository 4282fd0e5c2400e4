/** The port through which documents are scanned, so that a caller can watch it or do without. */
import type { Span } from '../../source/location.ts'
import type { Rows } from './rows.ts'
import { scanDocument } from './scan.ts'
import { createScanner } from './scanner.ts'

/** Gives the rows of a document, until it is asked for the next one; null when the library has to read it. */
export type Scan = (text: string, span: Span) => Rows | null

/** Makes a scan with a scanner of its own. */
export function createScan(): Scan {
  const scanner = createScanner()
  return (text, { start, end }) => scanDocument(scanner, text, start, end)
}
