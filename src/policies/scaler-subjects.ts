/** Autoscalers with what they scale. */
import { itemsAt, mapAt, numberAt, scalarAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { InspectedContainer, Inspection } from '../programs/inspection.ts'
import type { Manifest } from '../workloads/manifest.ts'
import { mayShareNamespace, nearest, type System, targets } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import type { Subject } from './evaluate.ts'
import { type Context, withoutUndefined } from './process-context.ts'
import { processSummary } from './system-context.ts'
import { podContext, workloadContext } from './workload-context.ts'

/** One subject for each HorizontalPodAutoscaler and ScaledObject. */
export function scalerSubjects(
  inspection: Inspection,
  system: Context,
  only: ReadonlySet<Workload> | null,
): readonly Subject[] {
  const wanted = only === null ? inspection.workloads : [...only]
  const workloads = indexBy(wanted, ({ manifest }) => keyOf(manifest))
  const scalers =
    only === null
      ? [
          ...(inspection.system.byKind.get('HorizontalPodAutoscaler') ?? []),
          ...(inspection.system.byKind.get('ScaledObject') ?? []),
        ]
      : [...new Set(wanted.flatMap(({ manifest }) => scalersFor(manifest, inspection.system)))]
  const containers = indexBy(
    inspection.containers.filter(({ workload }) => only === null || only.has(workload)),
    ({ workload }) => workload,
  )
  return scalers.flatMap((scaler) => {
    const target = targetOf(scaler)
    const candidates = (workloads.get(target) ?? []).filter((candidate) => targets(scaler, candidate.manifest))
    const found = nearest(
      candidates.map((candidate) => candidate.manifest),
      scaler,
    )
    const workload =
      found.kind === 'found' ? (candidates.find((candidate) => candidate.manifest === found.manifest) ?? null) : null
    const rivals = inspection.system.scalersByTarget.get(target) ?? []
    const own = workload === null ? [] : (containers.get(workload) ?? [])
    return [scalerSubject(scaler, rivals, workload, own, inspection, system)]
  })
}

/** The autoscalers that may mean a workload: not those that mean another one with the name. */
function scalersFor(manifest: Manifest, system: System): readonly Manifest[] {
  return (system.scalersByTarget.get(keyOf(manifest)) ?? []).filter((scaler) => {
    const target = system.targetOf(scaler)
    return target === null || target === manifest
  })
}

function keyOf({ identity }: Manifest): string {
  return `${identity.kind}/${identity.name}`
}

function targetOf(scaler: Manifest): string {
  const target = mapAt(scaler.object, ['spec', 'scaleTargetRef'])
  return `${stringAt(target, ['kind']) ?? 'Deployment'}/${stringAt(target, ['name']) ?? ''}`
}

function indexBy<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const index = new Map<K, T[]>()
  for (const item of items) {
    const list = index.get(keyOf(item))
    if (list === undefined) index.set(keyOf(item), [item])
    else list.push(item)
  }
  return index
}

function scalerSubject(
  scaler: Manifest,
  scalers: readonly Manifest[],
  workload: Workload | null,
  containers: readonly InspectedContainer[],
  inspection: Inspection,
  system: Context,
): Subject {
  const around =
    workload === null
      ? {}
      : { workload: workloadContext(workload, inspection.system), pod: podContext(workload, containers) }
  return {
    workload,
    container: null,
    process: null,
    sizing: null,
    object: scaler,
    context: { ...around, system, scaler: scalerContext(scaler, scalers, workload, containers) },
  }
}

function scalerContext(
  scaler: Manifest,
  scalers: readonly Manifest[],
  workload: Workload | null,
  containers: readonly InspectedContainer[],
): Context {
  const spec = mapAt(scaler.object, ['spec'])
  const isKeda = scaler.identity.kind === 'ScaledObject'
  const processes = containers.flatMap((container) => container.processes.processes)
  return withoutUndefined({
    kind: scaler.identity.kind,
    name: scaler.identity.name,
    min: numberAt(spec, [isKeda ? 'minReplicaCount' : 'minReplicas']) ?? (isKeda ? 0 : 1),
    minIsSet: scalarAt(spec, [isKeda ? 'minReplicaCount' : 'minReplicas']) !== undefined,
    max: numberAt(spec, [isKeda ? 'maxReplicaCount' : 'maxReplicas']) ?? (isKeda ? 100 : null),
    targetKind: stringAt(spec, ['scaleTargetRef', 'kind']) ?? 'Deployment',
    targetName: stringAt(spec, ['scaleTargetRef', 'name']) ?? '',
    targetIsKnown: workload !== null,
    metrics: metricsOf(spec),
    triggers: itemsAt(spec, ['triggers']).map((trigger) => ({
      type: stringAt(trigger, ['type']) ?? '',
      metricType: stringAt(trigger, ['metricType']) ?? (isResource(trigger) ? 'Utilization' : 'AverageValue'),
      metadata: stringsOf(mapAt(trigger, ['metadata'])),
    })),
    rivals: scalers
      .filter((other) => isRival(other, scaler))
      .map(({ identity }) => `${identity.kind}/${identity.name}`),
    missingRequests: missingRequests(spec, containers),
    reachableCpu: reachableCpu(containers),
    roles: [...new Set(processes.map((process) => process.role))].sort(),
    programs: [...new Set(processes.map((process) => process.program))].sort(),
    processes: processes.map(processSummary),
  })
}

/** Metrics of `autoscaling/v2`; v1 has one, CPU utilisation. */
function metricsOf(spec: YamlNode | undefined): readonly Context[] {
  const legacy = numberAt(spec, ['targetCPUUtilizationPercentage'])
  if (legacy !== undefined) return [{ type: 'Resource', name: 'cpu', targetType: 'Utilization', target: legacy }]
  return itemsAt(spec, ['metrics']).map((metric) => {
    const type = stringAt(metric, ['type']) ?? ''
    const body = mapAt(metric, [`${type.charAt(0).toLowerCase()}${type.slice(1)}`])
    return {
      type,
      name: stringAt(body, ['name']) ?? stringAt(body, ['metric', 'name']) ?? '',
      targetType: stringAt(body, ['target', 'type']) ?? '',
      target:
        numberAt(body, ['target', 'averageUtilization']) ??
        stringAt(body, ['target', 'averageValue']) ??
        stringAt(body, ['target', 'value']) ??
        null,
    }
  })
}

function stringsOf(node: YamlNode | undefined): Context {
  if (node?.kind !== 'map') return {}
  return Object.fromEntries(
    [...node.entries].flatMap(([key, { value }]) =>
      scalarAt(value, []) === undefined ? [] : [[key, stringAt(value, []) ?? '']],
    ),
  )
}

function isRival(other: Manifest, scaler: Manifest): boolean {
  if (other === scaler || !mayShareNamespace(other.identity, scaler.identity)) return false
  // Overlays in other folders are other installations.
  if (folderOf(other) !== folderOf(scaler)) return false
  if (
    other.file.path !== scaler.file.path &&
    other.identity.name === scaler.identity.name &&
    other.identity.kind === scaler.identity.kind
  )
    return false
  const target = (manifest: Manifest) => [
    stringAt(manifest.object, ['spec', 'scaleTargetRef', 'kind']) ?? 'Deployment',
    stringAt(manifest.object, ['spec', 'scaleTargetRef', 'name']),
  ]
  return target(other).join('/') === target(scaler).join('/')
}

function folderOf({ file }: Manifest): string {
  return file.path.slice(0, file.path.lastIndexOf('/') + 1)
}

/** A KEDA trigger on the pods' own CPU or memory. */
function isResource(trigger: YamlNode): boolean {
  const type = stringAt(trigger, ['type'])
  return type === 'cpu' || type === 'memory'
}

/** The highest CPU utilisation that the limits allow, in percent of the requests; undefined without all of them. */
function reachableCpu(containers: readonly InspectedContainer[]): number | undefined {
  let limits = 0
  let requests = 0
  for (const { container } of containers.filter((item) => item.container.role !== 'initContainer')) {
    const limit = container.resources.limits.cpu
    const request = container.resources.requests.cpu
    if (!limit.known || limit.value === null || !request.known || request.value === null) return undefined
    limits += limit.value
    requests += request.value
  }
  return requests === 0 ? undefined : (100 * limits) / requests
}

/** A utilisation metric is a share of the request, so every container needs one. */
function missingRequests(spec: YamlNode | undefined, containers: readonly InspectedContainer[]): readonly string[] {
  const triggers = itemsAt(spec, ['triggers']).filter(
    (trigger) => isResource(trigger) && (stringAt(trigger, ['metricType']) ?? 'Utilization') === 'Utilization',
  )
  const resources = [
    ...metricsOf(spec)
      .filter((metric) => metric['type'] === 'Resource' && metric['targetType'] === 'Utilization')
      .map((metric) => metric['name']),
    ...triggers.map((trigger) => stringAt(trigger, ['type'])),
  ]
  return containers
    .filter(({ container }) => container.role !== 'initContainer')
    .flatMap(({ container }) =>
      (['cpu', 'memory'] as const)
        .filter((resource) => resources.includes(resource))
        .filter((resource) => {
          const request = container.resources.requests[resource]
          return request.known && request.value === null
        })
        .map((resource) => `${resource} of ${container.name}`),
    )
}
