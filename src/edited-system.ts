/** The objects of a run with some replaced by what edits make of them; all others are shared. */
import type { ItemWatcher } from './item-relations.ts'
import type { Location } from './source/location.ts'
import type { Manifest } from './workloads/manifest.ts'
import type { NameIndex, ObjectIndex } from './workloads/object-index.ts'
import { buildSystem, nearest, type System, scaledBy, targets } from './workloads/system.ts'

/** Objects as they were, and as they are now. */
export interface ReplacedObjects {
  readonly old: ReadonlySet<Manifest>
  readonly manifests: readonly Manifest[]
}

/** The same system with some objects replaced by others; `watcher` is told of the others that somebody asks for. */
export function editedSystem(before: System, replaced: ReplacedObjects, watcher: ItemWatcher | null): System {
  return new EditedSystem(before, replaced, watcher)
}

/**
 * A class, because V8 gives each object literal with a getter a shape of its own, and the shapes that it remembers keep
 * the objects of finished proofs alive until the whole heap is collected.
 */
class EditedSystem implements System {
  readonly byKind: ObjectIndex
  readonly byName: NameIndex
  readonly scalersByTarget: ObjectIndex
  readonly servicesByLabel: ObjectIndex
  readonly ingressesByService: ObjectIndex
  readonly #before: System
  readonly #replaced: ReplacedObjects
  readonly #added: System
  readonly #watcher: ItemWatcher | null

  constructor(before: System, replaced: ReplacedObjects, watcher: ItemWatcher | null) {
    const { old } = replaced
    const added = buildSystem(replaced.manifests)
    const replacing: Replacing = { old, watcher }
    this.byKind = editedIndex<[string]>(before.byKind, added.byKind, replacing)
    this.byName = editedIndex<[string, string]>(before.byName, added.byName, replacing)
    this.scalersByTarget = editedIndex<[string]>(before.scalersByTarget, added.scalersByTarget, replacing)
    this.servicesByLabel = editedIndex<[string]>(before.servicesByLabel, added.servicesByLabel, replacing)
    this.ingressesByService = editedIndex<[string]>(before.ingressesByService, added.ingressesByService, replacing)
    this.#before = before
    this.#replaced = replaced
    this.#added = added
    this.#watcher = watcher
  }

  get manifests(): readonly Manifest[] {
    this.#watcher?.seeAll()
    const { old, manifests } = this.#replaced
    return [...this.#before.manifests.filter((manifest) => !old.has(manifest)), ...manifests]
  }

  objectsAt(location: Location): readonly Manifest[] | undefined {
    return this.#added.objectsAt(location) ?? this.#before.objectsAt(location)
  }

  targetOf(scaler: Manifest): Manifest | null {
    const { old, manifests } = this.#replaced
    if (old.has(scaler)) return this.#targetAmongAll(scaler)
    const target = this.#before.targetOf(scaler)
    if (target !== null) this.#watcher?.see(target)
    return target === null || !old.has(target)
      ? target
      : (manifests.find((other) => isSameObject(target, other)) ?? null)
  }

  #targetAmongAll(scaler: Manifest): Manifest | null {
    const { kind, name } = scaledBy(scaler.object)
    const named = (this.byName.get(kind, name) ?? []).filter((other) => targets(scaler, other))
    const target = nearest(named, scaler)
    return target.kind === 'found' ? target.manifest : null
  }
}

interface Replacing {
  readonly old: ReadonlySet<Manifest>
  readonly watcher: ItemWatcher | null
}

/** An index by some words. */
interface Index<Key extends readonly string[]> {
  get(...key: Key): readonly Manifest[] | undefined
}

/** An index of a system with some objects replaced. */
function editedIndex<Key extends readonly string[]>(
  before: Index<Key>,
  added: Index<Key>,
  replacing: Replacing,
): Index<Key> {
  return { get: (...key) => joined(before.get(...key), added.get(...key), replacing) }
}

/** The objects under a key: those before that are not replaced, and those that are new. */
function joined(
  before: readonly Manifest[] | undefined,
  added: readonly Manifest[] | undefined,
  { old, watcher }: Replacing,
): readonly Manifest[] | undefined {
  if (before === undefined) return added
  const kept = before.some((manifest) => old.has(manifest)) ? before.filter((manifest) => !old.has(manifest)) : before
  if (watcher !== null) for (const manifest of kept) watcher.see(manifest)
  return added === undefined ? kept : [...kept, ...added]
}

/** Is it the object with the same kind and name? */
function isSameObject({ file, identity }: Manifest, other: Manifest): boolean {
  return (
    other.file.path === file.path &&
    other.identity.kind === identity.kind &&
    other.identity.name === identity.name &&
    other.identity.namespace === identity.namespace
  )
}
