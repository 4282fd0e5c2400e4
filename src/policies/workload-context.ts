/** What policies see of a workload, its pod and the objects around it. */

import type { InspectedContainer } from '../inspection/inspection.ts'
import {
  booleanAt,
  itemsAt,
  mapAt,
  nodeAt,
  numberAt,
  stringAt,
  type YamlMap,
  type YamlNode,
} from '../manifests/node.ts'
import type { ProgramProcess } from '../programs/program.ts'
import { type Manifest, stringEntries } from '../workloads/manifest.ts'
import { mayShareNamespace, type System, targets } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import { type LazyRecord, lazyRecord, readersOf } from './lazy-record.ts'
import type { Context } from './process-context.ts'
import { processSummary } from './system-context.ts'

/** The workload's own fields and the Services, scalers and Ingresses that refer to it. */
export function workloadContext(workload: Workload, system: System): LazyRecord {
  let selecting: readonly Manifest[] | null = null
  const services = () => {
    selecting ??= selectingServices(workload, system)
    return selecting
  }
  return lazyRecord(WORKLOAD, { workload, system, services })
}

interface WorkloadSource {
  readonly workload: Workload
  readonly system: System
  services(): readonly Manifest[]
}

const WORKLOAD = readersOf<WorkloadSource>([
  ['apiVersion', ({ workload }) => workload.manifest.identity.apiVersion],
  ['kind', ({ workload }) => workload.manifest.identity.kind],
  ['name', ({ workload }) => workload.manifest.identity.name],
  ['namespace', ({ workload }) => workload.manifest.identity.namespace],
  ['replicasMin', ({ workload }) => workload.replicas.min],
  ['replicasMax', ({ workload }) => workload.replicas.max],
  ['replicasSource', ({ workload }) => workload.replicas.source],
  ['replicasIsSet', ({ workload }) => numberAt(workload.manifest.object, ['spec', 'replicas']) !== undefined],
  ['strategy', ({ workload }) => stringAt(workload.manifest.object, ['spec', 'strategy', 'type']) ?? 'RollingUpdate'],
  ['maxSurge', ({ workload }) => stringAt(workload.manifest.object, [...ROLLING_UPDATE, 'maxSurge']) ?? null],
  ['rollingUpdateIsSet', ({ workload }) => nodeAt(workload.manifest.object, ROLLING_UPDATE) !== undefined],
  ['isBatch', ({ workload }) => ['Job', 'CronJob', 'ScaledJob'].includes(workload.manifest.identity.kind)],
  ['isTemplate', ({ workload }) => workload.isTemplate],
  ['hasService', ({ services }) => services().length > 0],
  ['services', ({ services }) => services().map((service) => serviceContext(service.object, service.identity.name))],
  ['scalers', ({ workload, system }) => scalersOf(workload, system)],
  ['ingresses', ({ services, workload, system }) => ingressesOf(services().map(nameOf), workload, system)],
])

const ROLLING_UPDATE = ['spec', 'strategy', 'rollingUpdate'] as const

function nameOf({ identity }: Manifest): string {
  return identity.name
}

/** The pod template's own fields and what its containers run. */
export function podContext(workload: Workload, siblings: readonly InspectedContainer[]): LazyRecord {
  return lazyRecord(POD, { workload, siblings })
}

/** A pod is its workload's, and is read only when somebody asks: that of a workload without a server may have to be read again. */
interface PodSource {
  readonly workload: Workload
  /** All containers, of which those count that are no init containers. */
  readonly siblings: readonly InspectedContainer[]
}

const POD = readersOf<PodSource>([
  ['terminationGracePeriodSeconds', ({ workload }) => gracePeriod(workload.podSpec)],
  [
    'terminationGracePeriodIsSet',
    ({ workload }) => nodeAt(workload.podSpec, ['terminationGracePeriodSeconds']) !== undefined,
  ],
  ['enableServiceLinks', ({ workload }) => booleanAt(workload.podSpec, ['enableServiceLinks']) ?? true],
  ['shareProcessNamespace', ({ workload }) => booleanAt(workload.podSpec, ['shareProcessNamespace']) ?? false],
  ['roles', ({ siblings }) => rolesOf(lastingProcesses(siblings))],
  ['programs', ({ siblings }) => programsOf(lastingProcesses(siblings))],
  ['containers', ({ siblings }) => siblings.filter(isLasting).length],
  ['processes', ({ siblings }) => lastingProcesses(siblings).map(processSummary)],
])

function isLasting({ container }: InspectedContainer): boolean {
  return container.role !== 'initContainer'
}

function lastingProcesses(siblings: readonly InspectedContainer[]): readonly ProgramProcess[] {
  return siblings.filter(isLasting).flatMap(({ processes }) => processes.processes)
}

/** 30 s unless it is set; undefined when it is no number. */
function gracePeriod(podSpec: YamlNode): number | undefined {
  const grace = nodeAt(podSpec, ['terminationGracePeriodSeconds'])
  return grace === undefined ? 30 : numberAt(grace, [])
}

/** The roles of processes, each once, in the order of the alphabet. */
export function rolesOf(processes: readonly ProgramProcess[]): readonly string[] {
  return [...new Set(processes.map((process) => process.role))].sort()
}

/** The programs of processes, each once, in the order of the alphabet. */
export function programsOf(processes: readonly ProgramProcess[]): readonly string[] {
  return [...new Set(processes.map((process) => process.program))].sort()
}

/** Services whose selector the pod's labels match. */
function selectingServices(workload: Workload, system: System) {
  const candidates = [...workload.podLabels].flatMap(
    ([key, value]) => system.servicesByLabel.get(`${key}=${value}`) ?? [],
  )
  return candidates.filter((service) => {
    if (!mayShareNamespace(service.identity, workload.manifest.identity)) return false
    return selects(mapAt(service.object, ['spec', 'selector']), workload.podLabels)
  })
}

/** Has a selector labels, and does a pod have all of them? */
function selects(selector: YamlMap | undefined, labels: ReadonlyMap<string, string>): boolean {
  let wanted = 0
  for (const [key, { value }] of selector?.entries ?? []) {
    if (value.kind !== 'scalar') continue
    if (labels.get(key) !== value.text.value) return false
    wanted++
  }
  return wanted > 0
}

function serviceContext(object: YamlNode, name: string): Context {
  return {
    name,
    type: stringAt(object, ['spec', 'type']) ?? 'ClusterIP',
    ports: itemsAt(object, ['spec', 'ports']).map((port) => ({
      port: numberAt(port, ['port']) ?? null,
      targetPort: stringAt(port, ['targetPort']) ?? stringAt(port, ['port']) ?? null,
    })),
  }
}

function scalersOf(workload: Workload, system: System): readonly Context[] {
  const { kind, name } = workload.manifest.identity
  return [...(system.scalersByTarget.get(`${kind}/${name}`) ?? [])]
    .filter((scaler) => targets(scaler, workload.manifest) && isNearestTarget(workload, scaler, system))
    .map((scaler) => ({ kind: scaler.identity.kind, name: scaler.identity.name }))
}

/** Of several workloads with the name, in overlays or other applications, an autoscaler means the nearest. */
function isNearestTarget(workload: Workload, scaler: Manifest, system: System): boolean {
  const { kind, name } = workload.manifest.identity
  const named = system.byName.get(kind, name) ?? []
  return named.length <= 1 || system.targetOf(scaler) === workload.manifest
}

/** Ingresses that route to one of the Services. */
function ingressesOf(services: readonly string[], workload: Workload, system: System): readonly Context[] {
  const found = new Set(services.flatMap((service) => system.ingressesByService.get(service) ?? []))
  return [...found]
    .filter((ingress) => mayShareNamespace(ingress.identity, workload.manifest.identity))
    .map((ingress) => {
      const annotations = stringEntries(nodeAt(ingress.object, ['metadata', 'annotations']))
      const className =
        stringAt(ingress.object, ['spec', 'ingressClassName']) ?? annotations.get('kubernetes.io/ingress.class') ?? ''
      return { name: ingress.identity.name, class: className, annotations: Object.fromEntries(annotations) }
    })
}
