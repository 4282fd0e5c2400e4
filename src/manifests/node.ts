/** A YAML document as a tree in which every node knows its place. */
import type { FieldPath } from '../source/field-path.ts'
import type { Location } from '../source/location.ts'
import type { SourcedText } from '../source/sourced-text.ts'

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'singleQuoted' | 'doubleQuoted' | 'literal' | 'folded'

/** What all nodes have. */
interface Placed {
  readonly location: Location
  /** Reached through an alias or anchored for one: an edit here would change several places. */
  readonly isShared: boolean
}

/** A string, number, boolean or null. */
export interface YamlScalar extends Placed {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly style: ScalarStyle
  /** The characters of the value, each with its place; numbers and booleans as they are written. */
  readonly text: SourcedText
  /** The characters without their places, where these take work of their own. */
  readonly bareText?: string
  /** Set when the value is filled in elsewhere (a template parameter without a default): then `text` is as written. */
  readonly unknown?: string | undefined
}

/** A key with its value. */
export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
}

/** A mapping; later duplicates of a key win, as in the API server's decoder. */
export interface YamlMap extends Placed {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, YamlEntry>
  readonly isFlow: boolean
  /** The entry of a key, where it can be found without all others. */
  entryOf?(key: string): YamlEntry | undefined
}

/** A list. */
export interface YamlSequence extends Placed {
  readonly kind: 'sequence'
  readonly items: readonly YamlNode[]
  readonly isFlow: boolean
}

/** Any node. */
export type YamlNode = YamlScalar | YamlMap | YamlSequence

/**
 * A copy of a scalar with some of its fields changed. Nodes may work out their fields when asked, so they are copied here
 * and never spread.
 */
export function changedScalar(scalar: YamlScalar, changes: Partial<Omit<YamlScalar, 'kind'>>): YamlScalar {
  const { kind, value, style, text, location, isShared, unknown } = scalar
  return { kind, value, style, text, location, isShared, unknown, ...changes }
}

/** A copy of a list with other items. */
export function changedSequence(
  { kind, location, isShared, isFlow }: YamlSequence,
  changes: { readonly items: readonly YamlNode[]; readonly location?: Location },
): YamlSequence {
  return { kind, location, isShared, isFlow, ...changes }
}

/** A copy of a map with other entries. */
export function changedMap(
  { kind, location, isShared, isFlow }: YamlMap,
  changes: { readonly entries: ReadonlyMap<string, YamlEntry>; readonly location?: Location },
): YamlMap {
  return { kind, location, isShared, isFlow, ...changes }
}

/** The node at a path below another; undefined when a step is missing. */
export function nodeAt(node: YamlNode | undefined, path: FieldPath): YamlNode | undefined {
  let current = node
  for (const step of path) {
    if (current === undefined) return undefined
    current = typeof step === 'number' ? itemAt(current, step) : childOf(current, step)
  }
  return current
}

/** The value under a key, when the node is a map that has it. */
export function childOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryAt(node, key)?.value
}

/** The entry of a key, when the node is a map that has it. */
export function entryAt(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined
  return node.entryOf === undefined ? node.entries.get(key) : node.entryOf(key)
}

/** The map at a path, when there is one. */
export function mapAt(node: YamlNode | undefined, path: FieldPath): YamlMap | undefined {
  const found = nodeAt(node, path)
  return found?.kind === 'map' ? found : undefined
}

/** The items of the list at a path; none when it is missing or not a list. */
export function itemsAt(node: YamlNode | undefined, path: FieldPath): readonly YamlNode[] {
  const found = nodeAt(node, path)
  return found?.kind === 'sequence' ? found.items : []
}

/** The scalar at a path, when there is one that is not null. */
export function scalarAt(node: YamlNode | undefined, path: FieldPath): YamlScalar | undefined {
  const found = nodeAt(node, path)
  return found?.kind === 'scalar' && found.value !== null ? found : undefined
}

/** The characters of the scalar at a path, also of numbers and booleans. */
export function stringAt(node: YamlNode | undefined, path: FieldPath): string | undefined {
  const scalar = scalarAt(node, path)
  return scalar?.bareText ?? scalar?.text.value
}

/** The number at a path, also when it is written in quotes. */
export function numberAt(node: YamlNode | undefined, path: FieldPath): number | undefined {
  const text = stringAt(node, path)
  return text !== undefined && /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** The boolean at a path in the spellings that the Kubernetes decoder takes (YAML 1.1). */
export function booleanAt(node: YamlNode | undefined, path: FieldPath): boolean | undefined {
  const scalar = scalarAt(node, path)
  if (scalar === undefined || scalar.style !== 'plain') return undefined
  if (/^(true|yes|on|y)$/i.test(scalar.text.value)) return true
  return /^(false|no|off|n)$/i.test(scalar.text.value) ? false : undefined
}

function itemAt(node: YamlNode, index: number): YamlNode | undefined {
  return node.kind === 'sequence' ? node.items[index] : undefined
}
