/** All objects of a run, found by kind, namespace and name. */
import type { Manifest, ObjectIdentity } from './manifest.ts'

/** The objects that were read, indexed so that joins cost a look-up each. */
export interface System {
  readonly manifests: readonly Manifest[]
  readonly byKind: ReadonlyMap<string, readonly Manifest[]>
  readonly byName: ReadonlyMap<string, readonly Manifest[]>
}

/** Indexes objects. */
export function buildSystem(manifests: readonly Manifest[]): System {
  const byKind = new Map<string, Manifest[]>()
  const byName = new Map<string, Manifest[]>()
  for (const manifest of manifests) {
    append(byKind, manifest.identity.kind, manifest)
    append(byName, `${manifest.identity.kind}/${manifest.identity.name}`, manifest)
  }
  return { manifests, byKind, byName }
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
  const named = system.byName.get(`${kind}/${name}`) ?? []
  const candidates = named.filter((manifest) => mayShareNamespace(manifest.identity, from.identity))
  return nearest(candidates, from)
}

/** Of several candidates the nearest to a manifest's file. */
export function nearest(candidates: readonly Manifest[], from: Manifest): Lookup {
  if (candidates.length === 0) return { kind: 'missing' }
  const scored = candidates.map((manifest) => ({
    manifest,
    distance: distanceBetween(manifest.file.path, from.file.path),
  }))
  const smallest = Math.min(...scored.map((candidate) => candidate.distance))
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

function append(index: Map<string, Manifest[]>, key: string, manifest: Manifest): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [manifest])
  else list.push(manifest)
}
