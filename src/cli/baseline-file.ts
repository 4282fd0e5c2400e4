/** The baseline: findings that were there before and are accepted for now. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { JsonReport } from '../reports/json-report.ts'
import { readText } from '../repository/read-text.ts'
import { UserError } from '../source/errors.ts'
import { writeFileAtomically } from './write-file.ts'

/** Fingerprints of a baseline file, or of its text in an overlay; anything else in place of one is the user's mistake. */
export function readBaseline(
  path: string,
  workingDirectory: string,
  overlay: ReadonlyMap<string, string | null> = new Map(),
): ReadonlySet<string> {
  const entries = parseEntries(overlay.get(path.replace(/^(\.\/)+/, '')) ?? baselineText(path, workingDirectory))
  if (entries === null) throw new UserError(`baseline ${path} is no baseline; write one with --write-baseline`)
  return new Set(entries)
}

/** Writes the findings of a report; file and policy are there for people. */
export function writeBaseline(path: string, report: JsonReport, workingDirectory: string): void {
  const known = [...report.findings, ...report.suppressed.filter((finding) => finding.suppression.kind === 'baseline')]
  const findings = known.map(({ fingerprint, policy, file, message }) => ({ fingerprint, policy, file, message }))
  writeFileAtomically(path, `${JSON.stringify({ schemaVersion: 1, findings }, null, 2)}\n`, workingDirectory)
}

function baselineText(path: string, workingDirectory: string): string {
  const absolute = resolve(workingDirectory, path)
  if (!existsSync(absolute)) throw new UserError(`baseline ${path} does not exist`)
  const read = readText(absolute)
  if (read.kind === 'refused') throw new UserError(`baseline ${path}: ${read.message}`)
  return read.text
}

function parseEntries(text: string): readonly string[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || !('findings' in parsed) || !Array.isArray(parsed.findings))
      return null
    const entries: readonly unknown[] = parsed.findings
    const fingerprints = entries.map((entry) =>
      typeof entry === 'object' && entry !== null && 'fingerprint' in entry ? entry.fingerprint : null,
    )
    return fingerprints.every((fingerprint) => typeof fingerprint === 'string') ? fingerprints.map(String) : null
  } catch {
    return null
  }
}
