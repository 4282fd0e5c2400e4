/** How many pods of a workload run, from its own field and from what scales it. */
import { mapAt, numberAt, scalarAt, type YamlNode } from '../manifests/node.ts'
import { type Manifest, stringEntries } from './manifest.ts'
import { nearest, type System, targets } from './system.ts'
import type { Replicas } from './workload.ts'

/**
 * Replicas of a workload. An autoscaler that targets it wins over its own field; defaults are those of the API:
 * 1 replica, HPA minimum 1, KEDA minimum 0 and maximum 100.
 * Sources: https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/ and
 * https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export function readReplicas(manifest: Manifest, system: System): Replicas {
  const scaler = findScaler(manifest, system)
  if (scaler !== undefined) return scalerReplicas(scaler)
  return ownReplicas(manifest)
}

/** The HorizontalPodAutoscaler or ScaledObject that targets the workload, when exactly one does. */
export function findScaler(manifest: Manifest, system: System): Manifest | undefined {
  const { kind, name } = manifest.identity
  const candidates = (system.scalersByTarget.get(`${kind}/${name}`) ?? []).filter((scaler) => targets(scaler, manifest))
  const found = nearest(candidates, manifest)
  return found.kind === 'found' ? found.manifest : undefined
}

function scalerReplicas(scaler: Manifest): Replicas {
  const { kind, name } = scaler.identity
  const source = `${kind}/${name}`
  const spec = mapAt(scaler.object, ['spec'])
  const [minField, maxField, minDefault, maxDefault] =
    kind === 'ScaledObject'
      ? (['minReplicaCount', 'maxReplicaCount', 0, 100] as const)
      : (['minReplicas', 'maxReplicas', 1, null] as const)
  const max = scalarAt(spec, [maxField])
  return {
    min: boundOf(spec, minField, minDefault),
    max: boundOf(spec, maxField, maxDefault),
    source,
    at: (max ?? spec)?.location,
  }
}

function ownReplicas(manifest: Manifest): Replicas {
  const { object, identity } = manifest
  switch (identity.kind) {
    case 'DaemonSet':
      return { min: null, max: null, source: 'one pod a node', at: undefined }
    case 'Pod':
      return fixed(1, 'Pod')
    case 'Job':
      return fromField(object, ['spec', 'parallelism'])
    case 'CronJob':
      return fromField(object, ['spec', 'jobTemplate', 'spec', 'parallelism'])
    case 'ScaledJob':
      return { min: 0, max: numberAt(object, ['spec', 'maxReplicaCount']) ?? 100, source: 'ScaledJob', at: undefined }
    case 'Service':
      return knativeReplicas(object)
    default:
      return fromField(object, ['spec', 'replicas'])
  }
}

function fromField(object: YamlNode, path: readonly string[]): Replicas {
  const scalar = scalarAt(object, path)
  if (scalar === undefined) return fixed(1, 'default')
  const value = numberAt(object, path) ?? null
  return { min: value, max: value, source: path.join('.'), at: scalar.location }
}

/** Source: https://knative.dev/docs/serving/autoscaling/scale-bounds/ (minimum 0, no maximum). */
function knativeReplicas(object: YamlNode): Replicas {
  const annotations = stringEntries(mapAt(object, ['spec', 'template', 'metadata', 'annotations']))
  const bound = (names: readonly string[]) =>
    names.map((name) => annotations.get(name)).find((value) => value !== undefined)
  const min = bound(['autoscaling.knative.dev/min-scale', 'autoscaling.knative.dev/minScale'])
  const max = bound(['autoscaling.knative.dev/max-scale', 'autoscaling.knative.dev/maxScale'])
  return {
    min: min === undefined ? 0 : Number(min),
    max: max === undefined || max === '0' ? null : Number(max),
    source: 'Knative',
    at: undefined,
  }
}

function fixed(count: number, source: string): Replicas {
  return { min: count, max: count, source, at: undefined }
}

function boundOf(spec: YamlNode | undefined, field: string, whenUnset: number | null): number | null {
  if (scalarAt(spec, [field]) === undefined) return whenUnset
  return numberAt(spec, [field]) ?? null
}
