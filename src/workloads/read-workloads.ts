/** Manifests to workloads: every kind that owns pods, with its containers. */
import { itemsAt, mapAt, nodeAt, scalarAt, stringAt, type YamlMap, type YamlNode } from '../manifests/node.ts'
import type { Environment } from '../source/environment.ts'
import type { FieldPath } from '../source/field-path.ts'
import { once } from '../source/once.ts'
import { type ResolvedText, unknownText } from '../source/resolved.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import { readEnvironment } from './environment.ts'
import { expandReferences } from './expansion.ts'
import { podTemplatesOf } from './kinds.ts'
import { type Manifest, stringEntries } from './manifest.ts'
import { hasPlaceholders } from './placeholders.ts'
import { readReplicas } from './replicas.ts'
import { readResources } from './resources.ts'
import { findObject, type System } from './system.ts'
import { readMountedFile } from './volumes.ts'
import type { Container, ContainerRole, Workload } from './workload.ts'

/** The workloads that a manifest defines; none when it owns no pods, several for kinds such as ClowdApp. */
export function readWorkloads(manifest: Manifest, system: System): readonly Workload[] {
  const owner = templateOwner(manifest, system)
  return podTemplatesOf(owner).map((template) => {
    const named =
      template.name === undefined ? manifest : { ...manifest, identity: { ...manifest.identity, name: template.name } }
    // Most workloads run no server, so nobody asks for their labels and replicas.
    const annotations = once(
      () =>
        new Map([
          ...stringEntries(nodeAt(manifest.object, ['metadata', 'annotations'])),
          ...stringEntries(mapAt(template.metadata, ['annotations'])),
        ]),
    )
    const podLabels = once(() => stringEntries(mapAt(template.metadata, ['labels'])))
    const replicas = once(() => template.replicas ?? readReplicas(manifest, system))
    const isTemplate = once(() => hasPlaceholders(owner.object))
    return {
      manifest: named.file === owner.file ? named : { ...named, file: owner.file },
      podSpec: template.podSpec,
      podSpecPath: template.path,
      containers: readContainers(named, template.podSpec, template.path, system),
      get annotations() {
        return annotations()
      },
      get podLabels() {
        return podLabels()
      },
      get replicas() {
        return replicas()
      },
      get isTemplate() {
        return isTemplate()
      },
    }
  })
}

/** An Argo Rollout with `workloadRef` takes its pods from the workload it names. */
function templateOwner(manifest: Manifest, system: System): Manifest {
  if (manifest.identity.kind !== 'Rollout') return manifest
  const reference = mapAt(manifest.object, ['spec', 'workloadRef'])
  if (reference === undefined) return manifest
  const found = findObject(
    system,
    stringAt(reference, ['kind']) ?? 'Deployment',
    stringAt(reference, ['name']) ?? '',
    manifest,
  )
  return found.kind === 'found' ? found.manifest : manifest
}

function readContainers(manifest: Manifest, podSpec: YamlMap, path: FieldPath, system: System): readonly Container[] {
  const lists = [
    ['initContainers', 'initContainer'],
    ['containers', 'container'],
  ] as const
  return lists.flatMap(([list, role]) =>
    itemsAt(podSpec, [list]).flatMap((node, index) => {
      if (node.kind !== 'map') return []
      const isSidecar = role === 'initContainer' && stringAt(node, ['restartPolicy']) === 'Always'
      return [
        readContainer({
          manifest,
          podSpec,
          system,
          node,
          path: [...path, list, index],
          role: isSidecar ? 'sidecar' : role,
        }),
      ]
    }),
  )
}

interface ContainerRequest {
  readonly manifest: Manifest
  readonly podSpec: YamlMap
  readonly system: System
  readonly node: YamlMap
  readonly path: FieldPath
  readonly role: ContainerRole
}

function readContainer(request: ContainerRequest): Container {
  const { node, podSpec, manifest, system } = request
  const resources = once(() => readResources(node, podSpec, manifest, system))
  const read = once(() => readEnvironment({ container: node, manifest, system, resources }))
  const environment: Environment = {
    get variables() {
      return read().environment.variables
    },
    get open() {
      return read().environment.open
    },
  }
  const words = (field: string) =>
    once(() => readWords(nodeAt(node, [field]), (text) => expandReferences(text, environment)))
  const command = words('command')
  const args = words('args')
  return {
    name: stringAt(node, ['name']) ?? '',
    role: request.role,
    node,
    path: request.path,
    image: stringAt(node, ['image']) ?? null,
    get command() {
      return command()
    },
    get args() {
      return args()
    },
    environment,
    get variableSources() {
      return read().sources
    },
    workingDirectory: stringAt(node, ['workingDir']) ?? null,
    get resources() {
      return resources()
    },
    readMounted: (path) => readMountedFile({ container: node, podSpec, manifest, system }, path),
  }
}

function readWords(
  node: YamlNode | undefined,
  expand: (text: SourcedText) => ResolvedText,
): readonly ResolvedText[] | null {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return null
  const items = node.kind === 'sequence' ? node.items : [node]
  if (items.length === 0) return null
  return items.map((item) => {
    const scalar = scalarAt(item, [])
    if (scalar === undefined) return unknownText({ why: 'a word of the command is not a string', at: item.location })
    if (scalar.unknown !== undefined) return unknownText({ why: scalar.unknown, at: scalar.location })
    return expand(scalar.text)
  })
}
