/** Suggestions that are proven: each edit is applied in memory and checked again before it is offered. */
import type { CheckOptions } from './check.ts'
import { applyEdits, type Edit, editsCollide, type LineEdit, shareLine, toLineEdit } from './findings/edits/edit.ts'
import { findViolations } from './findings/find-violations.ts'
import type { Finding } from './findings/finding.ts'
import type { ReportedFinding } from './findings/report.ts'
import {
  createReading,
  type InspectionContext,
  inspectionContext,
  inspectWorkloads,
  readFileManifests,
} from './inspect.ts'
import type { Inspection } from './programs/inspection.ts'
import { type Repository, withReplacedFiles } from './repository/repository.ts'
import { loadShellGrammar } from './shell/grammar.ts'
import type { Manifest } from './workloads/manifest.ts'
import { readWorkloads } from './workloads/read-workloads.ts'
import { replaceObjects } from './workloads/system.ts'
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
    checked: new Set(repository.checked),
    repository,
    inspection: { ...inspection, containers: servingContainers(inspection) },
    options,
    context,
  }
  const candidates = withoutCollisions(findings.filter((finding) => finding.edits.length > 0).sort(bySeverity))
  const accepted = groupByFiles(candidates).flatMap((group) => provenTogether(group, verifying))
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
  readonly checked: ReadonlySet<string>
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

/** Findings whose edits touch a file in common are proven together, apart from all others. */
function groupByFiles(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups: { files: Set<string>; findings: Finding[] }[] = []
  const groupOf = new Map<string, (typeof groups)[number]>()
  for (const finding of findings) {
    const files = new Set([finding.primary.file.path, ...finding.edits.map((edit) => edit.file.path)])
    const touched = [...new Set([...files].flatMap((file) => groupOf.get(file) ?? []))]
    const group = touched[0] ?? { files: new Set<string>(), findings: [] }
    if (touched.length === 0) groups.push(group)
    for (const other of touched.slice(1)) {
      group.findings.push(...other.findings)
      for (const file of other.files) group.files.add(file)
      other.findings = []
    }
    group.findings.push(finding)
    for (const file of files) group.files.add(file)
    for (const file of group.files) groupOf.set(file, group)
  }
  return groups.map((group) => group.findings).filter((group) => group.length > 0)
}

/**
 * Do the edits make the findings disappear without making new ones of the weight `bound` or more? A mended error may leave a
 * hint behind, but nothing that would be mended in its turn. Files that the edits touch are read again, and the workloads of the findings are checked among all others.
 */
function isMended(mended: readonly Finding[], bound: number, verifying: Verifying): boolean {
  const { before, repository, inspection, options } = verifying
  const texts = editedTexts(mended.flatMap((finding) => finding.edits))
  const edited = withReplacedFiles(repository, texts)
  const read = readEdited(texts, edited, verifying)
  if (read === null) return false
  const system = replaceObjects(inspection.system, new Set(texts.keys()), read)
  const touched = new Set(mended.map((finding) => finding.violation.subject.workload))
  const keys = new Set([...touched].map(workloadKey))
  const files = new Set([...[...touched].flatMap((workload) => workload?.manifest.file.path ?? []), ...texts.keys()])
  const workloads = [...files]
    .flatMap((file) => system.byFile.get(file) ?? [])
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
      ...inspectWorkloads(workloads, contextFor(texts, edited, verifying)),
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

/** The objects of the edited files; null when one can no longer be read. */
function readEdited(
  texts: ReadonlyMap<string, string>,
  edited: Repository,
  { inspection, checked, options }: Verifying,
): readonly Manifest[] | null {
  const manifests: Manifest[] = []
  const reading = createReading(options.scan)
  let problems = 0
  for (const path of texts.keys()) {
    const content = edited.read(path)
    if (content.kind !== 'text') return null
    if (!checked.has(path)) continue
    problems += readFileManifests(content.file, true, reading, ({ manifest }) => manifests.push(manifest)).length
  }
  return problems > inspection.problems.filter((problem) => texts.has(problem.file)).length ? null : manifests
}

/** Images and files are looked up again only when a file is edited that is no manifest. */
function contextFor(texts: ReadonlyMap<string, string>, edited: Repository, verifying: Verifying): InspectionContext {
  const { context, checked } = verifying
  if ([...texts.keys()].every((path) => checked.has(path))) return { ...context, repository: edited }
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

function editedTexts(edits: readonly Edit[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const path of new Set(edits.map((edit) => edit.file.path))) {
    const own = edits.filter((edit) => edit.file.path === path)
    const [first] = own
    if (first !== undefined) texts.set(path, applyEdits(first.file.text, own))
  }
  return texts
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
