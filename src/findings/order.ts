/** The order of findings: by file, position and policy; the same input gives the same order. */
import type { Finding } from './finding.ts'
import { numberedFingerprint } from './fingerprint.ts'

/** Sorts findings and makes their fingerprints unique. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return numberFindings([...findings].sort(compareFindings))
}

/** Makes the fingerprints of ordered findings unique. */
export function numberFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const occurrence = seen.get(finding.fingerprint) ?? 0
    seen.set(finding.fingerprint, occurrence + 1)
    return { ...finding, fingerprint: numberedFingerprint(finding.fingerprint, occurrence) }
  })
}

/** Compares by file, place, policy and message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.primary.file.path, b.primary.file.path) ||
    a.primary.span.start - b.primary.span.start ||
    compareText(a.policy.id, b.policy.id) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
