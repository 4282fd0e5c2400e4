/** Nodes over the rows of flow collections. They are made when somebody asks for them, which for most nobody does. */
import { type Location, locationOf } from '../../source/location.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSequence } from '../node.ts'
import { askedAt, MOST_SINGLE } from './asked-entries.ts'
import { ownCodesOf } from './codes.ts'
import {
  createFlowScanner,
  FLOW_END,
  FLOW_KIND,
  FLOW_LIST,
  FLOW_MAP,
  FLOW_NEXT,
  FLOW_PLAIN,
  FLOW_ROW_SIZE,
  FLOW_START,
  type FlowRows,
  scanFlow,
} from './flow.ts'
import { PlainScalar } from './scalar-node.ts'

/** The rows of a flow collection, where their offsets count from in a file, and whether an alias stands for it. */
interface FlowDocument {
  readonly file: SourceFile
  readonly base: number
  readonly rows: FlowRows
  readonly isShared: boolean
}

/** The nodes of a flow collection. */
export function flowNodes(document: FlowDocument): YamlNode {
  return nodeOf(document, 0)
}

/** The rows of a flow collection in a block document, which was scanned before. */
export function rowsOfFlow(written: string): FlowRows {
  const scanner = createFlowScanner()
  scanFlow(scanner, 0, { codes: ownCodesOf(written), stop: written.length, column: -1 })
  return scanner
}

function nodeOf(document: FlowDocument, row: number): YamlNode {
  const kind = field(document, row, FLOW_KIND)
  if (kind === FLOW_MAP) return new FlowMap(document, row)
  return kind === FLOW_LIST ? new FlowSequence(document, row) : scalarOf(document, row)
}

function scalarOf(document: FlowDocument, row: number): YamlScalar {
  const { file, base, isShared } = document
  const start = base + field(document, row, FLOW_START)
  const stop = base + field(document, row, FLOW_END)
  const isPlain = field(document, row, FLOW_KIND) === FLOW_PLAIN
  const style = isPlain ? 'plain' : file.text[start] === '"' ? 'doubleQuoted' : 'singleQuoted'
  return new PlainScalar(file, { start, stop, style, isShared })
}

function field({ rows }: FlowDocument, row: number, name: number): number {
  return rows.values[row + name] ?? 0
}

/** The row behind a row and all that is within. */
function behind(document: FlowDocument, row: number): number {
  return field(document, row, FLOW_NEXT) * FLOW_ROW_SIZE
}

function placeOf(document: FlowDocument, row: number): Location {
  const { file, base } = document
  return locationOf(file, base + field(document, row, FLOW_START), base + field(document, row, FLOW_END))
}

class FlowMap implements YamlMap {
  readonly kind = 'map'
  readonly isFlow = true
  readonly isShared: boolean
  readonly #document: FlowDocument
  readonly #row: number
  #entries: ReadonlyMap<string, YamlEntry> | null = null
  /** Entries that were asked for alone. */
  #found: FlowEntry | null = null
  #asked = 0

  constructor(document: FlowDocument, row: number) {
    this.#document = document
    this.#row = row
    this.isShared = document.isShared
  }

  entryOf(key: string): YamlEntry | undefined {
    if (this.#entries !== null || ++this.#asked > MOST_SINGLE) return this.entries.get(key)
    const end = behind(this.#document, this.#row)
    for (let row = this.#row + FLOW_ROW_SIZE; row < end; row = behind(this.#document, row + FLOW_ROW_SIZE)) {
      const told = tells(this.#document, row, key)
      if (told === null) return this.entries.get(key)
      if (told) return askedAt(this.#found, row) ?? this.#addAt(row)
    }
    return undefined
  }

  get location(): Location {
    return placeOf(this.#document, this.#row)
  }

  get entries(): ReadonlyMap<string, YamlEntry> {
    this.#entries ??= this.#read()
    return this.#entries
  }

  #read(): ReadonlyMap<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>()
    const end = behind(this.#document, this.#row)
    for (let row = this.#row + FLOW_ROW_SIZE; row < end; row = behind(this.#document, row + FLOW_ROW_SIZE)) {
      const entry = askedAt(this.#found, row) ?? new FlowEntry(this.#document, row, null)
      entries.set(entry.key.bareText ?? entry.key.text.value, entry)
    }
    return entries
  }

  #addAt(row: number): FlowEntry {
    this.#found = new FlowEntry(this.#document, row, this.#found)
    return this.#found
  }
}

/** Is this the key in a row? Null when it has to be decoded first. */
function tells(document: FlowDocument, row: number, key: string): boolean | null {
  const { text } = document.file
  const quote = field(document, row, FLOW_KIND) === FLOW_PLAIN ? 0 : 1
  const start = document.base + field(document, row, FLOW_START) + quote
  const stop = document.base + field(document, row, FLOW_END) - quote
  if (quote === 1 && /["'\\]/.test(text.slice(start, stop))) return null
  return stop - start === key.length && text.startsWith(key, start)
}

class FlowEntry implements YamlEntry {
  readonly row: number
  /** The entry of the same map that was asked for before. */
  readonly before: FlowEntry | null
  readonly #document: FlowDocument
  #key: YamlScalar | null = null
  #value: YamlNode | null = null

  constructor(document: FlowDocument, row: number, before: FlowEntry | null) {
    this.#document = document
    this.row = row
    this.before = before
  }

  get key(): YamlScalar {
    this.#key ??= scalarOf(this.#document, this.row)
    return this.#key
  }

  get value(): YamlNode {
    this.#value ??= nodeOf(this.#document, this.row + FLOW_ROW_SIZE)
    return this.#value
  }
}

class FlowSequence implements YamlSequence {
  readonly kind = 'sequence'
  readonly isFlow = true
  readonly isShared: boolean
  readonly #document: FlowDocument
  readonly #row: number
  #items: readonly YamlNode[] | null = null

  constructor(document: FlowDocument, row: number) {
    this.#document = document
    this.#row = row
    this.isShared = document.isShared
  }

  get location(): Location {
    return placeOf(this.#document, this.#row)
  }

  get items(): readonly YamlNode[] {
    this.#items ??= this.#read()
    return this.#items
  }

  #read(): readonly YamlNode[] {
    const items: YamlNode[] = []
    const end = behind(this.#document, this.#row)
    for (let row = this.#row + FLOW_ROW_SIZE; row < end; row = behind(this.#document, row))
      items.push(nodeOf(this.#document, row))
    return items
  }
}
