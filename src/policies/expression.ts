/** An expression that can be evaluated. */
import type { ExpressionTree } from './expression-tree.ts'

/** A compiled expression; `type` is its CEL type. */
export interface CompiledExpression {
  readonly type: string
  /** The value, or `UNKNOWN` when something in it is unknown. */
  evaluate(context: Readonly<Record<string, unknown>>): unknown
  /** The expression as data. */
  tree(): ExpressionTree
}
