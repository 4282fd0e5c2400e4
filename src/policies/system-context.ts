/** What policies see of the whole system. */
import type { InspectedContainer, Inspection } from '../programs/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { Context } from './process-context.ts'
import { withoutUndefined } from './process-context.ts'

/** Every process and every Service of the run; the lists are made for the first policy that asks. */
export function systemContext(inspection: Inspection): Context {
  let processes: readonly Context[] | null = null
  let services: readonly Context[] | null = null
  return {
    get processes() {
      processes ??= inspection.containers.flatMap((container) => processesOf(container))
      return processes
    },
    get services() {
      services ??= (inspection.system.byKind.get('Service') ?? []).map(({ identity }) => ({
        name: identity.name,
        namespace: identity.namespace,
      }))
      return services
    },
  }
}

function processesOf({ workload, processes }: InspectedContainer): readonly Context[] {
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
