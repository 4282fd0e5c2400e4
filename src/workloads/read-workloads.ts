/** Manifests to workloads: every kind that owns pods, with its containers. */
import { itemsAt, mapAt, nodeAt, stringAt, type YamlMap } from '../manifests/node.ts'
import type { FieldPath } from '../source/field-path.ts'
import { ownsNoPods, type PodTemplate, podTemplatesOf } from './kinds.ts'
import { type Manifest, stringEntries } from './manifest.ts'
import { hasPlaceholders } from './placeholders.ts'
import { PodContainer } from './pod-container.ts'
import { readReplicas } from './replicas.ts'
import { findObject, type System } from './system.ts'
import type { Container, Replicas, Workload } from './workload.ts'

/** The workloads that a manifest defines; none when it owns no pods, several for kinds such as ClowdApp. */
export function readWorkloads(manifest: Manifest, system: System): readonly Workload[] {
  if (ownsNoPods(manifest.identity)) return []
  const owner = templateOwner(manifest, system)
  return podTemplatesOf(owner).map((template) => {
    const named = template.name === undefined ? manifest : namedManifest(manifest, template.name)
    return new TemplateWorkload(
      {
        manifest:
          named.file === owner.file
            ? named
            : { file: owner.file, identity: named.identity, object: named.object, document: owner.document },
        podSpec: template.podSpec,
        podSpecPath: template.path,
        containers: readContainers(named, template.podSpec, template.path, system),
      },
      { template, own: manifest, owner, system },
    )
  })
}

interface TemplateSources {
  readonly template: PodTemplate
  readonly own: Manifest
  readonly owner: Manifest
  readonly system: System
}

/** Most workloads run no server, so nobody asks for their labels and replicas. */
class TemplateWorkload implements Workload {
  readonly manifest: Manifest
  readonly podSpec: YamlMap
  readonly podSpecPath: FieldPath
  readonly containers: readonly Container[]
  readonly #sources: TemplateSources
  #annotations: ReadonlyMap<string, string> | null = null
  #podLabels: ReadonlyMap<string, string> | null = null
  #replicas: Replicas | null = null
  #isTemplate: boolean | null = null

  constructor(parts: Pick<Workload, 'manifest' | 'podSpec' | 'podSpecPath' | 'containers'>, sources: TemplateSources) {
    this.manifest = parts.manifest
    this.podSpec = parts.podSpec
    this.podSpecPath = parts.podSpecPath
    this.containers = parts.containers
    this.#sources = sources
  }

  get annotations(): ReadonlyMap<string, string> {
    const { own, template } = this.#sources
    this.#annotations ??= new Map([
      ...stringEntries(nodeAt(own.object, ['metadata', 'annotations'])),
      ...stringEntries(mapAt(template.metadata, ['annotations'])),
    ])
    return this.#annotations
  }

  get podLabels(): ReadonlyMap<string, string> {
    this.#podLabels ??= stringEntries(mapAt(this.#sources.template.metadata, ['labels']))
    return this.#podLabels
  }

  get replicas(): Replicas {
    const { own, template, system } = this.#sources
    this.#replicas ??= template.replicas ?? readReplicas(own, system)
    return this.#replicas
  }

  get isTemplate(): boolean {
    this.#isTemplate ??= hasPlaceholders(this.#sources.owner)
    return this.#isTemplate
  }
}

/** The manifest of one of several pod templates; its object is that of all. */
function namedManifest(manifest: Manifest, name: string): Manifest {
  return {
    file: manifest.file,
    identity: { ...manifest.identity, name },
    document: manifest.document,
    get object() {
      return manifest.object
    },
  }
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
        new PodContainer({
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
