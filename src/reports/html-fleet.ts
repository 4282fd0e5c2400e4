/** The fleet as rows: every container with its processes, CPU, memory, plan and findings. */
import type { Presentation } from './formatter.ts'
import type { JsonContainer, JsonProcess } from './inspect-json.ts'
import type { JsonFinding, JsonReport, JsonSeverity, JsonWorkload } from './json-report.ts'
import type { MemoryNeed } from './memory-need.ts'
import type { JsonPlan } from './plan-json.ts'
import { workloadName } from './subject-name.ts'

/** How a container stands: its heaviest finding, or none, or not known what runs. */
export type Standing = JsonSeverity | 'clean' | 'unknown'

/** One container; null where something is not known. */
export interface FleetRow {
  readonly title: string
  readonly file: string
  readonly container: string
  readonly program: string
  /** Processes that do the work: gunicorn's workers, celery's children. */
  readonly processes: number | null
  /** What they should be, when a finding says so. */
  readonly wanted: number | null
  readonly cpuMillicores: number | null
  readonly memoryBytes: number | null
  /** What its processes are taken to need. */
  readonly memoryNeedBytes: number | null
  readonly severity: Standing
  readonly findings: readonly JsonFinding[]
  /** Null when only findings are known, as after a merge. */
  readonly inspected: JsonContainer | null
  readonly plans: readonly JsonPlan[]
}

/** Settings that say how many processes work, by any program's name for it. */
const COUNTS: readonly string[] = ['workers', 'concurrency', 'processes']

/** A row for every container that runs a server or has a finding, in the order of the report. */
export function fleetRows(report: JsonReport, { containers, plans, needs }: Presentation): readonly FleetRow[] {
  const ofContainer = new Map<JsonContainer, JsonFinding[]>()
  const ofNone = new Map<string, JsonFinding[]>()
  const ownerOf = ownerFinder(containers)
  for (const finding of report.findings) {
    const owner = ownerOf(finding)
    if (owner === null) append(ofNone, JSON.stringify([finding.file, finding.workload, finding.container]), finding)
    else append(ofContainer, owner, finding)
  }
  const known = containers
    .filter((container) => container.status !== 'notAServer' || ofContainer.has(container))
    .map((container) =>
      containerRow(container, {
        findings: ofContainer.get(container) ?? [],
        plans: ofSameContainer(container, plans),
        needs: ofSameContainer(container, needs),
      }),
    )
  return [...known, ...[...ofNone.values()].map(findingsRow)]
}

function append<Key>(groups: Map<Key, JsonFinding[]>, key: Key, finding: JsonFinding): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [finding])
  else group.push(finding)
}

/**
 * Finds the container that a finding is about. One of a chart stands where its value was typed, so the file need not be
 * that of the container; one about the workload goes to its first container.
 */
function ownerFinder(containers: readonly JsonContainer[]): (finding: JsonFinding) => JsonContainer | null {
  const byWorkload = new Map<string, JsonContainer[]>()
  for (const container of containers) {
    const key = JSON.stringify(container.workload)
    byWorkload.set(key, [...(byWorkload.get(key) ?? []), container])
  }
  return ({ file, workload, container }) => {
    const all = byWorkload.get(JSON.stringify(workload)) ?? []
    const here = all.filter((candidate) => candidate.file === file)
    const files = new Set(all.map((candidate) => candidate.file))
    const candidates = here.length > 0 ? here : files.size === 1 ? all : []
    if (container === null) return candidates[0] ?? null
    return candidates.find((candidate) => candidate.container === container) ?? null
  }
}

function ofSameContainer<T extends Pick<MemoryNeed, 'file' | 'line' | 'workload' | 'container'>>(
  container: JsonContainer,
  all: readonly T[],
): readonly T[] {
  return all.filter(
    (one) =>
      one.file === container.file &&
      one.line === container.line &&
      one.container === container.container &&
      isSame(one.workload, container.workload),
  )
}

function isSame(a: JsonWorkload, b: JsonWorkload): boolean {
  return a.kind === b.kind && a.name === b.name && a.namespace === b.namespace
}

interface Known {
  readonly findings: readonly JsonFinding[]
  readonly plans: readonly JsonPlan[]
  readonly needs: readonly MemoryNeed[]
}

function containerRow(container: JsonContainer, { findings, plans, needs }: Known): FleetRow {
  const { limits, requests } = container.resources
  const counts = container.processes.map(processCount)
  const today = plans[0]?.shapes.find(({ name }) => name === 'today')
  return {
    title: workloadName(container.workload),
    file: container.file,
    container: container.container,
    program: [...new Set(container.processes.map(({ program }) => program))].join(', '),
    processes: counts.find((count) => count !== null) ?? today?.processes ?? null,
    wanted: wantedOf(findings),
    cpuMillicores: limits.cpuMillicores ?? requests.cpuMillicores,
    memoryBytes: limits.memoryBytes ?? requests.memoryBytes,
    memoryNeedBytes: sumOf(needs.map(({ bytes }) => bytes)),
    severity: heaviest(findings) ?? (container.status === 'unresolved' ? 'unknown' : 'clean'),
    findings,
    inspected: container,
    plans,
  }
}

function findingsRow(findings: readonly JsonFinding[]): FleetRow {
  const [first] = findings
  const workload = first?.workload ?? null
  const counting = findings.find(({ recommendation }) => COUNTS.includes(recommendation?.setting ?? ''))
  const current = counting?.recommendation?.current
  return {
    title: workload === null ? (first?.file ?? '') : workloadName(workload),
    file: first?.file ?? '',
    container: first?.container ?? '',
    program: first?.program ?? '',
    processes: typeof current === 'number' ? current : null,
    wanted: wantedOf(findings),
    cpuMillicores: null,
    memoryBytes: null,
    memoryNeedBytes: null,
    severity: heaviest(findings) ?? 'clean',
    findings,
    inspected: null,
    plans: [],
  }
}

function processCount({ settings }: JsonProcess): number | null {
  const setting = COUNTS.map((name) => settings[name]).find((candidate) => candidate !== undefined)
  return setting?.known === true && typeof setting.value === 'number' ? setting.value : null
}

/** The sum; null when a part is not known or there is none. */
function sumOf(amounts: readonly (number | null)[]): number | null {
  return amounts.length === 0
    ? null
    : amounts.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

function wantedOf(findings: readonly JsonFinding[]): number | null {
  const values = findings.map(({ recommendation }) =>
    recommendation !== null && COUNTS.includes(recommendation.setting) ? recommendation.value : null,
  )
  return values.find((value) => typeof value === 'number') ?? null
}

/** The heaviest severity; null without findings. */
function heaviest(findings: readonly JsonFinding[]): JsonSeverity | null {
  const order = ['error', 'warning', 'info'] as const
  return order.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null
}
