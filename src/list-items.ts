/** The items of a `List` whose texts mean by themselves what they mean in the list. */
import { stringAt } from './manifests/node.ts'
import type { Scan } from './manifests/plain/document-scan.ts'
import { plainRoot } from './manifests/plain/nodes.ts'
import { field, type PlainDocument, place } from './manifests/plain/row-fields.ts'
import { ALIAS, ANCHOR, COLUMN, KEY, KIND, NESTED, NEXT, QUOTE, START, STOP, STYLE } from './manifests/plain/rows.ts'
import type { Span } from './source/location.ts'
import type { SourceFile } from './source/source-file.ts'
import type { Manifest } from './workloads/manifest.ts'

/** An item of a list with the objects in it. */
export interface ListItem {
  /** From the start of the line of its dash to that of what follows. */
  readonly span: Span
  /** The column of its dash. */
  readonly indent: number
  readonly objects: readonly Manifest[]
}

/** A document of several objects. */
export interface ListDocument {
  readonly file: SourceFile
  readonly span: Span
  readonly objects: readonly Manifest[]
}

/**
 * The items that are block mappings behind their dash; none when the document is no list, or when it has anchors or
 * aliases, through which items depend on each other.
 */
export function listItems(document: ListDocument, scan: Scan): readonly ListItem[] {
  const { file, span, objects } = document
  const rows = scan(file.text, span)
  if (rows === null || rows.flow !== null) return []
  const scanned: PlainDocument = { file, rows }
  if (hasNames(scanned) || stringAt(plainRoot(scanned) ?? undefined, ['kind'])?.endsWith('List') !== true) return []
  let next = 0
  return itemPlaces(scanned, span.end).map((place) => {
    const own: Manifest[] = []
    for (; next < objects.length; next++) {
      const object = objects[next]
      if (object === undefined || object.object.location.span.start >= place.span.end) break
      if (object.object.location.span.start >= place.span.start) own.push(object)
    }
    return { ...place, objects: own }
  })
}

/** The item that a place is in. */
export function itemAt(items: readonly ListItem[], { start, end }: Span): ListItem | null {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.span.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const item = items[low - 1]
  return item !== undefined && end <= item.span.end ? item : null
}

function hasNames(scanned: PlainDocument): boolean {
  for (let row = 0; row < scanned.rows.count; row++)
    if (field(scanned, row, ANCHOR) !== 0 || field(scanned, row, STYLE) === ALIAS) return true
  return false
}

function itemPlaces(scanned: PlainDocument, end: number): readonly Omit<ListItem, 'objects'>[] {
  const list = rowOfItems(scanned)
  if (list === null) return []
  const places: Omit<ListItem, 'objects'>[] = []
  const behind = field(scanned, list, NEXT)
  for (let row = list + 1; row < behind; row = field(scanned, row, NEXT)) {
    const next = field(scanned, row, NEXT)
    const stop = next < scanned.rows.count ? lineStart(scanned, next) : end
    if (holdsMap(scanned, row))
      places.push({ span: { start: lineStart(scanned, row), end: stop }, indent: field(scanned, row, COLUMN) })
  }
  return places
}

function rowOfItems(scanned: PlainDocument): number | null {
  const { text } = scanned.file
  for (let row = 0; row < scanned.rows.count; row = field(scanned, row, NEXT)) {
    const isItems = text.slice(place(scanned, row, START), place(scanned, row, STOP)) === 'items'
    if (isItems && field(scanned, row, KIND) === KEY && field(scanned, row, STYLE) === NESTED) return row
  }
  return null
}

/** Does a mapping start behind the dash, on its line? */
function holdsMap(scanned: PlainDocument, row: number): boolean {
  if (field(scanned, row, KIND) === KEY || field(scanned, row, STYLE) !== NESTED) return false
  const first = row + 1
  if (first >= field(scanned, row, NEXT) || field(scanned, first, KIND) !== KEY) return false
  return /^ +["']?$/.test(scanned.file.text.slice(place(scanned, row, STOP), place(scanned, first, START)))
}

function lineStart(scanned: PlainDocument, row: number): number {
  const quote = field(scanned, row, QUOTE) === 0 ? 0 : 1
  return place(scanned, row, START) - quote - field(scanned, row, COLUMN)
}
