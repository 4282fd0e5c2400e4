/** Objects by a key, or by kind and name. Most keys have one object, so a list is only made for several. */
import { ownText } from '../source/own-text.ts'
import type { Manifest } from './manifest.ts'

/** Objects by a key. */
export interface ObjectIndex {
  get(key: string): readonly Manifest[] | undefined
}

/** Objects by kind and name. */
export interface NameIndex {
  get(kind: string, name: string): readonly Manifest[] | undefined
}

/** An index that objects are added to. */
export interface GrowingIndex extends ObjectIndex {
  add(key: string, manifest: Manifest): void
}

/** Makes an empty index; its keys may be parts of texts that are forgotten. */
export function createObjectIndex(): GrowingIndex {
  const objects: Objects = new Map()
  return {
    get: (key) => listOf(objects.get(key)),
    add: (key, manifest) => addTo(objects, objects.has(key) ? key : ownText(key), manifest),
  }
}

/** Makes an empty index by kind and name. */
export function createNameIndex(): NameIndex & { add(manifest: Manifest): void } {
  const kinds = new Map<string, Objects>()
  return {
    get: (kind, name) => listOf(kinds.get(kind)?.get(name)),
    add(manifest) {
      const { kind, name } = manifest.identity
      const objects: Objects = kinds.get(kind) ?? new Map()
      if (objects.size === 0) kinds.set(kind, objects)
      addTo(objects, name, manifest)
    },
  }
}

type Objects = Map<string, Manifest | Manifest[]>

function addTo(objects: Objects, key: string, manifest: Manifest): void {
  const known = objects.get(key)
  if (known === undefined) objects.set(key, manifest)
  else if (Array.isArray(known)) known.push(manifest)
  else objects.set(key, [known, manifest])
}

function listOf(found: Manifest | Manifest[] | undefined): readonly Manifest[] | undefined {
  return found === undefined || Array.isArray(found) ? found : [found]
}
