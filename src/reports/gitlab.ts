/** `--format gitlab`: a Code Quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import { createHash } from 'node:crypto'
import { remedyText } from './arithmetic.ts'
import type { Formatter } from './formatter.ts'
import type { JsonFinding } from './json-report.ts'
import { printable } from './printable.ts'

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const

/** One entry a finding; GitLab shows one entry per fingerprint, so it covers the file and the occurrence as well. */
export const formatGitlab: Formatter = (report) => {
  const occurrences = new Map<string, number>()
  const entries = report.findings.map((finding) => {
    const key = `${finding.file}\n${finding.fingerprint}`
    const occurrence = occurrences.get(key) ?? 0
    occurrences.set(key, occurrence + 1)
    return entry(finding, occurrence === 0 ? key : `${key}\n${occurrence}`)
  })
  return `${JSON.stringify(entries, null, 2)}\n`
}

function entry(finding: JsonFinding, key: string) {
  const want = finding.recommendation === null ? '' : `; write ${remedyText(finding.recommendation)}`
  return {
    type: 'issue',
    description: printable(finding.message + want),
    check_name: finding.policy,
    fingerprint: createHash('sha256').update(key).digest('hex').slice(0, 32),
    severity: SEVERITIES[finding.severity],
    categories: ['Performance'],
    location: { path: finding.file, lines: { begin: finding.start.line, end: finding.end.line } },
  }
}
