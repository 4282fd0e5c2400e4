/** What policies see of an autoscaler. */
import type { InspectedContainer } from '../inspection/inspection.ts'
import { itemsAt, mapAt, numberAt, scalarAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { Manifest } from '../workloads/manifest.ts'
import type { Amount, Workload } from '../workloads/workload.ts'
import { type LazyRecord, lazyRecord, readersOf } from './lazy-record.ts'
import type { Context } from './process-context.ts'
import { rivalsOf } from './scaler-rivals.ts'
import { processSummary } from './system-context.ts'
import { programsOf, rolesOf } from './workload-context.ts'

/** An autoscaler with what it scales. */
export interface ScalerSource {
  readonly scaler: Manifest
  readonly spec: YamlNode | undefined
  /** All autoscalers of the target. */
  readonly scalers: readonly Manifest[]
  readonly workload: Workload | null
  readonly containers: readonly InspectedContainer[]
}

/** The autoscaler's own fields, its rivals and what its target runs. */
export function scalerContext(source: ScalerSource): LazyRecord {
  return lazyRecord(SCALER, new MeasuredScaler(source))
}

/** An autoscaler whose metrics several policies ask for, in one way or another. */
class MeasuredScaler implements ScalerSource {
  readonly scaler: Manifest
  readonly spec: YamlNode | undefined
  readonly scalers: readonly Manifest[]
  readonly workload: Workload | null
  readonly containers: readonly InspectedContainer[]
  #metrics: readonly Context[] | null = null

  constructor({ scaler, spec, scalers, workload, containers }: ScalerSource) {
    this.scaler = scaler
    this.spec = spec
    this.scalers = scalers
    this.workload = workload
    this.containers = containers
  }

  get metrics(): readonly Context[] {
    this.#metrics ??= metricsOf(this.spec)
    return this.#metrics
  }
}

const SCALER = readersOf<MeasuredScaler>([
  ['kind', ({ scaler }) => scaler.identity.kind],
  ['name', ({ scaler }) => scaler.identity.name],
  ['min', ({ scaler, spec }) => (isKeda(scaler) ? (numberAt(spec, KEDA_MIN) ?? 0) : (numberAt(spec, HPA_MIN) ?? 1))],
  ['minIsSet', ({ scaler, spec }) => scalarAt(spec, isKeda(scaler) ? KEDA_MIN : HPA_MIN) !== undefined],
  [
    'max',
    ({ scaler, spec }) => (isKeda(scaler) ? (numberAt(spec, KEDA_MAX) ?? 100) : (numberAt(spec, HPA_MAX) ?? null)),
  ],
  ['targetKind', ({ spec }) => stringAt(spec, ['scaleTargetRef', 'kind']) ?? 'Deployment'],
  ['targetName', ({ spec }) => stringAt(spec, ['scaleTargetRef', 'name']) ?? ''],
  ['targetIsKnown', ({ workload }) => workload !== null],
  ['metrics', ({ metrics }) => metrics],
  ['triggers', ({ spec }) => itemsAt(spec, ['triggers']).map(triggerContext)],
  ['rivals', ({ scaler, scalers }) => rivalsOf(scaler, scalers).map(kindAndName)],
  ['missingRequests', missingRequests],
  ['reachableCpu', ({ containers }) => reachableCpu(containers)],
  ['roles', ({ containers }) => rolesOf(processesOf(containers))],
  ['programs', ({ containers }) => programsOf(processesOf(containers))],
  ['processes', ({ containers }) => processesOf(containers).map(processSummary)],
])

function processesOf(containers: readonly InspectedContainer[]): readonly ProgramProcess[] {
  return containers.flatMap(({ processes }) => processes.processes)
}

const HPA_MIN = ['minReplicas'] as const
const HPA_MAX = ['maxReplicas'] as const
const KEDA_MIN = ['minReplicaCount'] as const
const KEDA_MAX = ['maxReplicaCount'] as const

function isKeda({ identity }: Manifest): boolean {
  return identity.kind === 'ScaledObject'
}

function kindAndName({ identity }: Manifest): string {
  return `${identity.kind}/${identity.name}`
}

function triggerContext(trigger: YamlNode): Context {
  return {
    type: stringAt(trigger, ['type']) ?? '',
    metricType: stringAt(trigger, ['metricType']) ?? (isResource(trigger) ? 'Utilization' : 'AverageValue'),
    metadata: stringsOf(mapAt(trigger, ['metadata'])),
  }
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
function missingRequests(source: MeasuredScaler): readonly string[] {
  const resources = measuredResources(source)
  if (resources.length === 0) return []
  return source.containers
    .filter(({ container }) => container.role !== 'initContainer')
    .flatMap(({ container }) => {
      const { requests } = container.resources
      return resources.filter((name) => isMissing(requests[name])).map((name) => `${name} of ${container.name}`)
    })
}

function isMissing(request: Amount): boolean {
  return request.known && request.value === null
}

const RESOURCES = ['cpu', 'memory'] as const

/** The resources whose utilisation an autoscaler goes by. */
function measuredResources(source: MeasuredScaler): readonly (typeof RESOURCES)[number][] {
  const names = new Set([
    ...source.metrics
      .filter((metric) => metric['type'] === 'Resource' && metric['targetType'] === 'Utilization')
      .map((metric) => metric['name']),
    ...itemsAt(source.spec, ['triggers'])
      .filter(
        (trigger) => isResource(trigger) && (stringAt(trigger, ['metricType']) ?? 'Utilization') === 'Utilization',
      )
      .map((trigger) => stringAt(trigger, ['type'])),
  ])
  return RESOURCES.filter((resource) => names.has(resource))
}
