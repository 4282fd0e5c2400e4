/** Databases of the configuration with all workloads that connect to them. */
import type { Configuration, Database } from '../configuration/configuration.ts'
import { matchesOverride } from '../configuration/match.ts'
import type { Inspection } from '../inspection/inspection.ts'
import type { Subject } from '../policies/evaluate.ts'
import type { LazyRecord } from '../policies/lazy-record.ts'
import { withoutUndefined } from '../policies/process-context.ts'
import type { Workload } from '../workloads/workload.ts'

/** One subject for each database, placed at the workload that takes most connections. */
export function databaseSubjects(
  inspection: Inspection,
  configuration: Configuration,
  system: LazyRecord,
): readonly Subject[] {
  return configuration.databases.flatMap((database) => {
    const shares = inspection.workloads
      .filter((workload) => database.workloads.some((match) => matchesOverride(match, workload, null)))
      .map((workload) => shareOf(workload, inspection, database))
    const [largest] = [...shares].sort((a, b) => (b.connections ?? 0) - (a.connections ?? 0))
    if (largest === undefined) return []
    const known = shares.every((share) => share.connections !== null)
    const context = withoutUndefined({
      name: database.name,
      maxConnections: database.maxConnections,
      reserved: database.reserved,
      connections: known ? shares.reduce((sum, share) => sum + (share.connections ?? 0), 0) : undefined,
      shares: shares.map((share) => share.text),
    })
    return [
      {
        workload: largest.workload,
        container: null,
        process: null,
        sizing: null,
        object: null,
        context: { database: context, system },
      },
    ]
  })
}

interface Share {
  readonly workload: Workload
  readonly connections: number | null
  readonly text: string
}

/**
 * Connections at peak: replicas at most, plus one surge pod in four (the default maxSurge of 25 %, rounded up), times the
 * slots of each pod. Django keeps one connection a thread: https://docs.djangoproject.com/en/stable/ref/databases/
 */
function shareOf(workload: Workload, inspection: Inspection, database: Database): Share {
  const { identity } = workload.manifest
  const processes = inspection.containers
    .filter((container) => container.workload === workload && container.container.role !== 'initContainer')
    .flatMap((container) => container.processes.processes)
  const slots = processes.map(({ model }) =>
    model === null || model.processes === null || model.threads === null ? null : model.processes * model.threads,
  )
  const { max } = workload.replicas
  const total = slots.reduce<number | null>((sum, slot) => (sum === null || slot === null ? null : sum + slot), 0)
  const surge = identity.kind === 'Deployment' && max !== null ? Math.ceil(max * 0.25) : 0
  const connections = total === null || max === null ? null : (max + surge) * total * database.perSlot
  return {
    workload,
    connections,
    text: `${identity.kind}/${identity.name}: (${max ?? '?'} + ${surge}) × ${total ?? '?'}`,
  }
}
