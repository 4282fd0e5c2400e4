/** All objects of a run, found by kind, namespace and name. */

import { itemsAt, mapAt, nodeAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { smallestOf } from '../source/lists.ts'
import type { Location } from '../source/location.ts'
import type { SourceFile } from '../source/source-file.ts'
import { isAutoscaler, type Manifest, type ObjectIdentity, type ReadManifest } from './manifest.ts'
import { createNameIndex, createObjectIndex, type NameIndex, type ObjectIndex } from './object-index.ts'

/** The objects that were read, indexed so that joins cost a look-up each. */
export interface System {
  readonly manifests: readonly Manifest[]
  readonly byKind: ObjectIndex
  readonly byName: NameIndex
  /** Autoscalers by the `Kind/name` of their target. */
  readonly scalersByTarget: ObjectIndex
  /** Services by one `label=value` of their selector. */
  readonly servicesByLabel: ObjectIndex
  /** Ingresses by the name of a Service that they route to. */
  readonly ingressesByService: ObjectIndex
  /** Of several workloads with the name that an autoscaler gives, in overlays or other applications, the nearest; null when none is. */
  targetOf(scaler: Manifest): Manifest | null
  /** The objects of the document that a place is in; undefined when no object was read from its file. */
  objectsAt(location: Location): readonly Manifest[] | undefined
}

/** Collects objects; each is indexed when it is added, while its nodes are at hand. */
export interface SystemBuilder {
  add(read: ReadManifest): void
  build(): System
}

/** Makes an empty collection. */
export function createSystemBuilder(): SystemBuilder {
  const manifests: Manifest[] = []
  const documents = new DocumentIndex()
  const indexes: Indexes = {
    byKind: createObjectIndex(),
    scalersByTarget: createObjectIndex(),
    servicesByLabel: createObjectIndex(),
    ingressesByService: createObjectIndex(),
  }
  const byName = createNameIndex()
  return {
    add(read) {
      manifests.push(read.manifest)
      documents.add(read.manifest)
      byName.add(read.manifest)
      addKeys(read, indexes)
    },
    build: () => ({
      manifests,
      ...indexes,
      byName,
      targetOf: targetFinder(byName),
      objectsAt: (location) => documents.at(location),
    }),
  }
}

/** Objects by their documents; those of a file come in the order of the text. */
class DocumentIndex {
  readonly #files = new Map<SourceFile, Manifest[]>()

  add(manifest: Manifest): void {
    const own = this.#files.get(manifest.file)
    if (own === undefined) this.#files.set(manifest.file, [manifest])
    else own.push(manifest)
  }

  at({ file, span }: Location): readonly Manifest[] | undefined {
    const own = this.#files.get(file)
    if (own === undefined) return undefined
    let low = 0
    let high = own.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((own[middle]?.document.start ?? 0) <= span.start) low = middle + 1
      else high = middle
    }
    const start = own[low - 1]?.document.start
    let first = low
    while (first > 0 && own[first - 1]?.document.start === start) first--
    return own.slice(first, low)
  }
}

type Indexes = Readonly<Record<IndexName, ReturnType<typeof createObjectIndex>>>

/** Indexes objects. */
export function buildSystem(manifests: readonly Manifest[]): System {
  const builder = createSystemBuilder()
  for (const manifest of manifests) builder.add({ manifest, object: manifest.object })
  return builder.build()
}

/** A system without objects that remembers whether it was asked for one. */
export interface AskedSystem {
  readonly system: System
  /** Was it asked for anything since it was last said to be unasked? */
  isAsked: boolean
}

/** Makes a system without objects. */
export function createAskedSystem(): AskedSystem {
  const nothing = { get: () => answer(undefined) }
  const asked: AskedSystem = {
    isAsked: false,
    system: {
      get manifests() {
        return answer([])
      },
      byKind: nothing,
      byName: nothing,
      scalersByTarget: nothing,
      servicesByLabel: nothing,
      ingressesByService: nothing,
      targetOf: () => answer(null),
      objectsAt: () => answer(undefined),
    },
  }
  function answer<T>(value: T): T {
    asked.isAsked = true
    return value
  }
  return asked
}

/** Finds the target of each autoscaler once. */
function targetFinder(byName: NameIndex): System['targetOf'] {
  const found = new Map<Manifest, Manifest | null>()
  return (scaler) => {
    const known = found.get(scaler)
    if (known !== undefined) return known
    const { kind, name } = scaledBy(scaler.object)
    const named = (byName.get(kind, name) ?? []).filter((other) => targets(scaler, other))
    const nearestOne = nearest(named, scaler)
    const target = nearestOne.kind === 'found' ? nearestOne.manifest : null
    found.set(scaler, target)
    return target
  }
}

type IndexName = 'byKind' | 'scalersByTarget' | 'servicesByLabel' | 'ingressesByService'

/** Adds an object to the indexes that it stands in. */
function addKeys({ manifest, object }: ReadManifest, indexes: Indexes): void {
  const { kind } = manifest.identity
  indexes.byKind.add(kind, manifest)
  if (isAutoscaler(manifest.identity)) indexes.scalersByTarget.add(targetKey(object), manifest)
  if (kind === 'Service') {
    const [first] = mapAt(object, ['spec', 'selector'])?.entries ?? []
    if (first !== undefined) indexes.servicesByLabel.add(`${first[0]}=${stringAt(first[1].value, []) ?? ''}`, manifest)
  }
  if (kind === 'Ingress') {
    for (const service of new Set(backendServices(object))) indexes.ingressesByService.add(service, manifest)
  }
}

/** What an autoscaler scales. */
export function scaledBy(scaler: YamlNode): { readonly kind: string; readonly name: string } {
  const target = mapAt(scaler, ['spec', 'scaleTargetRef'])
  return { kind: stringAt(target, ['kind']) ?? 'Deployment', name: stringAt(target, ['name']) ?? '' }
}

/** `Kind/name` of what an autoscaler scales. */
export function targetKey(scaler: YamlNode): string {
  const { kind, name } = scaledBy(scaler)
  return `${kind}/${name}`
}

/** Does an autoscaler name this workload as its target? */
export function targets(scaler: Manifest, manifest: Manifest): boolean {
  const target = mapAt(scaler.object, ['spec', 'scaleTargetRef'])
  if (stringAt(target, ['name']) !== manifest.identity.name) return false
  if (!mayShareNamespace(scaler.identity, manifest.identity)) return false
  return (stringAt(target, ['kind']) ?? 'Deployment') === manifest.identity.kind
}

/** Names of the Services that an Ingress routes to. */
function backendServices(ingress: YamlNode): readonly string[] {
  const rules = itemsAt(ingress, ['spec', 'rules']).flatMap((rule) => itemsAt(rule, ['http', 'paths']))
  const backends = [...rules.map((path) => nodeAt(path, ['backend'])), nodeAt(ingress, ['spec', 'defaultBackend'])]
  return backends.flatMap(
    (backend) => stringAt(backend, ['service', 'name']) ?? stringAt(backend, ['serviceName']) ?? [],
  )
}

/** What a look-up by name gave: one object, none, or several that cannot be told apart. */
export type Lookup =
  | { readonly kind: 'found'; readonly manifest: Manifest }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous'; readonly files: readonly string[] }

/**
 * Finds an object that `from` refers to by kind and name. Of several objects with the name (overlays, other
 * applications) the one nearest in the folder tree is taken, when exactly one is nearest.
 */
export function findObject(system: System, kind: string, name: string, from: Manifest): Lookup {
  const named = system.byName.get(kind, name) ?? []
  const candidates = named.filter((manifest) => mayShareNamespace(manifest.identity, from.identity))
  return nearest(candidates, from)
}

/** Of several candidates the nearest to a manifest's file. */
export function nearest(candidates: readonly Manifest[], from: Manifest): Lookup {
  if (candidates.length === 0) return { kind: 'missing' }
  const distances = new Map<string, number>()
  const distanceTo = ({ file: { path } }: Manifest) => {
    const distance = distances.get(path) ?? distanceBetween(path, from.file.path)
    distances.set(path, distance)
    return distance
  }
  const scored = candidates.map((manifest) => ({ manifest, distance: distanceTo(manifest) }))
  const smallest = smallestOf(scored.map((candidate) => candidate.distance))
  const closest = scored.filter((candidate) => candidate.distance === smallest)
  const [only] = closest
  if (only !== undefined && closest.length === 1) return { kind: 'found', manifest: only.manifest }
  return { kind: 'ambiguous', files: closest.map((candidate) => candidate.manifest.file.path) }
}

/** Could two objects live in one namespace? An object without a namespace goes wherever it is applied. */
export function mayShareNamespace(a: ObjectIdentity, b: ObjectIdentity): boolean {
  return a.namespace === null || b.namespace === null || a.namespace === b.namespace
}

/** Steps from one file to another through the folder tree; 0 for the same file. */
function distanceBetween(a: string, b: string): number {
  if (a === b) return 0
  const left = a.split('/')
  const right = b.split('/')
  let common = 0
  while (common < left.length - 1 && common < right.length - 1 && left[common] === right[common]) common++
  return left.length + right.length - 2 * common - 1
}
