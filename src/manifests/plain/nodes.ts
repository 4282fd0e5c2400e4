/** Nodes over the rows of a plain document. They are made when somebody asks for them, which for most nobody does. */
import { type Location, locationOf } from '../../source/location.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSequence } from '../node.ts'
import { askedAt, MOST_SINGLE } from './asked-entries.ts'
import { flowNodes, rowsOfFlow } from './flow-nodes.ts'
import { endOf, field, MERGES, MISSING, type PlainDocument, place, rowOf, styleName } from './row-fields.ts'
import {
  ALIAS,
  ALIASED,
  DASH,
  FLOW,
  KIND,
  NESTED,
  NEXT,
  QUOTE,
  START,
  STOP,
  STYLE,
  TARGET,
  VALUE_START,
  VALUE_STOP,
} from './rows.ts'
import { PlainScalar } from './scalar-node.ts'

/** The root of a document; null when it is empty. */
export function plainRoot(document: PlainDocument): YamlNode | null {
  const { count, base, flow } = document.rows
  if (flow !== null) return flowNodes({ file: document.file, base, rows: flow, isShared: false })
  return count === 0 ? null : collectionAt(document, { row: 0, end: count, isShared: false })
}

/** Rows of a collection: `end` is the row behind its last. */
interface Range {
  readonly row: number
  readonly end: number
  readonly isShared: boolean
}

function collectionAt(document: PlainDocument, range: Range): YamlNode {
  const isList = field(document, range.row, KIND) === DASH
  return isList ? new BlockSequence(document, range) : new BlockMap(document, range)
}

/** The value of a key or dash; an alias gives the nodes of what it stands for. */
function valueAt(document: PlainDocument, row: number, isInShared: boolean): YamlNode {
  const { file } = document
  const style = field(document, row, STYLE)
  if (style === ALIAS) return valueAt(document, field(document, row, TARGET), true)
  const isShared = isInShared || field(document, row, ALIASED) === 1
  const start = place(document, row, VALUE_START)
  const stop = place(document, row, VALUE_STOP)
  if (style === NESTED) {
    const end = field(document, row, NEXT)
    if (end > row + 1) return collectionAt(document, { row: row + 1, end, isShared })
  }
  return style === FLOW
    ? flowNodes({ file, base: start, rows: rowsOfFlow(file.text.slice(start, stop)), isShared })
    : new PlainScalar(file, { start, stop, style: styleName(style), isShared })
}

class BlockMap implements YamlMap {
  readonly kind = 'map'
  readonly isFlow = false
  readonly isShared: boolean
  readonly #document: PlainDocument
  readonly #row: number
  readonly #end: number
  #entries: ReadonlyMap<string, YamlEntry> | null = null
  /** Entries that were asked for alone. */
  #found: BlockEntry | null = null
  #asked = 0

  constructor(document: PlainDocument, { row, end, isShared }: Range) {
    this.#document = document
    this.#row = row
    this.#end = end
    this.isShared = isShared
  }

  entryOf(key: string): YamlEntry | undefined {
    if (this.#entries !== null || ++this.#asked > MOST_SINGLE) return this.entries.get(key)
    const row = rowOf(this.#document, key, this.#row, this.#end)
    if (row === MERGES) return this.entries.get(key)
    return row === MISSING ? undefined : (askedAt(this.#found, row) ?? this.#addAt(row))
  }

  get location(): Location {
    const quote = field(this.#document, this.#row, QUOTE) === 0 ? 0 : 1
    const start = place(this.#document, this.#row, START) - quote
    return locationOf(this.#document.file, start, endOf(this.#document, this.#end))
  }

  get entries(): ReadonlyMap<string, YamlEntry> {
    this.#entries ??= this.#read()
    return this.#entries
  }

  #read(): ReadonlyMap<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>()
    const document = this.#document
    let merged: YamlNode | null = null
    for (let row = this.#row; row < this.#end; row = field(document, row, NEXT)) {
      const start = place(document, row, START)
      const stop = place(document, row, STOP)
      const name = document.file.text.slice(start, stop)
      if (name === '<<' && field(document, row, QUOTE) === 0) merged = valueAt(document, row, true)
      else
        entries.set(
          name,
          askedAt(this.#found, row) ?? new BlockEntry(document, { row, isShared: this.isShared, before: null }),
        )
    }
    // The map's own keys win.
    for (const [name, entry] of merged?.kind === 'map' ? merged.entries : [])
      if (!entries.has(name)) entries.set(name, entry)
    return entries
  }

  #addAt(row: number): BlockEntry {
    this.#found = new BlockEntry(this.#document, { row, isShared: this.isShared, before: this.#found })
    return this.#found
  }
}

interface EntryPlace {
  /** Its row in the document. */
  readonly row: number
  readonly isShared: boolean
  /** The entry of the same map that was asked for before. */
  readonly before: BlockEntry | null
}

class BlockEntry implements YamlEntry {
  readonly row: number
  readonly before: BlockEntry | null
  readonly #document: PlainDocument
  readonly #isShared: boolean
  #key: YamlScalar | null = null
  #value: YamlNode | null = null

  constructor(document: PlainDocument, { row, isShared, before }: EntryPlace) {
    this.row = row
    this.before = before
    this.#document = document
    this.#isShared = isShared
  }

  get key(): YamlScalar {
    if (this.#key !== null) return this.#key
    const quote = field(this.#document, this.row, QUOTE)
    const width = quote === 0 ? 0 : 1
    const start = place(this.#document, this.row, START) - width
    const stop = place(this.#document, this.row, STOP) + width
    const style = quote === 0 ? 'plain' : quote === 34 ? 'doubleQuoted' : 'singleQuoted'
    this.#key = new PlainScalar(this.#document.file, { start, stop, style, isShared: this.#isShared })
    return this.#key
  }

  get value(): YamlNode {
    this.#value ??= valueAt(this.#document, this.row, this.#isShared)
    return this.#value
  }
}

class BlockSequence implements YamlSequence {
  readonly kind = 'sequence'
  readonly isFlow = false
  readonly isShared: boolean
  readonly #document: PlainDocument
  readonly #row: number
  readonly #end: number
  #items: readonly YamlNode[] | null = null

  constructor(document: PlainDocument, { row, end, isShared }: Range) {
    this.#document = document
    this.#row = row
    this.#end = end
    this.isShared = isShared
  }

  get location(): Location {
    const start = place(this.#document, this.#row, START)
    return locationOf(this.#document.file, start, endOf(this.#document, this.#end))
  }

  get items(): readonly YamlNode[] {
    this.#items ??= this.#read()
    return this.#items
  }

  #read(): readonly YamlNode[] {
    const items: YamlNode[] = []
    for (let row = this.#row; row < this.#end; row = field(this.#document, row, NEXT))
      items.push(valueAt(this.#document, row, this.isShared))
    return items
  }
}
