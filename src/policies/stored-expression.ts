/** An expression as data, and as what evaluates it. */
import { bindTree, type TreeFunction } from './evaluate-tree.ts'
import type { CompiledExpression } from './expression.ts'
import type { ExpressionTree } from './expression-tree.ts'

/** An expression with its CEL type. */
export interface StoredExpression {
  readonly type: string
  readonly tree: ExpressionTree
}

/** Writes an expression. */
export function storeExpression({ type, tree }: CompiledExpression): StoredExpression {
  return { type, tree: tree() }
}

/** Reads an expression; it becomes a function when it is first evaluated. */
export function readExpression({ type, tree }: StoredExpression): CompiledExpression {
  let bound: TreeFunction | null = null
  return {
    type,
    tree: () => tree,
    evaluate: (context) => {
      bound ??= bindTree(tree)
      return bound(context)
    },
  }
}
