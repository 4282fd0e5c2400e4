/** Edits to the documents and files that they touch, read again as they would be. */

import { applyEdits, type Edit } from './findings/edits/edit.ts'
import { parseWithLibrary } from './manifests/library.ts'
import { documentSpans } from './manifests/parse.ts'
import type { Scan } from './manifests/plain/document-scan.ts'
import { plainRoot } from './manifests/plain/nodes.ts'
import { copyRows } from './manifests/plain/rows.ts'
import { appendAll } from './source/lists.ts'
import { type Location, locationOf, type Span } from './source/location.ts'
import { createSourceFile, type SourceFile } from './source/source-file.ts'
import { type Manifest, readManifests } from './workloads/manifest.ts'
import type { System } from './workloads/system.ts'

/** What edits make of the documents and files that they touch. */
export interface EditedDocuments {
  /** Objects as they were, and as they are now. */
  readonly old: ReadonlySet<Manifest>
  readonly manifests: readonly Manifest[]
  /** Texts of files that hold no manifests. */
  readonly texts: ReadonlyMap<string, string>
}

/** Reads the edited documents, each as a file of its own; null when one can no longer be read. */
export function readEdited(edits: readonly Edit[], system: System, scan: Scan): EditedDocuments | null {
  const old = new Set<Manifest>()
  const manifests: Manifest[] = []
  const texts = new Map<string, string>()
  for (const { file, span, own } of editedParts(edits, system)) {
    const before = file.text.slice(span.start, span.end)
    const shifted = own.map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }))
    const text = applyEdits(before, shifted)
    const objects = system.objectsAt(locationOf(file, span.start, span.end)) ?? []
    if (objects.length === 0) {
      texts.set(file.path, text)
      continue
    }
    const read = readText(file.path, text, scan)
    if (read.problems > 0 && read.problems > readText(file.path, before, scan).problems) return null
    appendAll(manifests, read.manifests)
    for (const manifest of objects) old.add(manifest)
  }
  return { old, manifests, texts }
}

/** The objects in a text, with their nodes at hand because they are needed at once. */
function readText(path: string, text: string, scan: Scan) {
  const file = createSourceFile(path, text)
  const manifests: Manifest[] = []
  let problems = 0
  for (const span of documentSpans(text)) {
    const rows = scan(text, span)
    const parsed = rows === null ? parseWithLibrary(file, span) : null
    const root = rows === null ? parsed?.node : plainRoot({ file, rows: copyRows(rows) })
    problems += parsed?.problems.length ?? 0
    if (root !== null && root !== undefined) appendAll(manifests, readManifests(file, root, { span }))
  }
  return { manifests, problems }
}

interface EditedPart {
  readonly file: SourceFile
  readonly span: Span
  readonly own: Edit[]
}

/** Edits by the document they are in, or by the file when it holds no manifests. */
function editedParts(edits: readonly Edit[], system: System): readonly EditedPart[] {
  const parts = new Map<string, EditedPart>()
  for (const edit of edits) {
    const place = placeOfEdit(edit)
    const [object] = system.objectsAt(place) ?? []
    const key = documentKey(place, system)
    const span = object?.document ?? { start: 0, end: edit.file.text.length }
    const part = parts.get(key) ?? { file: edit.file, span, own: [] }
    part.own.push(edit)
    parts.set(key, part)
  }
  return [...parts.values()]
}

/** What is inserted at the end of a document belongs to it, and not to the next one, which starts there. */
export function placeOfEdit({ file, start, end }: Edit): Location {
  return start === end && start > 0 ? locationOf(file, start - 1, start) : locationOf(file, start, end)
}

/** A document of a file of manifests, or a file of another kind. */
export function documentKey(place: Location, system: System): string {
  const [object] = system.objectsAt(place) ?? []
  return `${place.file.path}\n${object?.document.start ?? ''}`
}
