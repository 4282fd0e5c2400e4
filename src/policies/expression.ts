/** An expression that can be evaluated. */
import type { ExpressionTree } from './expression-tree.ts'

/** The result of an evaluation: a value, or that something in it is unknown. */
export type Evaluation = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'unknown' }

/** A compiled expression; `type` is its CEL type. */
export interface CompiledExpression {
  readonly type: string
  evaluate(context: Readonly<Record<string, unknown>>): Evaluation
  /** The expression as data. */
  tree(): ExpressionTree
}
