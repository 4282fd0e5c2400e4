/** Suggestions that are proven: each edit is applied in memory and checked again before it is offered. */

import type { CheckOptions } from './check.ts'
import { documentKey, placeOfEdit } from './edited-documents.ts'
import { createTakenPlaces } from './findings/edits/taken-places.ts'
import type { Finding } from './findings/finding.ts'
import type { ReportedFinding } from './findings/report.ts'
import { severityWeight } from './findings/severity.ts'
import { violationKey } from './findings/violation-key.ts'
import { groupByLines } from './group-by-lines.ts'
import type { Inspection } from './inspection/inspection.ts'
import { createScan } from './manifests/plain/document-scan.ts'
import { type ObjectDocuments, objectDocuments } from './object-documents.ts'
import { type Proofs, proofsOf } from './prove-edits.ts'
import type { Repository } from './repository/repository.ts'
import { loadShellGrammar } from './shell/grammar.ts'
import { appendAll, largestOf, smallestOf } from './source/lists.ts'

/** Gives every finding its suggestion; of findings that change the same lines the first carries the edits of all. */
export async function offerSuggestions(
  findings: readonly Finding[],
  repository: Repository,
  inspection: Inspection,
  options: CheckOptions,
): Promise<readonly ReportedFinding[]> {
  if (findings.every((finding) => finding.edits.length === 0)) {
    return findings.map((finding) => ({ finding, suggestion: null }))
  }
  const scan = options.scan ?? createScan()
  const documents = objectDocuments(inspection.system, scan)
  const candidates = withoutCollisions(findings.filter((finding) => finding.edits.length > 0).sort(bySeverity))
  const proofs = proofsOf({
    before: new Set(findings.map(findingKey)),
    edits: candidates.flatMap((finding) => finding.edits),
    repository,
    inspection: { ...inspection, containers: servingContainers(inspection) },
    documents,
    options,
    scan,
    grammar: await loadShellGrammar(),
  })
  const accepted = groupByDocuments(candidates, documents).flatMap((group) => provenTogether(group, proofs))
  const suggestions = groupByLines(accepted)
  return findings.map((finding) => ({ finding, suggestion: suggestions.get(finding) ?? null }))
}

/** Containers of workloads with a known program; the others say nothing about whether a finding is mended. */
function servingContainers({ containers }: Inspection): Inspection['containers'] {
  const serving = new Set(
    containers.filter(({ processes }) => processes.processes.length > 0).map(({ workload }) => workload),
  )
  return containers.filter(({ workload }) => serving.has(workload))
}

/** Of edits that touch the same characters the first stays. */
export function withoutCollisions(findings: readonly Finding[]): readonly Finding[] {
  const taken = createTakenPlaces()
  return findings.filter(({ edits }) => {
    if (edits.some((edit) => taken.collides(edit))) return false
    for (const edit of edits) taken.take(edit)
    return true
  })
}

/**
 * The findings whose edits hold, alone and with all others. All are tried at once first; when that fails, those that
 * hold alone are tried at once, and when that fails too they are added one by one.
 */
function provenTogether(candidates: readonly Finding[], proofs: Proofs): readonly Finding[] {
  if (proofs.hold(candidates, smallestOf(candidates.map(weightOf)))) return candidates
  if (candidates.length === 1) return []
  const alone = candidates.filter((finding) => proofs.holdAlone([finding], weightOf(finding)))
  return alone.length < 2 || proofs.hold(alone, largestOf(alone.map(weightOf))) ? alone : provenOneByOne(alone, proofs)
}

/**
 * Findings are added to those that were accepted before them. Those of items that have nothing to do with each other
 * need not be proven together, as the first of all decides how grave something may be that comes instead.
 */
function provenOneByOne(alone: readonly Finding[], proofs: Proofs): readonly Finding[] {
  const bound = largestOf(alone.map(weightOf))
  const isFirstGravest = alone[0] !== undefined && weightOf(alone[0]) === bound
  if (!isFirstGravest) return acceptedOf(alone, 0, proofs)
  for (;;) {
    const groups = proofs.apart(alone)
    const accepted = new Set(groups.flatMap((group) => acceptedOf(group, bound, proofs)))
    // A proof of several edits may ask for more than each of them alone.
    if (proofs.apart(alone).length === groups.length) return alone.filter((finding) => accepted.has(finding))
  }
}

function acceptedOf(group: readonly Finding[], bound: number, proofs: Proofs): readonly Finding[] {
  const accepted: Finding[] = []
  for (const finding of group) {
    const together = [...accepted, finding]
    const gravest = Math.max(bound, largestOf(together.map(weightOf)))
    if (accepted.length === 0 || proofs.holdAlone(together, gravest)) accepted.push(finding)
  }
  return accepted
}

/** Errors weigh most. */
export function weightOf({ severity }: Finding): number {
  return severityWeight(severity)
}

/** Errors come first. */
export function bySeverity(a: Finding, b: Finding): number {
  return weightOf(b) - weightOf(a)
}

/** What a finding is about, wherever it stands among others with its fingerprint. */
export function findingKey({ policy, violation }: Finding): string {
  return violationKey(policy.id, violation)
}

/** Findings whose edits touch a document in common are proven together, apart from all others. */
function groupByDocuments(findings: readonly Finding[], documents: ObjectDocuments): readonly (readonly Finding[])[] {
  const groups: { documents: Set<string>; findings: Finding[] }[] = []
  const groupOf = new Map<string, (typeof groups)[number]>()
  for (const finding of findings) {
    const places = [finding.primary, ...finding.edits.map(placeOfEdit)]
    const own = new Set(places.map((place) => documentKey(place, documents)))
    const touched = [...new Set([...own].flatMap((document) => groupOf.get(document) ?? []))]
    const group = touched[0] ?? { documents: new Set<string>(), findings: [] }
    if (touched.length === 0) groups.push(group)
    for (const other of touched.slice(1)) {
      appendAll(group.findings, other.findings)
      for (const document of other.documents) group.documents.add(document)
      other.findings = []
    }
    group.findings.push(finding)
    for (const document of own) group.documents.add(document)
    for (const document of group.documents) groupOf.set(document, group)
  }
  return groups.map((group) => group.findings).filter((group) => group.length > 0)
}
