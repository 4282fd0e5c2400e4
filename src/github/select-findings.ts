/** Which findings of a report count. Filters mark; nothing is dropped. */
import type { JsonFinding, JsonReport, JsonSeverity } from '../reports/json-report.ts'
import { bySeverity, isAtLeast, severityWeight } from './severity.ts'

/** The severity from which findings fail the job. */
export type FailOn = JsonSeverity | 'never'

/** The findings of a report, sorted by what they mean for this run. Every finding is in exactly one list. */
export interface Selection {
  /** Count and are shown; heaviest first. */
  readonly counted: readonly JsonFinding[]
  /** Were there before this change. */
  readonly existing: readonly JsonFinding[]
  /** Below `min-severity`. */
  readonly minor: readonly JsonFinding[]
}

/** Sorts findings. A finding is new when the base has none with its fingerprint, or only lighter ones. */
export function selectFindings(
  report: JsonReport,
  options: { readonly base: JsonReport | null; readonly minSeverity: JsonSeverity },
): Selection {
  const weights = new Map<string, number>()
  for (const finding of options.base?.findings ?? []) {
    const weight = Math.max(weights.get(finding.fingerprint) ?? 0, severityWeight[finding.severity])
    weights.set(finding.fingerprint, weight)
  }
  const counted: JsonFinding[] = []
  const existing: JsonFinding[] = []
  const minor: JsonFinding[] = []
  for (const finding of [...report.findings].sort(bySeverity)) {
    if ((weights.get(finding.fingerprint) ?? 0) >= severityWeight[finding.severity]) existing.push(finding)
    else if (isAtLeast(finding.severity, options.minSeverity)) counted.push(finding)
    else minor.push(finding)
  }
  return { counted, existing, minor }
}

/** Do the findings fail the job? */
export function isFailing(findings: readonly JsonFinding[], failOn: FailOn): boolean {
  return failOn !== 'never' && findings.some((finding) => isAtLeast(finding.severity, failOn))
}

/** Findings counted by severity. */
export function countSeverities(findings: readonly JsonFinding[]): Readonly<Record<JsonSeverity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity] += 1
  return counts
}
