/** What a formatter is: a pure function from a report to text. */
import type { JsonReport } from './json-report.ts'

/** How the text is meant to be shown. */
export interface Presentation {
  readonly useColor: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly verbosity: 'quiet' | 'normal' | 'verbose'
  /** The lines of a file, for code frames; empty when it cannot be read. */
  linesOf(file: string): readonly string[]
}

/** Formats a report. */
export type Formatter = (report: JsonReport, presentation: Presentation) => string
