/** `plan --format json`. */
import type { Candidate } from '../sizing/pick-topology.ts'
import type { QueueFigures } from '../sizing/queueing.ts'
import type { Load } from '../sizing/waiting.ts'
import type { WorkloadPlan } from '../sizing/workload-plan.ts'
import type { Location } from '../source/location.ts'
import { lineColumnAt } from '../source/source-file.ts'
import { VERSION } from '../version.ts'
import type { JsonDerivationStep, JsonWorkload } from './json-report.ts'

/** The expected waiting; times are null under overload. */
export interface JsonWaiting {
  readonly capacityPerSecond: number
  readonly utilization: number
  readonly overloaded: boolean
  readonly waitMilliseconds: number | null
  readonly responseMilliseconds: number | null
  readonly p99Milliseconds: number | null
}

/** One shape. Amounts in millicores and bytes, of one pod and of all with their other containers. */
export interface JsonShape {
  readonly name: string
  readonly replicas: { readonly min: number; readonly max: number }
  readonly processes: number
  readonly threads: number
  readonly cpuMillicores: number | null
  readonly memoryBytes: number | null
  readonly totalCpuMillicores: number | null
  readonly totalMemoryBytes: number | null
  readonly slots: number
  readonly connections: number
  /** Share of the capacity that the death of one pod takes, with all replicas and with the fewest. */
  readonly blastRadius: number
  readonly blastRadiusAtMin: number
  readonly step: number
  readonly surge: number
  readonly fits: boolean
  /** Null when no load is given. */
  readonly waiting: JsonWaiting | null
  readonly derivation: readonly JsonDerivationStep[]
}

/** The plan of one process; `why` says why there is none. */
export interface JsonPlan {
  readonly file: string
  readonly line: number
  readonly workload: JsonWorkload
  readonly container: string
  readonly program: string
  readonly role: string
  readonly why: string | null
  readonly profile: string | null
  /** What decides the replicas: a field, or an autoscaler whose bounds are shown. */
  readonly replicasSource: string
  /** The load that waiting is expected for; null when it is not known. */
  readonly load: Load | null
  /** What is missing for the waiting to be known; null when nothing is, or nothing was given. */
  readonly loadProblem: string | null
  readonly pick: { readonly topology: string; readonly reason: string } | null
  readonly shapes: readonly JsonShape[]
}

/** All plans. */
export interface JsonPlans {
  readonly schemaVersion: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly plans: readonly JsonPlan[]
}

/** Plans as plain data. */
export function toJsonPlans(plans: readonly { readonly plan: WorkloadPlan; readonly at: Location }[]): JsonPlans {
  return { schemaVersion: 1, tool: { name: 'workerlint', version: VERSION }, plans: plans.map(toJsonPlan) }
}

function toJsonPlan({ plan, at }: { readonly plan: WorkloadPlan; readonly at: Location }): JsonPlan {
  const { workload, container } = plan.inspected
  const { file, span } = at
  const load = plan.kind === 'unknown' ? null : plan.load
  return {
    file: file.path,
    line: lineColumnAt(file, span.start).line,
    workload: { ...workload.manifest.identity },
    container: container.name,
    program: plan.process.program,
    role: plan.process.role,
    why: plan.kind === 'unknown' ? plan.why : null,
    profile: plan.kind === 'unknown' ? null : plan.sizing.assumptions.profile.value,
    replicasSource: workload.replicas.source,
    load: typeof load === 'string' ? null : load,
    loadProblem: typeof load === 'string' ? load : null,
    pick: plan.kind === 'unknown' ? null : { ...plan.pick },
    shapes: plan.kind === 'unknown' ? [] : plan.shapes.map(toJsonShape),
  }
}

function toJsonShape(planned: Candidate): JsonShape {
  const { shape } = planned
  return {
    name: planned.name,
    replicas: { min: shape.replicasMin, max: shape.replicasMax },
    processes: shape.processes,
    threads: shape.threads,
    cpuMillicores: shape.cpu,
    memoryBytes: shape.memory,
    totalCpuMillicores: planned.totalCpu,
    totalMemoryBytes: planned.totalMemory,
    slots: planned.slots,
    connections: planned.connections,
    blastRadius: planned.blastRadius,
    blastRadiusAtMin: planned.blastRadiusAtMin,
    step: planned.step,
    surge: planned.surge,
    fits: planned.fits,
    waiting: planned.waiting === null ? null : toJsonWaiting(planned.waiting),
    derivation: planned.derivation.map(({ term, value }) => ({ term, value })),
  }
}

function toJsonWaiting(figures: QueueFigures): JsonWaiting {
  const milliseconds = (seconds: number | null) => (seconds === null ? null : round(seconds * 1000))
  return {
    capacityPerSecond: round(figures.capacity),
    utilization: round(figures.utilization),
    overloaded: figures.isOverloaded,
    waitMilliseconds: milliseconds(figures.waitSeconds),
    responseMilliseconds: milliseconds(figures.responseSeconds),
    p99Milliseconds: milliseconds(figures.p99Seconds),
  }
}

/** Three digits behind the point: more would promise what a model cannot keep. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
