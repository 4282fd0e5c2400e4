/** Evaluates expression trees: each node becomes a function once, and does what the CEL library does for the same expression. */
import { InternalError } from '../source/errors.ts'
import { builtinFunctions } from './builtin-functions.ts'
import { constantOf } from './constants.ts'
import type { ExpressionTree } from './expression-tree.ts'
import { EXPRESSION_FUNCTIONS } from './functions.ts'
import { bindEach } from './loops.ts'
import { bindLogical, bindOperator } from './operators.ts'
import { fieldOf, UNKNOWN } from './tree-values.ts'

/** Gives the value of an expression for the names in a scope, or `UNKNOWN`. */
export type TreeFunction = (scope: Scope) => unknown

/** Values by name; a loop puts its item in front of them. */
export type Scope = Readonly<Record<string, unknown>>

/** Makes the function of a tree. */
export function bindTree(tree: ExpressionTree): TreeFunction {
  const constant = constantOf(tree)
  if (constant !== null) return () => constant.value
  switch (tree[0]) {
    case 'id': {
      const name = tree[1]
      return (scope) => known(scope[name])
    }
    case '.':
      return bindField(tree[1], tree[2])
    case 'has': {
      const owner = bindTree(tree[1])
      const name = tree[2]
      return (scope) => {
        const value = owner(scope)
        return value === UNKNOWN ? UNKNOWN : fieldOf(value, name) !== UNKNOWN
      }
    }
    case 'list':
      return bindList(tree[1].map(bindTree))
    case 'map':
      return bindMap(tree[1].map(([key, value]) => [bindTree(key), bindTree(value)] as const))
    case 'call':
      return bindCall(tree[1], tree[2].map(bindTree))
    case 'each':
      return bindEach(tree, bindTree(tree[2]), bindTree(tree[4]))
    case '?:': {
      const [condition, whenTrue, whenFalse] = [bindTree(tree[1]), bindTree(tree[2]), bindTree(tree[3])]
      return (scope) => {
        const decided = condition(scope)
        return decided === true ? whenTrue(scope) : decided === false ? whenFalse(scope) : UNKNOWN
      }
    }
    case '!': {
      const operand = bindTree(tree[1])
      return (scope) => {
        const value = operand(scope)
        return typeof value === 'boolean' ? !value : UNKNOWN
      }
    }
    case 'negate': {
      const operand = bindTree(tree[1])
      return (scope) => {
        const value = operand(scope)
        return typeof value === 'number' || typeof value === 'bigint' ? -value : UNKNOWN
      }
    }
    case '&&':
    case '||':
      return bindLogical(tree[0] === '||', sidesOf(tree[0], tree).map(bindTree))
    case 'value':
    case 'int':
      throw new InternalError('a literal is a constant')
    default:
      return bindOperator(tree[0], bindTree(tree[1]), constantOf(tree[2]) ?? bindTree(tree[2]))
  }
}

/** The sides of an operator that stands several times in a row. */
function sidesOf(operator: '&&' | '||', tree: ExpressionTree): readonly ExpressionTree[] {
  if (tree[0] === operator) return [...sidesOf(operator, tree[1]), ...sidesOf(operator, tree[2])]
  return [tree]
}

/** Most fields are those of a name. */
function bindField(of: ExpressionTree, name: string): TreeFunction {
  if (of[0] === 'id') {
    const root = of[1]
    return (scope) => fieldOf(scope[root], name)
  }
  const owner = bindTree(of)
  return (scope) => fieldOf(owner(scope), name)
}

function known(value: unknown): unknown {
  return value === undefined ? UNKNOWN : value
}

function bindList(items: readonly TreeFunction[]): TreeFunction {
  return (scope) => {
    const values = items.map((item) => item(scope))
    return values.includes(UNKNOWN) ? UNKNOWN : values
  }
}

function bindMap(entries: readonly (readonly [TreeFunction, TreeFunction])[]): TreeFunction {
  return (scope) => {
    const values = entries.map(([key, value]) => [key(scope), value(scope)] as const)
    if (values.some(([key, value]) => key === UNKNOWN || value === UNKNOWN)) return UNKNOWN
    return Object.fromEntries(values.map(([key, value]) => [String(key), value]))
  }
}

function bindCall(name: string, values: readonly TreeFunction[]): TreeFunction {
  const call = EXPRESSION_FUNCTIONS.get(name)?.call ?? builtinFunctions.get(name)
  if (call === undefined) throw new InternalError(`expressions of bundled policies do not call ${name}`)
  const [only] = values
  if (only !== undefined && values.length === 1) {
    return (scope) => {
      const given = only(scope)
      return given === UNKNOWN ? UNKNOWN : call(given)
    }
  }
  return (scope) => {
    const given = values.map((value) => value(scope))
    return given.includes(UNKNOWN) ? UNKNOWN : call(...given)
  }
}
