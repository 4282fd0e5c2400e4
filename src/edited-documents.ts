/** Edits to the documents and files that they touch, read again as they would be. */

import { applyEdits, type Edit } from './findings/edits/edit.ts'
import { itemAt, type ListItem } from './list-items.ts'
import { parseWithLibrary } from './manifests/library.ts'
import { documentSpans } from './manifests/parse.ts'
import type { Scan } from './manifests/plain/document-scan.ts'
import { plainRoot } from './manifests/plain/nodes.ts'
import { copyRows } from './manifests/plain/rows.ts'
import type { ObjectDocument, ObjectDocuments } from './object-documents.ts'
import { appendAll } from './source/lists.ts'
import { type Location, locationOf, type Span } from './source/location.ts'
import { createSourceFile, type SourceFile } from './source/source-file.ts'
import { type Manifest, readManifests } from './workloads/manifest.ts'

/** What is read at once: a document, an item of a list, or a file that holds no objects. */
export interface EditedPart {
  /** What no other part has. */
  readonly key: string
  /** The document or file that it belongs to. */
  readonly whole: { readonly key: string; readonly units: number }
  readonly file: SourceFile
  readonly span: Span
  /** The column of the dash in front of it; null for what is no item. */
  readonly indent: number | null
  /** The objects in it as they were. */
  readonly objects: readonly Manifest[]
  readonly edits: readonly Edit[]
}

/** What edits make of the parts that they touch. */
export interface EditedDocuments {
  /** Keys of the parts. */
  readonly parts: ReadonlySet<string>
  /** Objects as they were, and as they are now. */
  readonly old: ReadonlySet<Manifest>
  readonly manifests: readonly Manifest[]
  /** Texts of files that hold no manifests. */
  readonly texts: ReadonlyMap<string, string>
}

/** Reads the edited parts, each as a file of its own; null when one can no longer be read. */
export function readEdited(parts: readonly EditedPart[], scan: Scan): EditedDocuments | null {
  const old = new Set<Manifest>()
  const manifests: Manifest[] = []
  const texts = new Map<string, string>()
  for (const part of parts) {
    const text = editedText(part)
    if (part.objects.length === 0) {
      texts.set(part.file.path, text)
      continue
    }
    const read = readText(part.file.path, text, scan)
    if (read.problems > 0 && read.problems > readText(part.file.path, textOf(part), scan).problems) return null
    appendAll(manifests, read.manifests)
    for (const manifest of part.objects) old.add(manifest)
  }
  return { parts: new Set(parts.map(({ key }) => key)), old, manifests, texts }
}

/** The text of a part; an item has a space in place of its dash, so that it is a document with the same columns. */
function textOf({ file, span, indent }: EditedPart): string {
  if (indent === null) return file.text.slice(span.start, span.end)
  return ' '.repeat(indent + 1) + file.text.slice(span.start + indent + 1, span.end)
}

function editedText(part: EditedPart): string {
  const { start } = part.span
  const shifted = part.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return applyEdits(textOf(part), shifted)
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

/** How much of a document is read for its edits. */
export type Extent = 'items' | 'document'

/** Edits by the part that they are in; items are read alone where each edit of their document is within one. */
export function editedParts(edits: readonly Edit[], documents: ObjectDocuments, extent: Extent): readonly EditedPart[] {
  const touched = new Map<string, { readonly file: SourceFile; document: ObjectDocument | null; own: Edit[] }>()
  for (const edit of edits) {
    const document = documents.at(placeOfEdit(edit))
    const key = document?.key ?? fileKey(edit.file)
    const known = touched.get(key)
    if (known === undefined) touched.set(key, { file: edit.file, document, own: [edit] })
    else known.own.push(edit)
  }
  return [...touched.values()].flatMap(({ file, document, own }) => {
    if (document === null) return wholeFile(file, own)
    return (extent === 'items' ? partsOfItems(document, own) : null) ?? wholeDocument(document, own)
  })
}

function wholeFile(file: SourceFile, edits: readonly Edit[]): EditedPart {
  const key = fileKey(file)
  const span = { start: 0, end: file.text.length }
  return { key, whole: { key, units: span.end }, file, span, indent: null, objects: [], edits }
}

function wholeDocument({ key, file, span, objects }: ObjectDocument, edits: readonly Edit[]): EditedPart {
  return { key, whole: { key, units: span.end - span.start }, file, span, indent: null, objects, edits }
}

function partsOfItems(document: ObjectDocument, edits: readonly Edit[]): readonly EditedPart[] | null {
  const items = document.items()
  if (items.length === 0) return null
  const touched = new Map<ListItem, Edit[]>()
  for (const edit of edits) {
    const item = itemAt(items, placeOfEdit(edit).span)
    if (item === null || !staysWithin(item, edit)) return null
    const known = touched.get(item)
    if (known === undefined) touched.set(item, [edit])
    else known.push(edit)
  }
  const whole = { key: document.key, units: document.span.end - document.span.start }
  return [...touched].map(([item, own]) => ({
    key: itemKey(document, item),
    whole,
    file: document.file,
    ...item,
    edits: own,
  }))
}

/** Does what an edit writes belong to the item, as its columns say? */
function staysWithin({ span, indent }: ListItem, { start, text }: Edit): boolean {
  if (start <= span.start + indent) return false
  const [, ...lines] = text.split('\n')
  return lines.every((line) => line.trim() === '' || line.search(/\S/) > indent)
}

/** Has the object of a workload been read again? */
export function isReadAgain(manifest: Manifest, read: EditedDocuments, documents: ObjectDocuments): boolean {
  const { file, document } = manifest
  const own = documents.at(locationOf(file, document.start, document.end))
  if (own === null) return false
  if (read.parts.has(own.key)) return true
  const item = itemOf(manifest, own)
  return item !== null && read.parts.has(itemKey(own, item))
}

/** The item that the object of a workload is in. */
function itemOf(manifest: Manifest, document: ObjectDocument): ListItem | null {
  const items = document.items()
  if (items.length === 0) return null
  const { location } = manifest.object
  return location.file === document.file ? itemAt(items, location.span) : null
}

/** What is inserted at the end of a document belongs to it, and not to the next one, which starts there. */
export function placeOfEdit({ file, start, end }: Edit): Location {
  return start === end && start > 0 ? locationOf(file, start - 1, start) : locationOf(file, start, end)
}

/** A document of a file of manifests, or a file of another kind. */
export function documentKey(place: Location, documents: ObjectDocuments): string {
  return documents.at(place)?.key ?? fileKey(place.file)
}

function fileKey({ path }: SourceFile): string {
  return `${path}\n`
}

function itemKey({ key }: ObjectDocument, { span }: ListItem): string {
  return `${key}\n${span.start}`
}
