/** What stands around a planned process: its pod, its probe, its autoscaler, its databases. */
import type { Configuration } from './configuration/configuration.ts'
import { matchesOverride } from './configuration/match.ts'
import type { InspectedContainer, Inspection } from './inspection/inspection.ts'
import { itemsAt, mapAt, stringAt } from './manifests/node.ts'
import type { ProcessModel, ProgramProcess } from './programs/program.ts'
import type { Surroundings } from './sizing/shape.ts'
import { findScaler } from './workloads/replicas.ts'
import { surgeOf } from './workloads/surge.ts'
import type { Amount, Resources, Workload } from './workloads/workload.ts'

/** Reads the surroundings of a process that works as `model` says. */
export function surroundingsOf(
  { inspected, process, model }: PlannedProcess,
  inspection: Inspection,
  configuration: Configuration,
): Surroundings {
  const { workload, container } = inspected
  const role = process.role === 'worker' ? 'worker' : 'web'
  const { limits, requests } = container.resources
  const isLimited = setValue(limits.cpu) !== null
  return {
    role,
    concurrency: model.concurrency,
    canFork: processSetting(process) !== null,
    canThread: role === 'web' && process.flags.has('threads') && model.concurrency !== 'eventLoop',
    needsSecondSlot: role === 'web' && (isProbed(inspected) || scalesOnCpu(workload, inspection)),
    cpuFactor: isLimited ? 1 : 2,
    requestShare: isLimited ? shareOf(setValue(requests.cpu), setValue(limits.cpu)) : 1,
    beside: besideOf(inspected),
    perSlot: connectionsPerSlot(workload, configuration),
    surge: (replicas) => surgeOf(workload.manifest, replicas),
  }
}

/** A process whose model is known. */
export interface PlannedProcess {
  readonly inspected: InspectedContainer
  readonly process: ProgramProcess
  readonly model: ProcessModel
}

/** The setting that says how many processes there are; null when there is none, or when it counts threads or greenlets. */
export function processSetting({ sizeSetting, role, model }: ProgramProcess): string | null {
  if (sizeSetting === null || sizeSetting === 'threads' || model === null) return null
  const countsSlots = role === 'worker' && sizeSetting !== 'processes' && model.concurrency !== 'process'
  return countsSlots ? null : sizeSetting
}

/** CPU and memory of a container: the limit, or else the request; null where neither is set or known. */
export function amountsOf(resources: Resources): { readonly cpu: number | null; readonly memory: number | null } {
  const first = (resource: 'cpu' | 'memory') =>
    setValue(resources.limits[resource]) ?? setValue(resources.requests[resource])
  return { cpu: first('cpu'), memory: first('memory') }
}

function setValue(amount: Amount): number | null {
  return amount.known ? amount.value : null
}

function shareOf(request: number | null, limit: number | null): number {
  return request === null || limit === null || limit === 0 ? 1 : Math.min(1, request / limit)
}

function isProbed({ container }: InspectedContainer): boolean {
  return mapAt(container.node, ['livenessProbe', 'httpGet']) !== undefined
}

function scalesOnCpu({ manifest }: Workload, { system }: Inspection): boolean {
  const scaler = findScaler(manifest, system)
  if (scaler?.identity.kind !== 'HorizontalPodAutoscaler') return false
  const metrics = itemsAt(scaler.object, ['spec', 'metrics'])
  return metrics.every((metric) => stringAt(metric, ['resource', 'name']) === 'cpu')
}

/** Requests of the pod's other containers; init containers run before. */
function besideOf({ workload, container }: InspectedContainer): Surroundings['beside'] {
  const others = workload.containers.filter((other) => other !== container && other.role !== 'initContainer')
  const sum = (resource: 'cpu' | 'memory') =>
    others.reduce((total, other) => total + (setValue(other.resources.requests[resource]) ?? 0), 0)
  return { cpu: sum('cpu'), memory: sum('memory') }
}

/** Django keeps one connection a thread (https://docs.djangoproject.com/en/stable/ref/databases/); configured databases may say otherwise. */
function connectionsPerSlot(workload: Workload, { databases }: Configuration): number {
  const own = databases.filter((database) => database.workloads.some((match) => matchesOverride(match, workload, null)))
  return own.length === 0 ? 1 : own.reduce((sum, { perSlot }) => sum + perSlot, 0)
}
