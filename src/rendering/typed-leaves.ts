/** The scalars that people typed into YAML files: values of a chart, resources and patches of a kustomization. */

import {
  changedMap,
  changedScalar,
  changedSequence,
  itemsAt,
  stringAt,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import type { FieldPath } from '../source/field-path.ts'
import { locationOf } from '../source/location.ts'
import type { SourceFile } from '../source/source-file.ts'
import { createSourceFile } from '../source/source-file.ts'
import { verbatimText } from '../source/sourced-text.ts'

/** A typed scalar. */
export interface TypedLeaf {
  readonly file: SourceFile
  readonly document: YamlNode
  readonly path: FieldPath
  readonly node: YamlScalar
}

/** All scalars of a file in order; none of what cannot be read. */
export function typedLeaves(file: SourceFile): readonly TypedLeaf[] {
  return parseYaml(file).documents.flatMap((document) => leavesOf(document, { file, document }))
}

/** All scalars below a node. */
export function leavesOf(
  node: YamlNode,
  { file, document }: Pick<TypedLeaf, 'file' | 'document'>,
  path: FieldPath = [],
): readonly TypedLeaf[] {
  switch (node.kind) {
    case 'scalar':
      return [{ file, document, path, node }]
    case 'sequence':
      return node.items.flatMap((item, index) => leavesOf(item, { file, document }, [...path, index]))
    case 'map':
      return [...node.entries].flatMap(([key, entry]) => leavesOf(entry.value, { file, document }, [...path, key]))
  }
}

/** The lines `NAME=value` of an env file, and the file as a whole, as generators of ConfigMaps read them. */
export function plainFileLeaves(file: SourceFile): readonly TypedLeaf[] {
  const whole = plainScalar(file, 0, file.text.length, 'literal')
  const lines = [...file.text.matchAll(/^([A-Za-z_][\w.-]*)=(.*?)\r?$/gm)].map((match): TypedLeaf => {
    const start = match.index + (match[1]?.length ?? 0) + 1
    const node = plainScalar(file, start, start + (match[2]?.length ?? 0), 'plain')
    return { file, document: node, path: [match[1] ?? ''], node }
  })
  return [{ file, document: whole, path: [], node: whole }, ...lines]
}

function plainScalar(file: SourceFile, start: number, end: number, style: YamlScalar['style']): YamlScalar {
  const location = locationOf(file, start, end)
  const text = verbatimText(location)
  return { kind: 'scalar', value: text.value, style, text, location, isShared: false }
}

/**
 * The patches that a kustomization carries in block scalars, each moved to where it stands: the scalar's
 * lines less their indentation. Offsets are those of the outer file.
 */
export function embeddedDocuments(leaf: TypedLeaf): readonly YamlNode[] {
  if (leaf.node.style !== 'literal' || !/[:\n]/.test(leaf.node.text.value)) return []
  const { file } = leaf
  const { start, end } = leaf.node.location.span
  const blank = file.text.slice(0, start).replace(/[^\n]/g, ' ')
  const header = file.text.indexOf('\n', start)
  if (header < 0 || header > end) return []
  const inner = `${blank}${' '.repeat(header - start)}${file.text.slice(header, end)}`
  return parseYaml(createSourceFile(file.path, inner))
    .documents.filter(isPatch)
    .map((document) => moved(document, file))
}

/** A strategic merge patch names its kind, a JSON patch its operations. */
function isPatch(document: YamlNode): boolean {
  if (document.kind === 'map') return stringAt(document, ['kind']) !== undefined
  return itemsAt(document, []).length > 0 && itemsAt(document, []).every((item) => stringAt(item, ['op']) !== undefined)
}

function movedEntry([name, { key, value }]: readonly [string, YamlEntry], file: SourceFile): [string, YamlEntry] {
  const location = locationOf(file, key.location.span.start, key.location.span.end)
  return [name, { key: changedScalar(key, { location }), value: moved(value, file) }]
}

/** The same nodes, placed in the file that really holds them. */
function moved(node: YamlNode, file: SourceFile): YamlNode {
  const location = locationOf(file, node.location.span.start, node.location.span.end)
  switch (node.kind) {
    case 'scalar':
      return changedScalar(node, { location })
    case 'sequence':
      return changedSequence(node, { location, items: node.items.map((item) => moved(item, file)) })
    case 'map':
      return changedMap(node, { location, entries: new Map([...node.entries].map((entry) => movedEntry(entry, file))) })
  }
}
