/** Documents as the YAML library reads them: everything that YAML is, with a place for every error. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Problem } from '../source/errors.ts'
import { type Location, locationOf, type Span } from '../source/location.ts'
import { lineColumnAt, type SourceFile } from '../source/source-file.ts'
import { unsourcedText } from '../source/sourced-text.ts'
import type { ScalarStyle, YamlEntry, YamlNode, YamlScalar } from './node.ts'
import { decodeScalarText } from './scalar-text.ts'
import { hasTooManySigns, TOO_MANY_SIGNS } from './sign-limit.ts'

/** Deeper nesting is refused: manifests have no use for it and recursion must end. */
const DEEPEST_NESTING = 100
/** More nodes behind aliases are refused: such a document is an alias bomb. */
const MOST_SHARED_NODES = 200_000

/** A document, or why it cannot be read. */
export interface ParsedDocument {
  readonly node: YamlNode | null
  readonly problems: readonly Problem[]
}

/** Parses a document with the library, whatever is in it. */
export function parseWithLibrary(file: SourceFile, { start, end }: Span): ParsedDocument {
  const text = file.text.slice(start, end)
  if (isBlankDocument(text)) return { node: null, problems: [] }
  if (hasTooManySigns(text)) return failed(file, start, TOO_MANY_SIGNS)
  const document = parseDocument(text, { merge: true, uniqueKeys: false, prettyErrors: false, strict: true })
  const [error] = document.errors
  if (error !== undefined) return failed(file, start + error.pos[0], sentence(error.message))
  if (document.contents === null) return { node: null, problems: [] }
  const building: Building = { file, offset: start, anchors: new Map(), aliased: new Set(), shared: 0, problems: [] }
  visit(document, {
    Alias: (_key, alias) => void building.aliased.add(alias.source),
  })
  try {
    const node = build(document.contents, building, { depth: 0, isShared: false })
    return { node, problems: building.problems }
  } catch (refusal) {
    if (refusal instanceof Refusal) return failed(file, start + refusal.offset, refusal.message)
    throw refusal
  }
}

/** Only separators, comments and white space. */
function isBlankDocument(text: string): boolean {
  return text.length <= 4000 && text.split('\n').every((line) => /^\uFEFF?(---)?\s*(#.*)?$/.test(line))
}

/** The document asks for more than any manifest needs. */
class Refusal extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

interface Building {
  readonly file: SourceFile
  readonly offset: number
  readonly anchors: Map<string, Node>
  readonly aliased: Set<string>
  readonly problems: Problem[]
  shared: number
}

interface Position {
  readonly depth: number
  readonly isShared: boolean
}

function build(node: Node, building: Building, position: Position): YamlNode {
  if (position.isShared) building.shared++
  const at = node.range?.[0] ?? 0
  if (position.depth > DEEPEST_NESTING) throw new Refusal(`nested deeper than ${DEEPEST_NESTING} levels`, at)
  if (building.shared > MOST_SHARED_NODES)
    throw new Refusal(`more than ${MOST_SHARED_NODES} nodes after following aliases`, at)
  if (isAlias(node)) {
    const target = building.anchors.get(node.source)
    if (target === undefined) throw new Refusal(`alias *${node.source} has no anchor`, at)
    return build(target, building, { depth: position.depth + 1, isShared: true })
  }
  const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined
  if (anchor !== undefined) building.anchors.set(anchor, node)
  const isShared = position.isShared || (anchor !== undefined && building.aliased.has(anchor))
  const inside = { depth: position.depth + 1, isShared }
  const location = locate(node, building)
  if (isMap(node)) {
    const entries = buildEntries(node, building, inside)
    const isFlow = node.flow === true
    return {
      kind: 'map',
      entries,
      location: isFlow ? location : untilLastLine(node, location, building),
      isShared,
      isFlow,
    }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => build(asNode(item, at), building, inside))
    const isFlow = node.flow === true
    return {
      kind: 'sequence',
      items,
      location: isFlow ? location : untilLastLine(node, location, building),
      isShared,
      isFlow,
    }
  }
  if (isScalar(node)) return buildScalar(node, location, isShared)
  throw new Refusal('unreadable node', at)
}

/** A block collection ends with the line of its last scalar or flow collection; comments below do not belong to it. */
function untilLastLine(collection: YAMLMap | YAMLSeq, location: Location, { offset, file }: Building): Location {
  const last = lastNode(collection)
  const [, end = 0] = last?.range ?? []
  const isBlock = isScalar(last) && (last.type === 'BLOCK_LITERAL' || last.type === 'BLOCK_FOLDED')
  const lineEnd = isBlock ? -1 : file.text.indexOf('\n', offset + end)
  const stop = isBlock ? offset + end : lineEnd < 0 ? file.text.length : lineEnd + 1
  return locationOf(file, location.span.start, stop)
}

/** The node that is written last: a scalar, an alias or a flow collection. */
function lastNode(node: Node): Node | null {
  if (isMap(node) && node.flow !== true) {
    const pair = node.items.at(-1)
    const last = pair?.value ?? pair?.key
    return isNode(last) ? lastNode(last) : node
  }
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1)
    return isNode(last) ? lastNode(last) : node
  }
  return node
}

function buildEntries(map: YAMLMap, building: Building, position: Position): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>()
  const merged: Node[] = []
  for (const pair of map.items) {
    const key = buildKey(pair, building, position)
    if (key.text.value === '<<' && key.style === 'plain' && pair.value !== null) {
      merged.push(asNode(pair.value, 0))
      continue
    }
    if (entries.has(key.text.value)) {
      building.problems.push(
        problemAt(building.file, key.location.span.start, `duplicate key "${key.text.value}"; the last one counts`),
      )
    }
    const value =
      pair.value === null || pair.value === undefined
        ? emptyScalar(locationOf(building.file, key.location.span.end, key.location.span.end))
        : build(asNode(pair.value, 0), building, position)
    entries.set(key.text.value, { key, value })
  }
  for (const source of merged) mergeInto(entries, source, building, position)
  return entries
}

/** Merge keys (`<<: *base`): the map's own keys win, then the first source that has the key. */
function mergeInto(entries: Map<string, YamlEntry>, source: Node, building: Building, position: Position): void {
  const node = build(source, building, { ...position, isShared: true })
  const maps = node.kind === 'sequence' ? node.items : [node]
  for (const map of maps) {
    if (map.kind !== 'map') continue
    for (const [name, entry] of map.entries) if (!entries.has(name)) entries.set(name, entry)
  }
}

function buildKey(pair: Pair, building: Building, position: Position): YamlScalar {
  const { key } = pair
  if (isScalar(key)) {
    const location = locate(key, building)
    if (typeof key.value === 'symbol') {
      return { kind: 'scalar', value: '<<', style: 'plain', text: unsourcedText('<<'), location, isShared: false }
    }
    return buildScalar(key, location, position.isShared)
  }
  const at =
    key !== null && typeof key === 'object' && 'range' in key && Array.isArray(key.range) ? Number(key.range[0]) : 0
  throw new Refusal('a mapping key that is not a string', at)
}

function buildScalar(node: Scalar, location: Location, isShared: boolean): YamlScalar {
  const style = styleOf(node)
  const value = plainValue(node.value)
  if (value === null && (node.source ?? '') === '') return { ...emptyScalar(location), isShared }
  const decoded = typeof value === 'string' ? value : (node.source ?? String(value))
  return { kind: 'scalar', value, style, text: decodeScalarText(decoded, location, style), location, isShared }
}

function emptyScalar(location: Location): YamlScalar {
  return { kind: 'scalar', value: null, style: 'plain', text: unsourcedText(''), location, isShared: false }
}

function plainValue(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return String(value)
}

function styleOf(node: Scalar): ScalarStyle {
  switch (node.type) {
    case 'BLOCK_LITERAL':
      return 'literal'
    case 'BLOCK_FOLDED':
      return 'folded'
    case 'QUOTE_DOUBLE':
      return 'doubleQuoted'
    case 'QUOTE_SINGLE':
      return 'singleQuoted'
    default:
      return 'plain'
  }
}

function asNode(value: unknown, offset: number): Node {
  if (isAlias(value) || isMap(value) || isSeq(value) || isScalar(value)) return value
  throw new Refusal('unreadable node', offset)
}

function locate(node: Node, building: Building): Location {
  const [start = 0, end = 0] = node.range ?? []
  return locationOf(building.file, building.offset + start, building.offset + end)
}

function failed(file: SourceFile, offset: number, message: string): ParsedDocument {
  return { node: null, problems: [problemAt(file, offset, message)] }
}

function problemAt(file: SourceFile, offset: number, message: string): Problem {
  return { file: file.path, line: lineColumnAt(file, Math.min(offset, file.text.length)).line, message }
}

function sentence(message: string): string {
  // The library follows nesting by recursion, and says what the engine says when there is too much of it.
  if (/call stack/.test(message)) return `nested deeper than ${DEEPEST_NESTING} levels`
  return message.replace(/\s*\n[\s\S]*$/, '').replace(/ at line \d+, column \d+:?$/, '')
}
