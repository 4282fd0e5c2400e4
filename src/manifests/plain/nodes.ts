/** Nodes over the rows of a plain document. They are made when somebody asks for them, which for most nobody does. */
import { type Location, locationOf } from '../../source/location.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { type SourcedText, unsourcedText } from '../../source/sourced-text.ts'
import type { ScalarStyle, YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSequence } from '../node.ts'
import { decodeScalarText } from '../scalar-text.ts'
import { type FlowNode, readFlow } from './flow.ts'
import {
  DASH,
  DOUBLE_QUOTED,
  FLOW,
  FOLDED,
  KIND,
  LINE_STOP,
  LITERAL,
  NESTED,
  NEXT,
  QUOTE,
  ROW_SIZE,
  type Rows,
  SINGLE_QUOTED,
  START,
  STOP,
  STYLE,
  VALUE_START,
  VALUE_STOP,
} from './rows.ts'
import { doubleQuotedValue, foldedValue, literalValue, plainScalarValue, singleQuotedValue } from './scalar-value.ts'

/** A document that was read into rows. */
export interface PlainDocument {
  readonly file: SourceFile
  readonly rows: Rows
}

/** The root of a document; null when it is empty. */
export function plainRoot(document: PlainDocument): YamlNode | null {
  return document.rows.count === 0 ? null : collectionAt(document, 0, document.rows.count)
}

/** The map or list whose first row this is; `end` is the row behind its last. */
function collectionAt(document: PlainDocument, row: number, end: number): YamlNode {
  return field(document, row, KIND) === DASH ? new BlockSequence(document, row, end) : new BlockMap(document, row, end)
}

function field({ rows }: PlainDocument, row: number, name: number): number {
  return rows.values[row * ROW_SIZE + name] ?? 0
}

/** The value of a key or dash. */
function valueAt(document: PlainDocument, row: number): YamlNode {
  const { file } = document
  const style = field(document, row, STYLE)
  const start = field(document, row, VALUE_START)
  const stop = field(document, row, VALUE_STOP)
  if (style === NESTED) {
    const next = field(document, row, NEXT)
    return next > row + 1 ? collectionAt(document, row + 1, next) : new PlainScalar(file, start, stop, 'plain')
  }
  if (style !== FLOW) return new PlainScalar(file, start, stop, styleName(style))
  const flow = readFlow(file.text, start, file.text.length, -1)
  return flow === null ? new PlainScalar(file, start, stop, 'plain') : flowNode(file, flow)
}

function styleName(style: number): ScalarStyle {
  switch (style) {
    case DOUBLE_QUOTED:
      return 'doubleQuoted'
    case SINGLE_QUOTED:
      return 'singleQuoted'
    case LITERAL:
      return 'literal'
    case FOLDED:
      return 'folded'
    default:
      return 'plain'
  }
}

/** The end of a collection: that of its last line, or of its last block scalar. */
function endOf(document: PlainDocument, end: number): number {
  const last = end - 1
  const style = field(document, last, STYLE)
  return style === LITERAL || style === FOLDED ? field(document, last, VALUE_STOP) : field(document, last, LINE_STOP)
}

class BlockMap implements YamlMap {
  readonly kind = 'map'
  readonly isFlow = false
  readonly isShared = false
  readonly #document: PlainDocument
  readonly #row: number
  readonly #end: number
  #entries: ReadonlyMap<string, YamlEntry> | null = null

  constructor(document: PlainDocument, row: number, end: number) {
    this.#document = document
    this.#row = row
    this.#end = end
  }

  get location(): Location {
    const quote = field(this.#document, this.#row, QUOTE) === 0 ? 0 : 1
    const start = field(this.#document, this.#row, START) - quote
    return locationOf(this.#document.file, start, endOf(this.#document, this.#end))
  }

  get entries(): ReadonlyMap<string, YamlEntry> {
    this.#entries ??= this.#read()
    return this.#entries
  }

  #read(): ReadonlyMap<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>()
    const document = this.#document
    for (let row = this.#row; row < this.#end; row = field(document, row, NEXT)) {
      const start = field(document, row, START)
      const stop = field(document, row, STOP)
      entries.set(document.file.text.slice(start, stop), new BlockEntry(document, row))
    }
    return entries
  }
}

class BlockEntry implements YamlEntry {
  readonly #document: PlainDocument
  readonly #row: number
  #key: YamlScalar | null = null
  #value: YamlNode | null = null

  constructor(document: PlainDocument, row: number) {
    this.#document = document
    this.#row = row
  }

  get key(): YamlScalar {
    if (this.#key !== null) return this.#key
    const quote = field(this.#document, this.#row, QUOTE)
    const width = quote === 0 ? 0 : 1
    const start = field(this.#document, this.#row, START) - width
    const stop = field(this.#document, this.#row, STOP) + width
    const style = quote === 0 ? 'plain' : quote === 34 ? 'doubleQuoted' : 'singleQuoted'
    this.#key = new PlainScalar(this.#document.file, start, stop, style)
    return this.#key
  }

  get value(): YamlNode {
    this.#value ??= valueAt(this.#document, this.#row)
    return this.#value
  }
}

class BlockSequence implements YamlSequence {
  readonly kind = 'sequence'
  readonly isFlow = false
  readonly isShared = false
  readonly #document: PlainDocument
  readonly #row: number
  readonly #end: number
  #items: readonly YamlNode[] | null = null

  constructor(document: PlainDocument, row: number, end: number) {
    this.#document = document
    this.#row = row
    this.#end = end
  }

  get location(): Location {
    const start = field(this.#document, this.#row, START)
    return locationOf(this.#document.file, start, endOf(this.#document, this.#end))
  }

  get items(): readonly YamlNode[] {
    this.#items ??= this.#read()
    return this.#items
  }

  #read(): readonly YamlNode[] {
    const items: YamlNode[] = []
    for (let row = this.#row; row < this.#end; row = field(this.#document, row, NEXT))
      items.push(valueAt(this.#document, row))
    return items
  }
}

/** A scalar; its value and its characters are worked out when they are asked for. */
class PlainScalar implements YamlScalar {
  readonly kind = 'scalar'
  readonly isShared = false
  readonly style: ScalarStyle
  readonly #file: SourceFile
  readonly #start: number
  readonly #stop: number
  #value: string | number | boolean | null | undefined
  #text: SourcedText | null = null

  constructor(file: SourceFile, start: number, stop: number, style: ScalarStyle) {
    this.#file = file
    this.#start = start
    this.#stop = stop
    this.style = style
  }

  get location(): Location {
    return locationOf(this.#file, this.#start, this.#stop)
  }

  get value(): string | number | boolean | null {
    if (this.#value === undefined) this.#value = scalarValue(this.#file.text, this.#start, this.#stop, this.style)
    return this.#value
  }

  get text(): SourcedText {
    this.#text ??= this.#decode()
    return this.#text
  }

  #decode(): SourcedText {
    if (this.#start === this.#stop) return unsourcedText('')
    const { value } = this
    const decoded = typeof value === 'string' ? value : this.#file.text.slice(this.#start, this.#stop)
    return decodeScalarText(decoded, this.location, this.style)
  }
}

function scalarValue(text: string, start: number, stop: number, style: ScalarStyle): PlainScalar['value'] {
  switch (style) {
    case 'plain':
      return plainScalarValue(text.slice(start, stop))
    case 'doubleQuoted':
      return doubleQuotedValue(text.slice(start + 1, stop - 1))
    case 'singleQuoted':
      return singleQuotedValue(text.slice(start + 1, stop - 1))
    case 'literal':
      return literalValue(text.slice(start, stop))
    case 'folded':
      return foldedValue(text.slice(start, stop))
  }
}

/** Flow collections are short, so they are made at once. */
function flowNode(file: SourceFile, node: FlowNode): YamlNode {
  const location = locationOf(file, node.start, node.end)
  if (node.kind === 'plain') return new PlainScalar(file, node.start, node.end, 'plain')
  if (node.kind === 'quoted') return quotedNode(file, node)
  if (node.kind === 'list') {
    const items = node.children.map((child) => flowNode(file, child))
    return { kind: 'sequence', items, location, isShared: false, isFlow: true }
  }
  const entries = new Map<string, YamlEntry>()
  for (let index = 0; index + 1 < node.children.length; index += 2) {
    const [key, value] = [node.children[index], node.children[index + 1]]
    if (key === undefined || value === undefined) continue
    const name = key.kind === 'quoted' ? quotedNode(file, key) : new PlainScalar(file, key.start, key.end, 'plain')
    entries.set(name.text.value, { key: name, value: flowNode(file, value) })
  }
  return { kind: 'map', entries, location, isShared: false, isFlow: true }
}

function quotedNode(file: SourceFile, { start, end }: FlowNode): YamlScalar {
  return new PlainScalar(file, start, end, file.text[start] === '"' ? 'doubleQuoted' : 'singleQuoted')
}
