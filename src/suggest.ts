/** Suggestions that are proven: each edit is applied in memory and checked again before it is offered. */
import type { CheckOptions } from './check.ts'
import { documentKey, type EditedDocuments, placeOfEdit, readEdited } from './edited-documents.ts'
import { type Edit, editsCollide, type LineEdit, shareLine, toLineEdit } from './findings/edits/edit.ts'
import { findViolations } from './findings/find-violations.ts'
import type { Finding } from './findings/finding.ts'
import type { ReportedFinding } from './findings/report.ts'
import { type InspectionContext, inspectionContext, inspectWorkloads } from './inspect-containers.ts'
import type { Inspection } from './programs/inspection.ts'
import { type Repository, withReplacedFiles } from './repository/repository.ts'
import { loadShellGrammar } from './shell/grammar.ts'
import { locationOf } from './source/location.ts'
import type { Manifest } from './workloads/manifest.ts'
import { readWorkloads } from './workloads/read-workloads.ts'
import { replaceObjects, type System } from './workloads/system.ts'
import type { Workload } from './workloads/workload.ts'

const SEVERITY_ORDER = ['error', 'warning', 'info']

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
  const grammar = await loadShellGrammar()
  const context = inspectionContext(repository, options.programs, grammar)
  const verifying: Verifying = {
    before: new Set(findings.map(findingKey)),
    repository,
    inspection: { ...inspection, containers: servingContainers(inspection) },
    options,
    context,
  }
  const candidates = withoutCollisions(findings.filter((finding) => finding.edits.length > 0).sort(bySeverity))
  const accepted = groupByDocuments(candidates, verifying).flatMap((group) => provenTogether(group, verifying))
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
  const taken = new Map<string, Edit[]>()
  return findings.filter(({ edits }) => {
    const collides = edits.some((edit) => taken.get(edit.file.path)?.some((other) => editsCollide(edit, other)))
    if (collides) return false
    for (const edit of edits) taken.set(edit.file.path, [...(taken.get(edit.file.path) ?? []), edit])
    return true
  })
}

/**
 * The findings whose edits hold, alone and with all others. All are tried at once first; when that fails, those that
 * hold alone are added one by one.
 */
function provenTogether(candidates: readonly Finding[], verifying: Verifying): readonly Finding[] {
  if (isMended(candidates, Math.min(...candidates.map(weightOf)), verifying)) return candidates
  const accepted: Finding[] = []
  for (const finding of candidates) {
    const together = [...accepted, finding]
    if (!isMended([finding], weightOf(finding), verifying)) continue
    if (isMended(together, Math.max(...together.map(weightOf)), verifying)) accepted.push(finding)
  }
  return accepted
}

interface Verifying {
  /** Keys of the findings that there are without any edit. */
  readonly before: ReadonlySet<string>
  readonly repository: Repository
  readonly inspection: Inspection
  readonly options: CheckOptions
  readonly context: InspectionContext
}

/** Errors weigh most. */
export function weightOf({ severity }: Finding): number {
  return SEVERITY_ORDER.length - SEVERITY_ORDER.indexOf(severity)
}

export function bySeverity(a: Finding, b: Finding): number {
  return SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity)
}

/** Findings whose edits touch a document in common are proven together, apart from all others. */
function groupByDocuments(findings: readonly Finding[], { inspection }: Verifying): readonly (readonly Finding[])[] {
  const groups: { documents: Set<string>; findings: Finding[] }[] = []
  const groupOf = new Map<string, (typeof groups)[number]>()
  for (const finding of findings) {
    const places = [finding.primary, ...finding.edits.map(placeOfEdit)]
    const documents = new Set(places.map((place) => documentKey(place, inspection.system)))
    const touched = [...new Set([...documents].flatMap((document) => groupOf.get(document) ?? []))]
    const group = touched[0] ?? { documents: new Set<string>(), findings: [] }
    if (touched.length === 0) groups.push(group)
    for (const other of touched.slice(1)) {
      group.findings.push(...other.findings)
      for (const document of other.documents) group.documents.add(document)
      other.findings = []
    }
    group.findings.push(finding)
    for (const document of documents) group.documents.add(document)
    for (const document of group.documents) groupOf.set(document, group)
  }
  return groups.map((group) => group.findings).filter((group) => group.length > 0)
}

/**
 * Do the edits make the findings disappear without making new ones of the weight `bound` or more? A mended error may leave a
 * hint behind, but nothing that would be mended in its turn. Documents that the edits touch are read again, and the workloads of the findings are checked among all others.
 */
function isMended(mended: readonly Finding[], bound: number, verifying: Verifying): boolean {
  const { before, repository, inspection, options } = verifying
  const read = readEdited(
    mended.flatMap((finding) => finding.edits),
    inspection.system,
    options.scan,
  )
  if (read === null) return false
  const edited = withReplacedFiles(repository, read.texts)
  const system = replaceObjects(inspection.system, read.old, read.manifests)
  const touched = new Set(mended.map((finding) => finding.violation.subject.workload))
  const keys = new Set([...touched].map(workloadKey))
  const kept = [...touched].flatMap((workload) => workload?.manifest ?? []).filter((manifest) => !isOld(manifest, read))
  const workloads = [...read.manifests, ...objectsOf(kept, inspection.system)]
    .flatMap((manifest) => readWorkloads(manifest, system))
    .filter((workload) => keys.has(workloadKey(workload)))
  const again: Inspection = {
    ...inspection,
    system,
    // Only databases ask about workloads that no finding is about.
    workloads:
      options.configuration.databases.length === 0
        ? workloads
        : [...inspection.workloads.filter((workload) => !touched.has(workload)), ...workloads],
    containers: [
      ...inspection.containers.filter(({ workload }) => !touched.has(workload)),
      ...inspectWorkloads(workloads, contextFor(read.texts, edited, verifying)),
    ],
    problems: [],
  }
  const gone = new Set(mended.map(findingKey))
  const found = findViolations(again, options.policies, options.configuration, new Set(workloads))
  return found.findings.every((finding) => {
    const key = findingKey(finding)
    return !gone.has(key) && (before.has(key) || (weightOf(finding) < bound && finding.edits.length === 0))
  })
}

/** The objects that stand where these do: a workload may be one of several of its object. */
function objectsOf(manifests: readonly Manifest[], system: System): readonly Manifest[] {
  const found = manifests.flatMap(
    ({ file, document }) => system.objectsAt(locationOf(file, document.start, document.end)) ?? [],
  )
  return [...new Set(found)]
}

function isOld({ file, document }: Manifest, { old }: EditedDocuments): boolean {
  for (const manifest of old) if (manifest.file === file && manifest.document.start === document.start) return true
  return false
}

/** Images and files are looked up again only when a file is edited that is no manifest. */
function contextFor(texts: ReadonlyMap<string, string>, edited: Repository, { context }: Verifying): InspectionContext {
  if (texts.size === 0) return { ...context, repository: edited }
  return inspectionContext(edited, context.programs, context.grammar)
}

/** What a finding is about, wherever it stands among others with its fingerprint. */
export function findingKey(finding: Finding): string {
  const { subject, target } = finding.violation
  const object = subject.object?.identity
  return [
    finding.policy.id,
    target,
    workloadKey(subject.workload),
    subject.container?.container.name ?? '',
    subject.process?.program ?? '',
    object === undefined ? '' : `${object.kind}/${object.name}`,
  ].join('\n')
}

function workloadKey(workload: Workload | null): string {
  return workload === null ? '' : manifestKey(workload.manifest)
}

function manifestKey({ file, identity }: Manifest): string {
  return [file.path, identity.kind, identity.namespace ?? '', identity.name].join('\n')
}

/** Findings whose edits share lines become one suggestion, carried by the first. */
export function groupByLines(accepted: readonly Finding[]): ReadonlyMap<Finding, LineEdit> {
  return new Map([...byFile(accepted).values()].flatMap(groupInFile))
}

/** Findings by the file that their edits change. */
function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of findings) {
    const path = finding.edits[0]?.file.path ?? ''
    const own = files.get(path)
    if (own === undefined) files.set(path, [finding])
    else own.push(finding)
  }
  return files
}

function groupInFile(accepted: readonly Finding[]): readonly (readonly [Finding, LineEdit])[] {
  const groups: { readonly finding: Finding; edits: readonly Edit[]; lines: LineEdit }[] = []
  for (const finding of accepted) {
    const lines = toLineEdit(finding.edits)
    if (lines === null) continue
    const overlapping = groups.filter((group) => shareLine(group.lines, lines))
    const [first, ...others] = overlapping
    if (first === undefined) {
      groups.push({ finding, edits: finding.edits, lines })
      continue
    }
    const edits = [...first.edits, ...others.flatMap((group) => group.edits), ...finding.edits]
    const merged = toLineEdit(edits)
    if (merged === null) continue
    first.edits = edits
    first.lines = merged
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups.map((group) => [group.finding, group.lines] as const)
}
