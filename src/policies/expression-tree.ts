/** Expressions as trees of plain data, so that those of the bundle need neither text nor parser at run time. */
import type { ASTNode } from '@marcbachmann/cel-js'
import { InternalError } from '../source/errors.ts'

/** A node: its operator, then what it works on. Whole numbers are kept apart from fractions, as CEL does. */
export type ExpressionTree =
  | readonly ['id', string]
  | readonly ['value', string | number | boolean | null]
  | readonly ['int', string]
  | readonly ['.', ExpressionTree, string]
  | readonly ['list', readonly ExpressionTree[]]
  | readonly ['map', readonly (readonly [ExpressionTree, ExpressionTree])[]]
  | readonly ['call', string, readonly ExpressionTree[]]
  | readonly ['each', 'all' | 'exists' | 'filter' | 'map', ExpressionTree, string, ExpressionTree]
  | readonly ['has', ExpressionTree, string]
  | readonly ['?:', ExpressionTree, ExpressionTree, ExpressionTree]
  | readonly ['!', ExpressionTree]
  | readonly ['negate', ExpressionTree]
  | readonly [BinaryOperator, ExpressionTree, ExpressionTree]

const BINARY_OPERATORS = ['&&', '||', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', 'in', '[]'] as const
const ITERATIONS = ['all', 'exists', 'filter', 'map'] as const

/** An operator with two sides. */
export type BinaryOperator = (typeof BINARY_OPERATORS)[number]

/** The tree of a parsed expression. What bundled policies do not use has no tree, and is a mistake in one of them. */
export function treeOf(node: ASTNode): ExpressionTree {
  switch (node.op) {
    case 'id':
      return ['id', node.args]
    case 'value':
      return valueTree(node.args)
    case '.':
      return ['.', treeOf(node.args[0]), node.args[1]]
    case 'list':
      return ['list', node.args.map(treeOf)]
    case 'map':
      return ['map', node.args.map(([key, value]) => [treeOf(key), treeOf(value)] as const)]
    case '?:':
      return ['?:', treeOf(node.args[0]), treeOf(node.args[1]), treeOf(node.args[2])]
    case '!_':
      return ['!', treeOf(node.args)]
    case '-_':
      return ['negate', treeOf(node.args)]
    case 'call':
      return callTree(node.args[0], node.args[1])
    case 'rcall':
      return methodTree(node.args[0], node.args[1], node.args[2])
    default: {
      const operator = BINARY_OPERATORS.find((name) => name === node.op)
      if (operator === undefined || !Array.isArray(node.args)) throw unsupported(node.op)
      const [left, right] = node.args
      if (!isNode(left) || !isNode(right)) throw unsupported(node.op)
      return [operator, treeOf(left), treeOf(right)]
    }
  }
}

function valueTree(value: unknown): ExpressionTree {
  if (typeof value === 'bigint') return ['int', value.toString()]
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return ['value', value]
  throw unsupported(typeof value)
}

function callTree(name: string, values: readonly ASTNode[]): ExpressionTree {
  const [first] = values
  if (name !== 'has') return ['call', name, values.map(treeOf)]
  if (first?.op !== '.') throw unsupported(name)
  return ['has', treeOf(first.args[0]), first.args[1]]
}

function methodTree(name: string, receiver: ASTNode, values: readonly ASTNode[]): ExpressionTree {
  const iteration = ITERATIONS.find((known) => known === name)
  if (iteration === undefined) return ['call', name, [receiver, ...values].map(treeOf)]
  const [item, body] = values
  if (item?.op !== 'id' || body === undefined || values.length > 2) throw unsupported(name)
  return ['each', iteration, treeOf(receiver), item.args, treeOf(body)]
}

/** Is a value a node of the library's tree? */
export function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}

function unsupported(what: string): InternalError {
  return new InternalError(`expressions of bundled policies do not use ${what}`)
}
