/** Several reports as one. */
import { VERSION } from '../version.ts'
import type { JsonFinding, JsonReport, JsonSeverity } from './json-report.ts'

/**
 * Puts reports together: findings in the order of files, one of those with the same file and fingerprint, and the sum of
 * what was looked at. The shards of a run give the report of the whole run.
 */
export function mergeReports(reports: readonly JsonReport[]): JsonReport {
  const findings = once(
    reports.flatMap((report) => report.findings),
    identity,
  )
  const suppressed = once(
    reports.flatMap((report) => report.suppressed),
    identity,
  )
  const unresolved = once(
    reports.flatMap((report) => report.unresolved),
    JSON.stringify,
  )
  const problems = once(
    reports.flatMap((report) => report.problems),
    JSON.stringify,
  )
  const sum = (name: 'files' | 'documents' | 'containers' | 'processes') =>
    reports.reduce((total, report) => total + report.summary[name], 0)
  const count = (severity: JsonSeverity) => findings.filter((finding) => finding.severity === severity).length
  return {
    schemaVersion: 1,
    tool: { name: 'workerlint', version: VERSION },
    summary: {
      files: sum('files'),
      documents: sum('documents'),
      containers: sum('containers'),
      processes: sum('processes'),
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      suppressed: suppressed.length,
      unresolved: unresolved.length,
    },
    findings,
    suppressed,
    unresolved,
    problems,
  }
}

/** The same report with every path below a folder, to tell repositories apart. */
export function belowFolder(report: JsonReport, folder: string): JsonReport {
  // `.` is the whole of what was checked.
  const move = <T extends { readonly file: string }>(item: T): T => ({
    ...item,
    file: item.file === '.' ? folder : `${folder}/${item.file}`,
  })
  const moveFinding = <T extends JsonFinding>(finding: T): T => ({
    ...move(finding),
    related: finding.related.map(move),
    suggestion: finding.suggestion === null ? null : move(finding.suggestion),
  })
  return {
    ...report,
    findings: report.findings.map(moveFinding),
    suppressed: report.suppressed.map(moveFinding),
    unresolved: report.unresolved.map(move),
    problems: report.problems.map(move),
  }
}

function identity({ file, fingerprint }: JsonFinding): string {
  return JSON.stringify([file, fingerprint])
}

/** The first of each key, by file; within a file the order stays. */
function once<T extends { readonly file: string }>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const byKey = new Map<string, T>()
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item)
  return [...byKey.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}
