/** What a formatter is: a pure function from a report to text. */
import type { DocumentedPolicy } from '../policies/policy.ts'
import type { JsonContainer } from './inspect-json.ts'
import type { JsonReport } from './json-report.ts'
import type { MemoryNeed } from './memory-need.ts'
import type { JsonPlan } from './plan-json.ts'

/** How the text is meant to be shown, and what a report does not hold itself. */
export interface Presentation {
  readonly useColor: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly verbosity: 'quiet' | 'normal' | 'verbose'
  /** The lines of a file, for code frames; empty when it cannot be read. */
  linesOf(file: string): readonly string[]
  /** The address of a line where the file can be read on the web; null when it is not known. */
  linkTo(file: string, line: number): string | null
  /** The policy of a finding, for its title and reasons; undefined when it is not known here. */
  policyOf(id: string): DocumentedPolicy | undefined
  /** All containers that were looked at; empty when only findings are known, as after a merge. */
  readonly containers: readonly JsonContainer[]
  /** The plans of their processes, and the memory these need; empty like `containers`. */
  readonly plans: readonly JsonPlan[]
  readonly needs: readonly MemoryNeed[]
}

/** Formats a report. */
export type Formatter = (report: JsonReport, presentation: Presentation) => string

/** A presentation that knows nothing but the report: no colours, 100 columns. */
export const PLAIN: Presentation = {
  useColor: false,
  width: 100,
  verbosity: 'normal',
  linesOf: () => [],
  linkTo: () => null,
  policyOf: () => undefined,
  containers: [],
  plans: [],
  needs: [],
}
