/** A topology written into the manifests, in memory: the new texts, and what could not be changed. */
import { judgeRepository } from './check-files.ts'
import { applyEdits, type Edit, editsCollide, type LineEdit } from './findings/edits/edit.ts'
import type { Finding } from './findings/finding.ts'
import { inspectRepository } from './inspection/inspect-repository.ts'
import type { Inspection } from './inspection/inspection.ts'
import { type PlanOptions, planInspection, planRepository } from './plan.ts'
import { editsFor } from './plan-edits.ts'
import { renderRepository } from './render.ts'
import { type Repository, withoutFiles, withReplacedFiles } from './repository/repository.ts'
import type { Topology } from './sizing/assumptions.ts'
import type { PlannedWorkload, WorkloadPlan } from './sizing/workload-plan.ts'
import { offerSuggestions } from './suggest.ts'

/** What came of it. */
export interface AppliedPlan {
  /** Texts by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Workloads that have the shape now. */
  readonly shaped: readonly string[]
  /** Workloads that were left, each with one sentence. */
  readonly left: readonly { readonly workload: string; readonly why: string }[]
  /** Policies whose suggestions were applied to those workloads as well, so that they pass. */
  readonly mended: readonly string[]
}

/** More rounds are not tried: each one makes the findings fewer. */
const MOST_ROUNDS = 10

/** Gives every planned workload the shape, makes sure that it then has it, and applies what `check` suggests beside. */
export async function applyPlan(
  everything: Repository,
  topology: Topology,
  options: PlanOptions,
): Promise<AppliedPlan> {
  const repository = await withoutRendered(everything, options)
  const inspection = await inspectRepository(repository, options.check.programs)
  const plans = planInspection(inspection, options)
  const left: { workload: string; why: string }[] = await renderedElsewhere(everything, plans, options)
  let chosen: { readonly plan: PlannedWorkload; readonly edits: readonly Edit[] }[] = []
  for (const plan of plans) {
    const workload = nameOf(plan)
    if (plan.kind === 'unknown') {
      left.push({ workload, why: plan.why })
      continue
    }
    const planned = editsFor(plan, topology, inspection)
    if (planned.kind === 'refused') left.push({ workload, why: planned.why })
    else if (collides(planned.edits, chosen))
      left.push({ workload, why: 'another workload is written with the same lines' })
    else chosen.push({ plan, edits: planned.edits })
  }
  for (;;) {
    const texts = editedTexts(chosen.flatMap(({ edits }) => edits))
    const failed = await unshaped(withReplacedFiles(repository, texts), topology, chosen, options)
    if (failed.size === 0) {
      const mended = await mend(repository, texts, new Set(chosen.map(({ plan }) => keyOf(plan))), options)
      return { ...mended, shaped: chosen.map(({ plan }) => nameOf(plan)), left }
    }
    for (const { plan } of chosen.filter(({ plan }) => failed.has(keyOf(plan))))
      left.push({ workload: nameOf(plan), why: 'the edits would not give it the shape' })
    chosen = chosen.filter(({ plan }) => !failed.has(keyOf(plan)))
  }
}

/** Files that no chart or kustomization takes in: what those hold is a part of something, not a workload. */
async function withoutRendered(repository: Repository, { check }: PlanOptions): Promise<Repository> {
  const rendered = await renderRepository(repository, check.rendering, check.isReported)
  for (const one of rendered.renderings) one.dispose()
  return withoutFiles(repository, rendered.covered)
}

/** Workloads that only a chart or a kustomization makes: their shape is written in values, not in a manifest. */
async function renderedElsewhere(
  repository: Repository,
  plans: readonly WorkloadPlan[],
  options: PlanOptions,
): Promise<{ workload: string; why: string }[]> {
  const own = new Set(plans.map(nameOf))
  const all = await planRepository(repository, options)
  const missing = new Set(all.map(({ plan }) => nameOf(plan)).filter((name) => !own.has(name)))
  return [...missing].map((workload) => ({
    workload,
    why: 'a chart or a kustomization renders it, and its shape belongs into the values or patches',
  }))
}

function collides(edits: readonly Edit[], chosen: readonly { readonly edits: readonly Edit[] }[]): boolean {
  return chosen.some((other) => other.edits.some((a) => edits.some((b) => editsCollide(a, b))))
}

function editedTexts(edits: readonly Edit[]): ReadonlyMap<string, string> {
  const files = new Map(edits.map(({ file }) => [file.path, file]))
  return new Map(
    [...files].map(([path, file]) => [
      path,
      applyEdits(
        file.text,
        edits.filter((edit) => edit.file.path === path),
      ),
    ]),
  )
}

/** The workloads that do not have the shape after the edits. */
async function unshaped(
  edited: Repository,
  topology: Topology,
  chosen: readonly { readonly plan: PlannedWorkload }[],
  options: PlanOptions,
): Promise<ReadonlySet<string>> {
  const after = planInspection(await inspectRepository(edited, options.check.programs), options)
  const found = new Map(after.map((plan) => [keyOf(plan), plan]))
  return new Set(
    chosen
      .map(({ plan }) => keyOf(plan))
      .filter((key, index) => {
        const now = found.get(key)
        const wanted = chosen[index]?.plan.shapes.find(({ name }) => name === topology)?.shape
        const got = now?.kind === 'planned' ? now.shapes.find(({ name }) => name === 'today')?.shape : undefined
        return JSON.stringify(got) !== JSON.stringify(wanted)
      }),
  )
}

/** Applies the suggestions for the workloads that leave their shape alone. */
async function mend(
  repository: Repository,
  shaped: ReadonlyMap<string, string>,
  keys: ReadonlySet<string>,
  { check }: PlanOptions,
): Promise<Pick<AppliedPlan, 'texts' | 'mended'>> {
  const texts = new Map(shaped)
  const mended = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const current = withReplacedFiles(repository, texts)
    const judged = await judgeRepository(current, check)
    const findings = judged.findings.filter((finding) => isWanted(finding, keys, judged.inspection))
    const offered = await offerSuggestions(findings, current, judged.inspection, check)
    const suggestions = offered.flatMap(({ suggestion }) => suggestion ?? [])
    if (suggestions.length === 0) break
    for (const { finding, suggestion } of offered) if (suggestion !== null) mended.add(finding.policy.id)
    for (const [path, text] of withLines(suggestions)) texts.set(path, text)
  }
  return { texts, mended: [...mended].sort() }
}

/** Is a finding about one of the workloads, and does its suggestion leave replicas, processes, threads and resources alone? */
function isWanted({ violation }: Finding, keys: ReadonlySet<string>, inspection: Inspection): boolean {
  const { workload } = violation.subject
  const target = violation.recommendation?.target ?? ''
  if (workload === null || /replicas|processes|workers|threads|concurrency|autoscale|resources\.|^scaler/i.test(target))
    return false
  return inspection.containers.some(
    (inspected) =>
      inspected.workload === workload &&
      inspected.processes.processes.some((process) => keys.has(keyOf({ inspected, process }))),
  )
}

function withLines(suggestions: readonly LineEdit[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { file, startLine, endLine, replacement } of [...suggestions].sort((a, b) => b.startLine - a.startLine)) {
    const lines = (texts.get(file.path) ?? file.text).split('\n')
    const hasReturn = lines[endLine - 1]?.endsWith('\r') === true
    lines.splice(startLine, endLine - startLine, ...`${replacement}${hasReturn ? '\r' : ''}`.split('\n'))
    texts.set(file.path, lines.join('\n'))
  }
  return texts
}

function keyOf({ inspected, process }: Pick<WorkloadPlan, 'inspected' | 'process'>): string {
  const { manifest } = inspected.workload
  const { kind, namespace, name } = manifest.identity
  return [
    manifest.file.path,
    kind,
    namespace ?? '',
    name,
    inspected.container.name,
    process.program,
    process.role,
  ].join('\n')
}

function nameOf({ inspected }: WorkloadPlan): string {
  const { kind, name } = inspected.workload.manifest.identity
  return `${kind}/${name}`
}
