/** The order of severities. */
import type { Severity } from '../policies/policy.ts'

const ORDER: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** Is a severity as heavy as another or heavier? */
export function levelAtLeast(severity: Severity, level: Severity): boolean {
  return severityWeight(severity) >= severityWeight(level)
}

/** Errors weigh most. */
export function severityWeight(severity: Severity): number {
  return ORDER[severity]
}
