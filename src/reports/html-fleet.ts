/** The fleet as rows: every container with its processes, CPU, memory and findings. */
import type { JsonContainer, JsonProcess } from './inspect-json.ts'
import type { JsonFinding, JsonReport, JsonSeverity, JsonWorkload } from './json-report.ts'
import { workloadName } from './subject-name.ts'

/** One container; null where something is not known. */
export interface FleetRow {
  readonly key: string
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
  /** The heaviest finding. */
  readonly severity: JsonSeverity | 'clean' | 'unknown'
  readonly findings: readonly JsonFinding[]
}

/** Settings that say how many processes work, by any program's name for it. */
const COUNTS: readonly string[] = ['workers', 'concurrency', 'processes']

/** A row for every container that runs a server or has a finding, in the order of the report. */
export function fleetRows(report: JsonReport, containers: readonly JsonContainer[]): readonly FleetRow[] {
  const byKey = new Map<string, JsonFinding[]>()
  for (const finding of report.findings) byKey.set(keyOf(finding), [...(byKey.get(keyOf(finding)) ?? []), finding])
  const known = containers
    .filter((container) => container.status !== 'notAServer' || byKey.has(keyOf(container)))
    .map((container) => containerRow(container, byKey.get(keyOf(container)) ?? []))
  const keys = new Set(known.map(({ key }) => key))
  const others = [...byKey].filter(([key]) => !keys.has(key)).map(([key, findings]) => findingsRow(key, findings))
  return [...known, ...others]
}

/** What findings of one container have in common. */
export function keyOf(subject: {
  readonly file: string
  readonly workload: JsonWorkload | null
  readonly container: string | null
}): string {
  return JSON.stringify([subject.file, subject.workload, subject.container])
}

function containerRow(container: JsonContainer, findings: readonly JsonFinding[]): FleetRow {
  const { limits, requests } = container.resources
  const counts = container.processes.map(processCount)
  return {
    key: keyOf(container),
    title: workloadName(container.workload),
    file: container.file,
    container: container.container,
    program: [...new Set(container.processes.map(({ program }) => program))].join(', '),
    processes: counts.find((count) => count !== null) ?? null,
    wanted: wantedOf(findings),
    cpuMillicores: limits.cpuMillicores ?? requests.cpuMillicores,
    memoryBytes: limits.memoryBytes ?? requests.memoryBytes,
    severity: heaviest(findings) ?? (container.status === 'unresolved' ? 'unknown' : 'clean'),
    findings,
  }
}

function findingsRow(key: string, findings: readonly JsonFinding[]): FleetRow {
  const [first] = findings
  const workload = first?.workload ?? null
  const counting = findings.find(({ recommendation }) => COUNTS.includes(recommendation?.setting ?? ''))
  const current = counting?.recommendation?.current
  return {
    key,
    title: workload === null ? (first?.file ?? '') : workloadName(workload),
    file: first?.file ?? '',
    container: first?.container ?? '',
    program: first?.program ?? '',
    processes: typeof current === 'number' ? current : null,
    wanted: wantedOf(findings),
    cpuMillicores: null,
    memoryBytes: null,
    severity: heaviest(findings) ?? 'clean',
    findings,
  }
}

function processCount({ settings }: JsonProcess): number | null {
  const setting = COUNTS.map((name) => settings[name]).find((candidate) => candidate !== undefined)
  return setting?.known === true && typeof setting.value === 'number' ? setting.value : null
}

function wantedOf(findings: readonly JsonFinding[]): number | null {
  const values = findings.map(({ recommendation }) =>
    recommendation !== null && COUNTS.includes(recommendation.setting) ? recommendation.value : null,
  )
  return values.find((value) => typeof value === 'number') ?? null
}

function heaviest(findings: readonly JsonFinding[]): JsonSeverity | null {
  const order = ['error', 'warning', 'info'] as const
  return order.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null
}
