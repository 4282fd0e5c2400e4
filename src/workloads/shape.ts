/** What values an object may have, said in data; less than its schema says, but never more. */
import type { YamlNode } from '../manifests/node.ts'

/** A shape: scalars, lists, maps of any names, and maps of these names. */
export type Shape =
  | { readonly kind: 'text' | 'integer' | 'boolean' | 'quantity' | 'integerOrText' }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'entries'; readonly of: Shape }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Shape> }

/** A list of one shape. */
export function listOf(of: Shape): Shape {
  return { kind: 'list', of }
}

/** One of some texts. */
export function choiceOf(...among: readonly string[]): Shape {
  return { kind: 'choice', among }
}

/** A map with some of these fields; a missing one is no fault of the shape. */
export function fieldsOf(fields: Readonly<Record<string, Shape>>): Shape {
  return { kind: 'fields', fields: new Map(Object.entries(fields)) }
}

/** Does a node have a shape? A field that the shape does not name is one that it does not have. */
export function hasShape(node: YamlNode, shape: Shape): boolean {
  switch (node.kind) {
    case 'scalar':
      return isScalarOf(node.value, shape)
    case 'sequence':
      return shape.kind === 'list' && node.items.every((item) => hasShape(item, shape.of))
    case 'map':
      return isMapShape(shape) && [...node.entries].every(([name, { value }]) => hasField(name, value, shape))
  }
}

function isMapShape({ kind }: Shape): boolean {
  return kind === 'entries' || kind === 'fields'
}

function hasField(name: string, value: YamlNode, shape: Shape): boolean {
  const own = shape.kind === 'entries' ? shape.of : shape.kind === 'fields' ? shape.fields.get(name) : undefined
  return own !== undefined && hasShape(value, own)
}

function isScalarOf(value: unknown, shape: Shape): boolean {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return isInteger(value)
    case 'integerOrText':
      return typeof value === 'string' || isInteger(value)
    case 'quantity':
      return isInteger(value) || (typeof value === 'string' && /^\d{1,9}(\.\d{1,9})?(m|k|[MGT]|[KMGT]i)?$/.test(value))
    case 'choice':
      return typeof value === 'string' && shape.among.includes(value)
    default:
      return false
  }
}

/** The narrowest of the API's integers. */
function isInteger(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
}
