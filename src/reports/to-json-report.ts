/** A report as plain data: offsets become lines and columns here and nowhere else. */
import type { LineEdit } from '../findings/edits/edit.ts'
import type { Finding } from '../findings/finding.ts'
import type { Report, Unresolved } from '../findings/report.ts'
import type { Location } from '../source/location.ts'
import { lineAt, lineColumnAt } from '../source/source-file.ts'
import { VERSION } from '../version.ts'
import type { JsonFinding, JsonPlace, JsonReport, JsonSuggestion, JsonUnresolved, JsonWorkload } from './json-report.ts'
import { policyPage } from './policy-page.ts'
import { maskLines, maskText } from './secrets.ts'

/** The report in the shape of `check --format json`. */
export function toJsonReport(report: Report): JsonReport {
  const findings = report.findings.map(({ finding, suggestion }) => toJsonFinding(finding, suggestion))
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const { files, documents, containers, processes } = report.counts
  return {
    schemaVersion: 1,
    tool: { name: 'workerlint', version: VERSION },
    summary: {
      files,
      documents,
      containers,
      processes,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      suppressed: report.suppressed.length,
      unresolved: report.unresolved.length,
    },
    findings,
    suppressed: report.suppressed
      .map(({ finding, suggestion, suppression }) => ({
        ...toJsonFinding(finding, suggestion),
        suppression: { ...suppression },
      }))
      .sort(byFile),
    unresolved: report.unresolved.map(toJsonUnresolved),
    problems: report.problems.map(({ file, line, message }) => ({ file, line, message: maskText(message) })),
  }
}

function byFile(a: JsonFinding, b: JsonFinding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0
}

function toJsonFinding(finding: Finding, suggestion: LineEdit | null): JsonFinding {
  const { subject } = finding.violation
  return {
    policy: finding.policy.id,
    severity: finding.severity,
    confidence: finding.policy.confidence,
    message: maskText(finding.message),
    file: finding.primary.file.path,
    ...range(finding.primary),
    workload: workloadOf(finding),
    container: subject.container?.container.name ?? null,
    program: subject.process?.program ?? null,
    related: finding.related.map(({ at, message }) => ({
      file: at.file.path,
      ...range(at),
      message: maskText(message),
    })),
    recommendation: finding.recommendation,
    suggestion: suggestion === null || holdsSecret(suggestion) ? null : toJsonSuggestion(suggestion),
    fingerprint: finding.fingerprint,
    docs: policyPage(finding.policy.id),
  }
}

function workloadOf(finding: Finding): JsonWorkload | null {
  const { subject } = finding.violation
  const manifest = subject.workload?.manifest ?? subject.object
  return manifest === null || manifest === undefined ? null : { ...manifest.identity }
}

function range(location: Location): { readonly start: JsonPlace; readonly end: JsonPlace } {
  const { file, span } = location
  return { start: lineColumnAt(file, span.start), end: lineColumnAt(file, span.end) }
}

/** Whole lines are shown to be committed, so one with a secret is left to `--fix`, which shows nothing. */
function holdsSecret({ replacement }: LineEdit): boolean {
  const lines = replacement.split('\n')
  return maskLines(lines).some((line, index) => line !== lines[index])
}

function toJsonSuggestion(suggestion: LineEdit): JsonSuggestion {
  return {
    file: suggestion.file.path,
    startLine: suggestion.startLine + 1,
    endLine: suggestion.endLine,
    replacement: suggestion.replacement,
  }
}

function toJsonUnresolved({ at, workload, container, why }: Unresolved): JsonUnresolved {
  return {
    file: at.file.path,
    line: lineAt(at.file, at.span.start),
    workload: { ...workload },
    container,
    why: maskText(why),
  }
}
