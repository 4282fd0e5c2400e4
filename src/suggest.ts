/** Suggestions that are proven: each edit is applied in memory and checked again before it is offered. */
import type { CheckOptions } from './check.ts'
import { applyEdits, type Edit, editsCollide, type LineEdit, shareLine, toLineEdit } from './findings/edits/edit.ts'
import { findViolations } from './findings/find-violations.ts'
import type { Finding } from './findings/finding.ts'
import type { ReportedFinding } from './findings/report.ts'
import { inspectManifests, readFileManifests } from './inspect.ts'
import type { Inspection } from './programs/inspection.ts'
import { type Repository, withReplacedFiles } from './repository/repository.ts'
import { loadShellGrammar, type ShellGrammar } from './shell/grammar.ts'
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
  const verifying: Verifying = { findings, repository, inspection, options, grammar: await loadShellGrammar() }
  const candidates = withoutCollisions(findings.filter((finding) => finding.edits.length > 0).sort(bySeverity))
  const accepted = provenTogether(candidates, verifying)
  const suggestions = groupByLines(accepted)
  return findings.map((finding) => ({ finding, suggestion: suggestions.get(finding) ?? null }))
}

/** Of edits that touch the same characters the first stays. */
function withoutCollisions(findings: readonly Finding[]): readonly Finding[] {
  const taken: Edit[] = []
  return findings.filter((finding) => {
    if (finding.edits.some((edit) => taken.some((other) => editsCollide(edit, other)))) return false
    taken.push(...finding.edits)
    return true
  })
}

/**
 * The findings whose edits hold, alone and with all others. All are tried at once first; when that fails, those that
 * hold alone are added one by one.
 */
function provenTogether(candidates: readonly Finding[], verifying: Verifying): readonly Finding[] {
  if (isMended(candidates, verifying)) return candidates
  const accepted: Finding[] = []
  for (const finding of candidates) {
    if (isMended([finding], verifying) && isMended([...accepted, finding], verifying)) accepted.push(finding)
  }
  return accepted
}

interface Verifying {
  readonly findings: readonly Finding[]
  readonly repository: Repository
  readonly inspection: Inspection
  readonly options: CheckOptions
  readonly grammar: ShellGrammar
}

function bySeverity(a: Finding, b: Finding): number {
  return SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity)
}

/**
 * Do the edits make the findings disappear without making new ones? Files that the edits touch are read again; the
 * workloads in them and those of the findings are checked again.
 */
function isMended(mended: readonly Finding[], verifying: Verifying): boolean {
  const edits = mended.flatMap((finding) => finding.edits)
  const { repository, inspection, options } = verifying
  const texts = editedTexts(edits)
  const edited = withReplacedFiles(repository, texts)
  const manifests = inspection.system.manifests.filter((manifest) => !texts.has(manifest.file.path))
  const problems: string[] = []
  for (const path of texts.keys()) {
    const content = edited.read(path)
    if (content.kind !== 'text') return false
    if (!repository.checked.includes(path)) continue
    const read = readFileManifests(content.file, true)
    problems.push(...read.problems.map((problem) => problem.message))
    manifests.push(...read.manifests)
  }
  if (problems.length > inspection.problems.filter((problem) => texts.has(problem.file)).length) return false
  const touched = new Set(mended.flatMap((finding) => workloadKey(finding.violation.subject.workload)))
  const keep = (workload: Workload) => touched.has(workloadKey(workload))
  const again = inspectManifests(
    { manifests: inOriginalOrder(manifests, inspection), files: inspection.files, problems: [] },
    edited,
    options.programs,
    verifying.grammar,
    keep,
  )
  const before = new Set(verifying.findings.map((finding) => finding.fingerprint))
  const gone = new Set(mended.map((finding) => finding.fingerprint))
  const found = findViolations(again, options.policies, options.configuration, keep)
  return found.findings.every((finding) => before.has(finding.fingerprint) && !gone.has(finding.fingerprint))
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

/** Manifests in the order of files, so that numbered fingerprints stay the same. */
function inOriginalOrder<T extends { readonly file: { readonly path: string } }>(
  manifests: readonly T[],
  inspection: Inspection,
): readonly T[] {
  const order = new Map<string, number>()
  for (const manifest of inspection.system.manifests) {
    if (!order.has(manifest.file.path)) order.set(manifest.file.path, order.size)
  }
  return [...manifests].sort((a, b) => (order.get(a.file.path) ?? 0) - (order.get(b.file.path) ?? 0))
}

function workloadKey(workload: Workload | null): string {
  if (workload === null) return ''
  const { file, identity } = workload.manifest
  return [file.path, identity.kind, identity.namespace ?? '', identity.name].join('\n')
}

/** Findings whose edits share lines become one suggestion, carried by the first. */
function groupByLines(accepted: readonly Finding[]): ReadonlyMap<Finding, LineEdit> {
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
  return new Map(groups.map((group) => [group.finding, group.lines]))
}
