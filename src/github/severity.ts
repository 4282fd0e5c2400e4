/** Severities compared, and findings put in the order in which a reader should meet them. */
import type { JsonFinding, JsonSeverity } from '../reports/json-report.ts'

/** The weight of a severity; heavier is larger. */
export const severityWeight = { info: 1, warning: 2, error: 3 } as const satisfies Record<JsonSeverity, number>

/** A coloured mark for a severity; the word always stands beside it. */
export const severityMark = { info: '🔵', warning: '🟡', error: '🔴' } as const satisfies Record<JsonSeverity, string>

/** Is a severity at or above another? */
export function isAtLeast(severity: JsonSeverity, least: JsonSeverity): boolean {
  return severityWeight[severity] >= severityWeight[least]
}

/** Orders findings by severity, then by file and line. */
export function bySeverity(a: JsonFinding, b: JsonFinding): number {
  return severityWeight[b.severity] - severityWeight[a.severity] || byPlace(a, b)
}

/** Orders findings by file, line and policy. */
export function byPlace(a: JsonFinding, b: JsonFinding): number {
  return compare(a.file, b.file) || a.start.line - b.start.line || compare(a.policy, b.policy)
}

/** The heaviest severity of some findings, null without findings. */
export function heaviest(findings: readonly JsonFinding[]): JsonSeverity | null {
  return [...findings].sort(bySeverity)[0]?.severity ?? null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
