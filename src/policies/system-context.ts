/** What policies see of the whole system. */
import type { InspectedContainer } from '../inspection/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { Manifest } from '../workloads/manifest.ts'
import type { System } from '../workloads/system.ts'
import { type LazyRecord, lazyRecord, readersOf } from './lazy-record.ts'
import type { Context } from './process-context.ts'
import { withoutUndefined } from './process-context.ts'

/** What is asked for when a policy looks at the whole system. */
export interface SystemSource {
  readonly system: System
  /** The processes of all containers in a few words. */
  processes(): readonly Context[]
}

/** Every process and every Service of the run. */
export function systemContext(source: SystemSource): LazyRecord {
  return lazyRecord(SYSTEM, source)
}

const SYSTEM = readersOf<SystemSource>([
  ['processes', ({ processes }) => processes()],
  ['services', ({ system }) => (system.byKind.get('Service') ?? []).map(serviceSummary)],
])

function serviceSummary({ identity }: Manifest): Context {
  return { name: identity.name, namespace: identity.namespace }
}

/** The processes of a container in a few words, with their workload. */
export function summariesOf({ workload, processes }: InspectedContainer): readonly Context[] {
  const { identity } = workload.manifest
  return processes.processes.map((process) =>
    withoutUndefined({
      ...processSummary(process),
      workload: identity.name,
      kind: identity.kind,
      namespace: identity.namespace,
      replicasMax: workload.replicas.max,
      replicasMin: workload.replicas.min,
    }),
  )
}

/** A process in a few words; what is not known is left out. */
export function processSummary(process: ProgramProcess): Context {
  const { model } = process
  const queues = process.settings.get('queues')
  const slots =
    model === null || model.processes === null || model.threads === null ? undefined : model.processes * model.threads
  return withoutUndefined({
    program: process.program,
    role: process.role,
    processes: model?.processes ?? undefined,
    threads: model?.threads ?? undefined,
    slots,
    concurrency: model?.concurrency,
    queues: queues?.known === true ? queues.value : undefined,
  })
}
