/** Kinds that own pods and where their pod templates are. */
import {
  changedMap,
  itemsAt,
  mapAt,
  nodeAt,
  numberAt,
  scalarAt,
  stringAt,
  type YamlEntry,
  type YamlMap,
  type YamlSequence,
} from '../manifests/node.ts'
import type { FieldPath } from '../source/field-path.ts'
import { type Manifest, type ObjectIdentity, PATCH_KIND } from './manifest.ts'
import type { Replicas } from './workload.ts'

/** A pod template inside an object. */
export interface PodTemplate {
  readonly podSpec: YamlMap
  readonly path: FieldPath
  readonly metadata: YamlMap | undefined
  /** Set when the object holds several templates that go by their own names. */
  readonly name?: string | undefined
  readonly replicas?: Replicas | undefined
}

/** Path of the pod spec by kind; other kinds are searched at `spec.template.spec`. */
const POD_SPEC_PATHS: ReadonlyMap<string, FieldPath> = new Map([
  ['Pod', ['spec']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec']],
  ['ScaledJob', ['spec', 'jobTargetRef', 'template', 'spec']],
])

const TEMPLATE_PATH: FieldPath = ['spec', 'template', 'spec']

/** Kinds of Kubernetes itself that own no pods and that most files are full of. */
const PODLESS_KINDS = new Set([
  'ConfigMap',
  'Secret',
  'Service',
  'ServiceAccount',
  'Ingress',
  'NetworkPolicy',
  'HorizontalPodAutoscaler',
  'VerticalPodAutoscaler',
  'PodDisruptionBudget',
  'PersistentVolumeClaim',
  'LimitRange',
  'ResourceQuota',
  'Namespace',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
])

/** Does the kind alone say that an object owns no pods? A Service of Knative does own some. */
export function ownsNoPods({ apiVersion, kind }: ObjectIdentity): boolean {
  return PODLESS_KINDS.has(kind) && (kind !== 'Service' || apiVersion === 'v1')
}

/** The pod templates of an object. */
export function podTemplatesOf(manifest: Manifest): readonly PodTemplate[] {
  if (manifest.identity.kind === 'ClowdApp') return clowdAppTemplates(manifest)
  if (manifest.identity.kind === PATCH_KIND) return patchTemplates(manifest)
  const path = POD_SPEC_PATHS.get(manifest.identity.kind) ?? TEMPLATE_PATH
  const podSpec = mapAt(manifest.object, path)
  if (podSpec === undefined || nodeAt(podSpec, ['containers'])?.kind !== 'sequence') return []
  return [{ podSpec, path, metadata: mapAt(manifest.object, [...path.slice(0, -1), 'metadata']) }]
}

/**
 * Each deployment and job of a ClowdApp has one container, written as its pod spec.
 * Source: https://redhatinsights.github.io/clowder/clowder/dev/api_reference.html
 */
function clowdAppTemplates(manifest: Manifest): readonly PodTemplate[] {
  return (['deployments', 'jobs'] as const).flatMap((list) =>
    itemsAt(manifest.object, ['spec', list]).flatMap((item, index) => {
      const podSpec = mapAt(item, ['podSpec'])
      const name = stringAt(item, ['name'])
      if (podSpec === undefined || name === undefined) return []
      const fullName = `${manifest.identity.name}-${name}`
      const count = numberAt(item, ['replicas']) ?? numberAt(item, ['minReplicas']) ?? 1
      const at = (scalarAt(item, ['replicas']) ?? scalarAt(item, ['minReplicas']))?.location
      return [
        {
          podSpec: asPodSpec(podSpec, fullName),
          path: ['spec', list, index, 'podSpec'],
          metadata: mapAt(item, ['metadata']),
          name: fullName,
          replicas: { min: count, max: count, source: 'ClowdApp', at },
        },
      ]
    }),
  )
}

/** A value of a JSON patch: a ClowdApp deployment, a pod template or a single container. */
function patchTemplates(manifest: Manifest): readonly PodTemplate[] {
  const { object, identity } = manifest
  const inner = mapAt(object, ['podSpec'])
  const replicas: Replicas = {
    min: numberAt(object, ['replicas']) ?? null,
    max: numberAt(object, ['replicas']) ?? null,
    source: 'patch',
    at: undefined,
  }
  if (inner !== undefined) {
    return [
      { podSpec: asPodSpec(inner, identity.name), path: ['podSpec'], metadata: mapAt(object, ['metadata']), replicas },
    ]
  }
  const template =
    mapAt(object, ['template', 'spec']) ?? (nodeAt(object, ['containers'])?.kind === 'sequence' ? object : undefined)
  if (template !== undefined) return [{ podSpec: template, path: [], metadata: undefined, replicas }]
  return [{ podSpec: asPodSpec(object, identity.name), path: [], metadata: undefined, replicas }]
}

function listOf(item: YamlMap, { location, isShared, isFlow }: YamlMap): YamlSequence {
  return { kind: 'sequence', items: [item], location, isShared, isFlow }
}

/** The single container of a ClowdApp pod spec in the form of a pod spec with a list of containers. */
function asPodSpec(container: YamlMap, name: string): YamlMap {
  const scalar = (value: string): YamlEntry['key'] => ({
    kind: 'scalar',
    value,
    style: 'plain',
    text: { value, segments: [] },
    location: container.location,
    isShared: false,
  })
  const named = container.entries.has('name')
    ? container
    : changedMap(container, {
        entries: new Map([['name', { key: scalar('name'), value: scalar(name) }], ...container.entries]),
      })
  const entries = new Map<string, YamlEntry>([
    ...container.entries,
    ['containers', { key: scalar('containers'), value: listOf(named, container) }],
  ])
  return changedMap(container, { entries })
}
