/** Exit codes that findings decide. */
import { levelAtLeast } from '../findings/severity.ts'
import type { JsonReport, JsonSeverity } from '../reports/json-report.ts'
import { EXIT } from './terminal.ts'

/** The lowest severity that makes the exit code 1. */
export type FailOn = JsonSeverity | 'never'

/** 1 with a finding at or above the level, else 0. */
export function findingsCode({ findings }: JsonReport, failOn: FailOn): number {
  const isFailing = failOn !== 'never' && findings.some(({ severity }) => levelAtLeast(severity, failOn))
  return isFailing ? EXIT.findings : EXIT.clean
}
