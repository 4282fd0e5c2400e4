/** `--format json`. */
import type { Formatter } from './formatter.ts'

/** The report as JSON, two spaces deep. */
export const formatJson: Formatter = (report) => `${JSON.stringify(report, null, 2)}\n`
