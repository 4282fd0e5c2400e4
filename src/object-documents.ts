/** The documents that hold objects, and the items of those that are lists. */
import { type ListItem, listItems } from './list-items.ts'
import type { Scan } from './manifests/plain/document-scan.ts'
import type { Location, Span } from './source/location.ts'
import type { SourceFile } from './source/source-file.ts'
import type { Manifest } from './workloads/manifest.ts'
import type { System } from './workloads/system.ts'

/** A document with the objects in it. */
export interface ObjectDocument {
  /** What no other document of a run has. */
  readonly key: string
  readonly file: SourceFile
  readonly span: Span
  readonly objects: readonly Manifest[]
  /** The items that can be read by themselves, in the order of the text. */
  items(): readonly ListItem[]
}

/** Finds documents. */
export interface ObjectDocuments {
  /** The document that a place is in; null when no object was read from its file. */
  at(place: Location): ObjectDocument | null
}

/** Finds the documents of a system; those of many objects are found once. */
export function objectDocuments(system: System, scan: Scan): ObjectDocuments {
  const lists = new Map<SourceFile, ObjectDocument[]>()
  return {
    at(place) {
      const { start } = place.span
      const own = lists.get(place.file)
      const known = own?.find(({ span }) => span.start <= start && start < span.end)
      if (known !== undefined) return known
      const objects = system.objectsAt(place) ?? []
      const [first] = objects
      if (first === undefined) return null
      const document = documentOf(first, objects, scan)
      if (objects.length === 1) return document
      if (own === undefined) lists.set(place.file, [document])
      else own.push(document)
      return document
    },
  }
}

function documentOf({ file, document }: Manifest, objects: readonly Manifest[], scan: Scan): ObjectDocument {
  let items: readonly ListItem[] | null = objects.length === 1 ? [] : null
  return {
    key: `${file.path}\n${document.start}`,
    file,
    span: document,
    objects,
    items: () => {
      items ??= listItems({ file, span: document, objects }, scan)
      return items
    },
  }
}
