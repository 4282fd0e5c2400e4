/** The reports of files and of renderings as one. */
import type { Problem } from '../source/errors.ts'
import { shareLine } from './edits/edit.ts'
import type { Finding } from './finding.ts'
import { compareFindings, numberFindings } from './order.ts'
import type { Report, ReportedFinding, SuppressedFinding, Unresolved } from './report.ts'

/** A report, and what sets its rendering apart from others of the same chart; null for the only one. */
export interface PartialReport {
  readonly report: Report
  readonly variant: string | null
}

/** Joins reports; a finding that several renderings share is told once and names them. `files` is how many were checked. */
export function joinReports(parts: readonly PartialReport[], files: number): Report {
  const sum = (count: (report: Report) => number) => parts.reduce((total, { report }) => total + count(report), 0)
  const findings = sharedOnce(parts, ({ findings: own }) => own).sort((a, b) => compareFindings(a.finding, b.finding))
  const numbered = numberFindings(findings.map(({ finding }) => finding))
  return {
    counts: {
      files,
      documents: sum(({ counts }) => counts.documents),
      containers: sum(({ counts }) => counts.containers),
      processes: sum(({ counts }) => counts.processes),
      undecided: sum(({ counts }) => counts.undecided),
    },
    findings: withoutClashes(
      findings.map(({ finding, suggestion }, index) => ({ finding: numbered[index] ?? finding, suggestion })),
    ),
    suppressed: sharedOnce(parts, ({ suppressed }) => suppressed),
    unresolved: distinct(
      parts.flatMap(({ report }) => report.unresolved),
      unresolvedKey,
    ),
    problems: distinct(
      parts.flatMap(({ report }) => report.problems),
      problemKey,
    ),
    policies: parts[0]?.report.policies ?? [],
  }
}

/** Findings of one fingerprint at one place are one. */
function sharedOnce<T extends ReportedFinding | SuppressedFinding>(
  parts: readonly PartialReport[],
  findingsOf: (report: Report) => readonly T[],
): T[] {
  const groups = new Map<string, { readonly entry: T; readonly variants: string[] }>()
  for (const { report, variant } of parts) {
    for (const entry of findingsOf(report)) {
      const key = findingKey(entry.finding)
      const group = groups.get(key) ?? { entry, variants: [] }
      if (variant !== null && !group.variants.includes(variant)) group.variants.push(variant)
      groups.set(key, group)
    }
  }
  return [...groups.values()].map(({ entry, variants }) => {
    if (variants.length === 0) return entry
    const message = `${entry.finding.message} (with ${variants.join('; ')})`
    return { ...entry, finding: { ...entry.finding, message } }
  })
}

function findingKey({ fingerprint, primary }: Finding): string {
  return `${fingerprint}\n${primary.file.path}\n${primary.span.start}`
}

/** Of suggestions that change the same lines the first stays. */
function withoutClashes(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.map(({ finding, suggestion }, index) => {
    const clashes = findings
      .slice(0, index)
      .some((other) => suggestion !== null && other.suggestion !== null && shareLine(other.suggestion, suggestion))
    return { finding, suggestion: clashes ? null : suggestion }
  })
}

function distinct<T>(entries: readonly T[], keyOf: (entry: T) => string): readonly T[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
}

function unresolvedKey({ at, workload, container, why }: Unresolved): string {
  return [at.file.path, at.span.start, workload.kind, workload.name, container, why].join('\n')
}

function problemKey({ file, line, message }: Problem): string {
  return [file, line, message].join('\n')
}
