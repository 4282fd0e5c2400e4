/** What policies see of a workload, its pod and the objects around it. */
import { booleanAt, itemsAt, mapAt, nodeAt, numberAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { InspectedContainer } from '../programs/inspection.ts'
import { type Manifest, stringEntries } from '../workloads/manifest.ts'
import { mayShareNamespace, type System, targets } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import { type Context, withoutUndefined } from './process-context.ts'
import { processSummary } from './system-context.ts'

/** The workload's own fields and the Services, scalers and Ingresses that refer to it, which are looked for when a policy asks. */
export function workloadContext(workload: Workload, system: System): Context {
  const { manifest, replicas } = workload
  const { object, identity } = manifest
  let selecting: readonly Manifest[] | null = null
  const services = () => {
    selecting ??= selectingServices(workload, system)
    return selecting
  }
  return {
    apiVersion: identity.apiVersion,
    kind: identity.kind,
    name: identity.name,
    namespace: identity.namespace,
    replicasMin: replicas.min,
    replicasMax: replicas.max,
    replicasSource: replicas.source,
    replicasIsSet: numberAt(object, ['spec', 'replicas']) !== undefined,
    strategy: stringAt(object, ['spec', 'strategy', 'type']) ?? 'RollingUpdate',
    maxSurge: stringAt(object, ['spec', 'strategy', 'rollingUpdate', 'maxSurge']) ?? null,
    rollingUpdateIsSet: nodeAt(object, ['spec', 'strategy', 'rollingUpdate']) !== undefined,
    isBatch: ['Job', 'CronJob', 'ScaledJob'].includes(identity.kind),
    isTemplate: workload.isTemplate,
    get hasService() {
      return services().length > 0
    },
    get services() {
      return services().map((service) => serviceContext(service.object, service.identity.name))
    },
    get scalers() {
      return scalersOf(workload, system)
    },
    get ingresses() {
      return ingressesOf(
        services().map((service) => service.identity.name),
        workload,
        system,
      )
    },
  }
}

/** The pod template's own fields and what its containers run. Default grace period: 30 s. */
export function podContext(workload: Workload, siblings: readonly InspectedContainer[]): Context {
  const { podSpec } = workload
  const processes = siblings
    .filter((sibling) => sibling.container.role !== 'initContainer')
    .flatMap((sibling) => sibling.processes.processes)
  const grace = numberAt(podSpec, ['terminationGracePeriodSeconds'])
  return withoutUndefined({
    terminationGracePeriodSeconds:
      grace ?? (nodeAt(podSpec, ['terminationGracePeriodSeconds']) === undefined ? 30 : undefined),
    terminationGracePeriodIsSet: nodeAt(podSpec, ['terminationGracePeriodSeconds']) !== undefined,
    enableServiceLinks: booleanAt(podSpec, ['enableServiceLinks']) ?? true,
    shareProcessNamespace: booleanAt(podSpec, ['shareProcessNamespace']) ?? false,
    roles: [...new Set(processes.map((process) => process.role))].sort(),
    programs: [...new Set(processes.map((process) => process.program))].sort(),
    containers: siblings.filter((sibling) => sibling.container.role !== 'initContainer').length,
    processes: processes.map(processSummary),
  })
}

/** Services whose selector the pod's labels match. */
function selectingServices(workload: Workload, system: System) {
  const candidates = [...workload.podLabels].flatMap(
    ([key, value]) => system.servicesByLabel.get(`${key}=${value}`) ?? [],
  )
  return candidates.filter((service) => {
    if (!mayShareNamespace(service.identity, workload.manifest.identity)) return false
    const selector = stringEntries(mapAt(service.object, ['spec', 'selector']))
    return selector.size > 0 && [...selector].every(([key, value]) => workload.podLabels.get(key) === value)
  })
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
  const named = system.byName.get(`${kind}/${name}`) ?? []
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
