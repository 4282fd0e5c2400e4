/** `plan --format json`. */
import type { PlannedShape } from '../sizing/topologies.ts'
import type { WorkloadPlan } from '../sizing/workload-plan.ts'
import type { Location } from '../source/location.ts'
import { lineColumnAt } from '../source/source-file.ts'
import { VERSION } from '../version.ts'
import type { JsonDerivationStep, JsonWorkload } from './json-report.ts'

/** One shape. Amounts in millicores and bytes, of one pod and of all. */
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
  readonly blastRadius: number
  readonly step: number
  readonly surge: number
  readonly fits: boolean
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
  return {
    file: file.path,
    line: lineColumnAt(file, span.start).line,
    workload: { ...workload.manifest.identity },
    container: container.name,
    program: plan.process.program,
    role: plan.process.role,
    why: plan.kind === 'unknown' ? plan.why : null,
    profile: plan.kind === 'unknown' ? null : plan.sizing.assumptions.profile.value,
    pick: plan.kind === 'unknown' ? null : { ...plan.pick },
    shapes: plan.kind === 'unknown' ? [] : plan.shapes.map(toJsonShape),
  }
}

function toJsonShape(planned: PlannedShape & { readonly fits: boolean }): JsonShape {
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
    step: planned.step,
    surge: planned.surge,
    fits: planned.fits,
    derivation: planned.derivation.map(({ term, value }) => ({ term, value })),
  }
}
