/** Parts of expression trees whose value is the same in every evaluation. */
import type { ExpressionTree } from './expression-tree.ts'

/** A value that is known before anything is evaluated. */
export interface Constant {
  readonly value: unknown
}

/** The value of a literal, or of a list of literals; null for what has to be evaluated. */
export function constantOf(tree: ExpressionTree): Constant | null {
  switch (tree[0]) {
    case 'value':
      return { value: tree[1] }
    case 'int':
      return { value: BigInt(tree[1]) }
    case 'list': {
      const items = tree[1].map(constantOf)
      const values = items.flatMap((item) => (item === null ? [] : [item.value]))
      return values.length === items.length ? { value: values } : null
    }
    default:
      return null
  }
}

/** Is a value equal to nothing but itself, so that no type has to be looked at? */
export function isSimple(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean'
}
