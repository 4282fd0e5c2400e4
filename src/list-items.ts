/** The items of a `List` whose texts mean by themselves what they mean in the list. */
import { stringAt } from './manifests/node.ts'
import type { Scan } from './manifests/plain/document-scan.ts'
import { plainRoot } from './manifests/plain/nodes.ts'
import {
  ALIAS,
  ANCHOR,
  COLUMN,
  KEY,
  KIND,
  NESTED,
  NEXT,
  QUOTE,
  ROW_SIZE,
  type Rows,
  START,
  STOP,
  STYLE,
} from './manifests/plain/rows.ts'
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
  const root = rows === null ? null : plainRoot({ file, rows })
  if (rows === null || root === null || hasNames(rows)) return []
  if (stringAt(root, ['kind'])?.endsWith('List') !== true) return []
  let next = 0
  return itemPlaces(file.text, rows, span.end).map((place) => {
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

function field({ values }: Rows, row: number, name: number): number {
  return values[row * ROW_SIZE + name] ?? 0
}

function hasNames(rows: Rows): boolean {
  for (let row = 0; row < rows.count; row++)
    if (field(rows, row, ANCHOR) !== 0 || field(rows, row, STYLE) === ALIAS) return true
  return false
}

function itemPlaces(text: string, rows: Rows, end: number): readonly Omit<ListItem, 'objects'>[] {
  const list = rowOfItems(text, rows)
  if (list === null) return []
  const places: Omit<ListItem, 'objects'>[] = []
  const behind = field(rows, list, NEXT)
  for (let row = list + 1; row < behind; row = field(rows, row, NEXT)) {
    const next = field(rows, row, NEXT)
    const stop = next < rows.count ? lineStart(rows, next) : end
    if (holdsMap(text, rows, row))
      places.push({ span: { start: lineStart(rows, row), end: stop }, indent: field(rows, row, COLUMN) })
  }
  return places
}

function rowOfItems(text: string, rows: Rows): number | null {
  for (let row = 0; row < rows.count; row = field(rows, row, NEXT)) {
    const isItems = text.slice(field(rows, row, START), field(rows, row, STOP)) === 'items'
    if (isItems && field(rows, row, KIND) === KEY && field(rows, row, STYLE) === NESTED) return row
  }
  return null
}

/** Does a mapping start behind the dash, on its line? */
function holdsMap(text: string, rows: Rows, row: number): boolean {
  if (field(rows, row, KIND) === KEY || field(rows, row, STYLE) !== NESTED) return false
  const first = row + 1
  if (first >= field(rows, row, NEXT) || field(rows, first, KIND) !== KEY) return false
  return /^ +["']?$/.test(text.slice(field(rows, row, STOP), field(rows, first, START)))
}

function lineStart(rows: Rows, row: number): number {
  const quote = field(rows, row, QUOTE) === 0 ? 0 : 1
  return field(rows, row, START) - quote - field(rows, row, COLUMN)
}
