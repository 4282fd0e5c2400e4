/** Reading typed values from YAML, with every mistake collected instead of thrown. */
import type { YamlMap, YamlNode, YamlScalar } from '../manifests/node.ts'
import { didYouMean, type Mistake, mistakeAt } from './mistakes.ts'

/** Collects mistakes while values are read. */
export interface NodeReader {
  readonly mistakes: Mistake[]
}

/** A map with only known keys; others are mistakes. */
export function readMap(
  reader: NodeReader,
  node: YamlNode | undefined,
  what: string,
  keys: readonly string[],
): YamlMap | null {
  if (node === undefined) return null
  if (node.kind !== 'map') {
    reader.mistakes.push(mistakeAt(node.location, `${what} must be a mapping`))
    return null
  }
  for (const [name, entry] of node.entries) {
    if (keys.length > 0 && !keys.includes(name)) {
      reader.mistakes.push(mistakeAt(entry.key.location, `unknown key "${name}" in ${what}.${didYouMean(name, keys)}`))
    }
  }
  return node
}

/** The items of a list; a missing list has none. */
export function readItems(reader: NodeReader, node: YamlNode | undefined, what: string): readonly YamlNode[] {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return []
  if (node.kind === 'sequence') return node.items
  reader.mistakes.push(mistakeAt(node.location, `${what} must be a list`))
  return []
}

/** A scalar that is text. */
export function readString(reader: NodeReader, node: YamlNode | undefined, what: string): string | null {
  const scalar = readScalar(reader, node, what)
  return scalar === null ? null : scalar.text.value
}

/** A scalar with its place. */
export function readScalar(reader: NodeReader, node: YamlNode | undefined, what: string): YamlScalar | null {
  if (node === undefined) return null
  if (node.kind === 'scalar' && node.value !== null) return node
  reader.mistakes.push(mistakeAt(node.location, `${what} must be text`))
  return null
}

/** A word out of a list. */
export function readChoice<T extends string>(
  reader: NodeReader,
  node: YamlNode | undefined,
  what: string,
  choices: readonly T[],
): T | null {
  const scalar = readScalar(reader, node, what)
  if (scalar === null) return null
  const found = choices.find((choice) => choice === scalar.text.value)
  if (found !== undefined) return found
  const hint = didYouMean(scalar.text.value, choices)
  reader.mistakes.push(
    mistakeAt(scalar.location, `${what} is "${scalar.text.value}"; expected ${choices.join(', ')}.${hint}`),
  )
  return null
}

/** A list of texts. */
export function readStrings(reader: NodeReader, node: YamlNode | undefined, what: string): readonly string[] {
  return readItems(reader, node, what).flatMap((item) => readString(reader, item, `an item of ${what}`) ?? [])
}

/** Reports a missing required value at the map that lacks it. */
export function requireValue<T>(reader: NodeReader, value: T | null, map: YamlMap, what: string): T | null {
  // A value that is there and wrong has been told already.
  if (value === null && map.entries.has(what)) return value
  if (value === null || (typeof value === 'string' && value.trim() === '')) {
    const [first] = map.entries.values()
    reader.mistakes.push(mistakeAt(first?.key.location ?? map.location, `${what} is missing`))
  }
  return value
}
