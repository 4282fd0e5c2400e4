/** Proofs of edits: they are made in memory, and what they touch is read, inspected and judged again. */
import type { CheckOptions } from './check.ts'
import { type EditedDocuments, type EditedPart, editedParts, isReadAgain, readEdited } from './edited-documents.ts'
import { editedSystem } from './edited-system.ts'
import { buildFinding } from './findings/build-finding.ts'
import { databaseSubjects } from './findings/database-subjects.ts'
import type { Edit } from './findings/edits/edit.ts'
import { createJudge } from './findings/find-violations.ts'
import type { Finding } from './findings/finding.ts'
import { type Judge, type JudgedFailure, judgeSubject, judgeWorkload, openVerdict } from './findings/judge.ts'
import { severityWeight } from './findings/severity.ts'
import { violationKey, workloadKey } from './findings/violation-key.ts'
import { type InspectionContext, inspectionContext, inspectWorkloads } from './inspection/inspect-containers.ts'
import type { InspectedContainer, Inspection } from './inspection/inspection.ts'
import { type ItemRelations, type ItemWatcher, itemRelations } from './item-relations.ts'
import type { Scan } from './manifests/plain/document-scan.ts'
import type { ObjectDocuments } from './object-documents.ts'
import { type Failure, type Subject, violationOf } from './policies/evaluate.ts'
import type { LazyRecord } from './policies/lazy-record.ts'
import type { Context } from './policies/process-context.ts'
import { scalerSubjectsFor } from './policies/scaler-subjects.ts'
import { summariesOf, systemContext } from './policies/system-context.ts'
import { createReadingBudget, type ReadingBudget } from './reading-budget.ts'
import { type RepeatedWorkloads, repeatedWorkloads } from './repeated-workloads.ts'
import { type Repository, withReplacedFiles } from './repository/repository.ts'
import type { ShellGrammar } from './shell/grammar.ts'
import { locationOf } from './source/location.ts'
import type { Manifest } from './workloads/manifest.ts'
import { readWorkloads } from './workloads/read-workloads.ts'
import type { System } from './workloads/system.ts'
import type { Workload } from './workloads/workload.ts'

/** What edits are proven with. */
export interface ProofRequest {
  /** Keys of the findings that there are without any edit. */
  readonly before: ReadonlySet<string>
  /** All edits that may be proven. */
  readonly edits: readonly Edit[]
  readonly repository: Repository
  readonly inspection: Inspection
  readonly documents: ObjectDocuments
  readonly options: CheckOptions
  readonly scan: Scan
  readonly grammar: ShellGrammar
}

/** Proves edits. */
export interface Proofs {
  /**
   * Do the edits make the findings disappear without making new ones of the weight `bound` or more? A mended error may leave
   * a hint behind, but nothing that would be mended in its turn.
   */
  hold(mended: readonly Finding[], bound: number): boolean
  /** The same, and what the proof asks for is remembered: it has to do with the edits. */
  holdAlone(mended: readonly Finding[], bound: number): boolean
  /** The findings in groups, so that no proof of one that was remembered asked for what edits of another change. */
  apart(findings: readonly Finding[]): readonly (readonly Finding[])[]
}

/** Prepares proofs; what they share is made once. */
export function proofsOf(request: ProofRequest): Proofs {
  const { repository, inspection, documents, edits, options, grammar } = request
  const relations = itemRelations(editedParts(edits, documents, 'items'))
  const proving: Proving = {
    ...request,
    context: inspectionContext(repository, options.programs, grammar),
    judge: createJudge(options.policies, options.configuration, inspection.system),
    summaries: new Map(),
    budget: createReadingBudget(),
    repeated: repeatedWorkloads(inspection.workloads, documents),
    relations: null,
  }
  return {
    hold: (mended, bound) => hold(mended, bound, proving),
    holdAlone: (mended, bound) => hold(mended, bound, { ...proving, relations }),
    apart: (findings) => groupsApart(findings, relations, proving),
  }
}

interface Proving extends ProofRequest {
  readonly context: InspectionContext
  readonly judge: Judge
  /** The processes of containers as they are without edits, in a few words. */
  readonly summaries: Map<InspectedContainer, readonly Context[]>
  readonly budget: ReadingBudget
  readonly repeated: RepeatedWorkloads
  /** What a proof asks for is remembered here. */
  readonly relations: ItemRelations | null
}

/** What the edits touch is read again, and the workloads of the findings are checked among all others. */
function hold(mended: readonly Finding[], bound: number, proving: Proving): boolean {
  const { before, inspection, documents, scan, judge } = proving
  const touched = touchedBy(mended)
  const parts = partsOf(mended, proving)
  if (!proving.budget.take(parts)) return false
  const read = readEdited(parts, scan)
  if (read === null) return false
  const watcher = proving.relations?.watch(parts) ?? null
  const system = editedSystem(inspection.system, read, watcher)
  const workloads = editedWorkloads(touched, read, { before: inspection.system, after: system }, { documents, watcher })
  const context = contextFor(read.texts, proving)
  const inspected = workloads.map((workload) => ({ workload, containers: inspectWorkloads([workload], context) }))
  const containers = inspected.flatMap((one) => one.containers)
  const gone = new Set(mended.map(({ policy, violation }) => violationKey(policy.id, violation)))
  const decides = (judged: JudgedFailure) => {
    if (judged.overridden !== null) return false
    const key = keyOf(judged.failure)
    if (gone.has(key) || before.has(key)) return gone.has(key)
    return severityWeight(judged.severity) >= bound || isEditable(judged, system)
  }
  return !objects(
    { workloads, inspected, containers, system, touched, watcher },
    { ...proving, judge: { ...judge, decides } },
  )
}

function touchedBy(findings: readonly Finding[]): ReadonlySet<Workload | null> {
  return new Set(findings.map((finding) => finding.violation.subject.workload))
}

function partsOf(mended: readonly Finding[], proving: Proving): readonly EditedPart[] {
  const edits = mended.flatMap((finding) => finding.edits)
  const extent = proving.repeated.hasAnyOf(touchedBy(mended)) ? 'document' : 'items'
  return editedParts(edits, proving.documents, extent)
}

/** Only of items it is known what asks for them. */
function groupsApart(findings: readonly Finding[], relations: ItemRelations, proving: Proving) {
  const parts = findings.map((finding) => ({ finding, parts: partsOf([finding], proving) }))
  if (parts.some((one) => one.parts.some(({ indent }) => indent === null))) return [findings]
  for (const one of parts) relations.groupOf(one.parts)
  const groups = new Map<string, Finding[]>()
  for (const one of parts) {
    const key = relations.groupOf(one.parts)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one.finding])
    else group.push(one.finding)
  }
  return [...groups.values()]
}

function keyOf(failure: Failure): string {
  return violationKey(failure.policy.policy.id, failure)
}

/** Workloads by the name of those that are touched, also where several stand in one document. */
function editedWorkloads(
  touched: ReadonlySet<Workload | null>,
  read: EditedDocuments,
  systems: { readonly before: System; readonly after: System },
  { documents, watcher }: Pick<Proving, 'documents'> & Pick<Edited, 'watcher'>,
): readonly Workload[] {
  const keys = new Set([...touched].map(workloadKey))
  const kept = [...touched]
    .flatMap((workload) => workload?.manifest ?? [])
    .filter((manifest) => !isReadAgain(manifest, read, documents))
  const others = objectsOf(kept, systems.before).filter((manifest) => !read.old.has(manifest))
  for (const other of others) watcher?.see(other)
  return [...read.manifests, ...others]
    .flatMap((manifest) => readWorkloads(manifest, systems.after))
    .filter((workload) => keys.has(workloadKey(workload)))
}

/** Workloads as the edits leave them. */
interface Edited {
  readonly workloads: readonly Workload[]
  readonly inspected: readonly { readonly workload: Workload; readonly containers: readonly InspectedContainer[] }[]
  readonly containers: readonly InspectedContainer[]
  readonly system: System
  readonly watcher: ItemWatcher | null
  /** The same workloads as they were. */
  readonly touched: ReadonlySet<Workload | null>
}

/** Does something object to the workloads, or to what is about them? */
function objects(edited: Edited, proving: Proving): boolean {
  const { system } = edited
  const { judge } = proving
  const around = { system, systemContext: systemContext({ system, processes: () => processesAmong(edited, proving) }) }
  const isRefused = edited.inspected.some((inspected) => judgeWorkload(inspected, around, judge).isDecided)
  if (isRefused) return true
  const verdict = openVerdict()
  for (const subject of scalerSubjectsFor(edited, around.systemContext)) judgeSubject('scaler', subject, judge, verdict)
  for (const subject of databasesAmong(edited, around.systemContext, proving))
    judgeSubject('system', subject, judge, verdict)
  return verdict.isDecided
}

/** Only databases ask about workloads that no finding is about. */
function databasesAmong(edited: Edited, system: LazyRecord, proving: Proving): readonly Subject[] {
  const { configuration } = proving.options
  if (configuration.databases.length === 0) return []
  edited.watcher?.seeAll()
  return databaseSubjects(inspectionAmong(edited, proving), configuration, system).filter(
    ({ workload }) => workload === null || edited.workloads.includes(workload),
  )
}

function processesAmong(
  { containers, touched, watcher }: Edited,
  { inspection, summaries }: Proving,
): readonly Context[] {
  watcher?.seeAll()
  const others = inspection.containers.filter(({ workload }) => !touched.has(workload))
  const known = others.flatMap((container) => {
    const own = summaries.get(container) ?? summariesOf(container)
    summaries.set(container, own)
    return own
  })
  return [...known, ...containers.flatMap(summariesOf)]
}

function containersAmong({ containers, touched }: Edited, { inspection }: Proving): readonly InspectedContainer[] {
  return [...inspection.containers.filter(({ workload }) => !touched.has(workload)), ...containers]
}

function inspectionAmong(edited: Edited, proving: Proving): Inspection {
  const { inspection } = proving
  const others = inspection.workloads.filter((workload) => !edited.touched.has(workload))
  return {
    ...inspection,
    system: edited.system,
    workloads: [...others, ...edited.workloads],
    containers: containersAmong(edited, proving),
  }
}

/** Would something that fails be mended in its turn? */
function isEditable({ failure, severity }: JudgedFailure, system: System): boolean {
  const violation = violationOf(failure)
  const objectsAt = (location: Finding['primary']) => system.objectsAt(location) ?? []
  return buildFinding({ violation, severity, objectsAt }).edits.length > 0
}

/** The objects that stand where these do: a workload may be one of several of its object. */
function objectsOf(manifests: readonly Manifest[], system: System): readonly Manifest[] {
  const found = manifests.flatMap(
    ({ file, document }) => system.objectsAt(locationOf(file, document.start, document.end)) ?? [],
  )
  return [...new Set(found)]
}

/** Images and files are looked up again only when a file is edited that is no manifest. */
function contextFor(texts: ReadonlyMap<string, string>, { repository, context }: Proving): InspectionContext {
  if (texts.size === 0) return context
  return inspectionContext(withReplacedFiles(repository, texts), context.programs, context.grammar)
}
