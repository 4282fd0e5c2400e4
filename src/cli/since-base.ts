/** `--base`: findings that were already there do not count. */
import { check } from '../check.ts'
import { levelAtLeast } from '../findings/severity.ts'
import { prepareRun, type RunRequest } from '../prepare.ts'
import type { JsonFinding, JsonReport, JsonSeverity } from '../reports/json-report.ts'
import { toJsonReport } from '../reports/to-json-report.ts'
import type { RevisionOverlay } from './git.ts'
import { overlayRepository } from './overlay-repository.ts'

/** Checks another revision with its own configuration and policies. */
export async function checkRevision(request: RunRequest, overlay: RevisionOverlay): Promise<JsonReport> {
  const run = await prepareRun({ ...request, overlay })
  const exclude = [...request.exclude, ...run.options.configuration.exclude]
  const repository = overlayRepository(run.repository, overlay, { paths: request.paths, exclude })
  return toJsonReport(await check(repository, run.options))
}

/** Moves what was there before, and no lighter, to the suppressed findings. */
export function newSince(report: JsonReport, base: JsonReport, revision: string): JsonReport {
  const isOld = (finding: JsonFinding) =>
    base.findings.some(
      ({ fingerprint, severity }) => fingerprint === finding.fingerprint && levelAtLeast(severity, finding.severity),
    )
  const findings = report.findings.filter((finding) => !isOld(finding))
  const suppressed = [
    ...report.suppressed,
    ...report.findings.filter(isOld).map((finding) => ({
      ...finding,
      suppression: { kind: 'baseline', reason: `already at ${revision}`, until: null } as const,
    })),
  ]
  const count = (severity: JsonSeverity) => findings.filter((finding) => finding.severity === severity).length
  return {
    ...report,
    summary: {
      ...report.summary,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      suppressed: suppressed.length,
    },
    findings,
    suppressed,
  }
}
