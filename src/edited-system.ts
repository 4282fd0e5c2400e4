/** The objects of a run with some replaced by what edits make of them; all others are shared. */
import type { ItemWatcher } from './item-relations.ts'
import type { Location } from './source/location.ts'
import type { Manifest } from './workloads/manifest.ts'
import { buildSystem, nearest, type ObjectIndex, type System, targetKey, targets } from './workloads/system.ts'

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
  readonly byName: ObjectIndex
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
    this.byKind = new EditedIndex(before.byKind, added.byKind, { old, watcher })
    this.byName = new EditedIndex(before.byName, added.byName, { old, watcher })
    this.scalersByTarget = new EditedIndex(before.scalersByTarget, added.scalersByTarget, { old, watcher })
    this.servicesByLabel = new EditedIndex(before.servicesByLabel, added.servicesByLabel, { old, watcher })
    this.ingressesByService = new EditedIndex(before.ingressesByService, added.ingressesByService, { old, watcher })
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
    const named = (this.byName.get(targetKey(scaler.object)) ?? []).filter((other) => targets(scaler, other))
    const target = nearest(named, scaler)
    return target.kind === 'found' ? target.manifest : null
  }
}

interface Replacing {
  readonly old: ReadonlySet<Manifest>
  readonly watcher: ItemWatcher | null
}

/** One index of a system with some objects replaced. */
class EditedIndex implements ObjectIndex {
  readonly #before: ObjectIndex
  readonly #added: ObjectIndex
  readonly #old: ReadonlySet<Manifest>
  readonly #watcher: ItemWatcher | null

  constructor(before: ObjectIndex, added: ObjectIndex, { old, watcher }: Replacing) {
    this.#before = before
    this.#added = added
    this.#old = old
    this.#watcher = watcher
  }

  get(key: string): readonly Manifest[] | undefined {
    const before = this.#before.get(key)
    const added = this.#added.get(key)
    if (before === undefined) return added
    const old = this.#old
    const kept = before.some((manifest) => old.has(manifest)) ? before.filter((manifest) => !old.has(manifest)) : before
    if (this.#watcher !== null) for (const manifest of kept) this.#watcher.see(manifest)
    return added === undefined ? kept : [...kept, ...added]
  }
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
