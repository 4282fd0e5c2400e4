/** Findings that the user has decided to live with: by comment, annotation, configuration or baseline. */
import type { Configuration } from '../configuration/configuration.ts'
import type { Inspection } from '../inspection/inspection.ts'
import type { CompiledPolicy } from '../policies/compile-policy.ts'
import type { Repository } from '../repository/repository.ts'
import { annotationIgnores } from './annotation-ignores.ts'
import { commentIgnores } from './comment-ignores.ts'
import type { FoundFindings } from './find-violations.ts'
import type { Finding, Suppression } from './finding.ts'
import type { Ignore } from './ignore.ts'
import { ignoreFindings } from './ignore-findings.ts'
import { orderFindings } from './order.ts'

/** What suppressions are read from. */
export interface SuppressionRequest {
  readonly repository: Repository
  readonly inspection: Inspection
  readonly policies: readonly CompiledPolicy[]
  readonly configuration: Configuration
  readonly baseline: ReadonlySet<string>
  readonly today: string | null
}

/** Findings that count and those that do not. */
export interface JudgedFindings {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly { readonly finding: Finding; readonly suppression: Suppression }[]
}

/** Sorts findings by whether something suppresses them; ignores that are unused, expired or misspelt are findings. */
export function suppressFindings(found: FoundFindings, request: SuppressionRequest): JudgedFindings {
  const ignores = [...commentIgnores(request.repository, request.inspection), ...annotationIgnores(request.inspection)]
  const used = new Set<Ignore>()
  const findings: Finding[] = []
  const suppressed: { finding: Finding; suppression: Suppression }[] = []
  for (const finding of found.findings) {
    const ignore = ignores.find((candidate) => isValid(candidate, request.today) && candidate.covers(finding))
    for (const candidate of ignores) if (candidate.covers(finding)) used.add(candidate)
    if (ignore !== undefined) suppressed.push({ finding, suppression: suppressionOf(ignore) })
    else if (request.baseline.has(finding.fingerprint)) {
      suppressed.push({ finding, suppression: { kind: 'baseline', reason: 'in the baseline', until: null } })
    } else findings.push(finding)
  }
  for (const { finding, reason } of found.overridden) {
    suppressed.push({ finding, suppression: { kind: 'config', reason, until: null } })
  }
  const about = ignoreFindings(ignores, used, request)
  return { findings: orderFindings([...findings, ...about]), suppressed }
}

function isValid(ignore: Ignore, today: string | null): boolean {
  return ignore.reason !== '' && !(ignore.until !== null && today !== null && ignore.until < today)
}

function suppressionOf(ignore: Ignore): Suppression {
  return { kind: ignore.kind, reason: ignore.reason, until: ignore.until }
}
