/** Evaluates expression trees: each node becomes a function once, and does what the CEL library does for the same expression. */
import { InternalError } from '../source/errors.ts'
import { builtinFunctions } from './builtin-functions.ts'
import type { BinaryOperator, ExpressionTree } from './expression-tree.ts'
import { EXPRESSION_FUNCTIONS } from './functions.ts'
import { add, areEqual, arithmetic, compare, fieldOf, isMember, itemOf, UNKNOWN } from './tree-values.ts'

/** Gives the value of an expression for the names in a scope, or `UNKNOWN`. */
export type TreeFunction = (scope: Scope) => unknown

/** Values by name; a loop puts its item in front of them. */
export type Scope = Readonly<Record<string, unknown>>

/** Makes the function of a tree. */
export function bindTree(tree: ExpressionTree): TreeFunction {
  switch (tree[0]) {
    case 'id': {
      const name = tree[1]
      return (scope) => known(scope[name])
    }
    case 'value': {
      const value = tree[1]
      return () => value
    }
    case 'int': {
      const value = BigInt(tree[1])
      return () => value
    }
    case '.': {
      const owner = bindTree(tree[1])
      const name = tree[2]
      return (scope) => fieldOf(owner(scope), name)
    }
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
      return bindEach(tree)
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
      return bindLogical(false, bindTree(tree[1]), bindTree(tree[2]))
    case '||':
      return bindLogical(true, bindTree(tree[1]), bindTree(tree[2]))
    default:
      return bindBinary(tree[0], bindTree(tree[1]), bindTree(tree[2]))
  }
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
  return (scope) => {
    const given = values.map((value) => value(scope))
    return given.includes(UNKNOWN) ? UNKNOWN : call(...given)
  }
}

/** The deciding value wins over an unknown on the other side. */
function bindLogical(deciding: boolean, left: TreeFunction, right: TreeFunction): TreeFunction {
  return (scope) => {
    const first = left(scope)
    if (first === deciding) return deciding
    const second = right(scope)
    if (second === deciding) return deciding
    return first === !deciding && second === !deciding ? !deciding : UNKNOWN
  }
}

/** An operator that needs the values of both sides. */
type ValueOperator = Exclude<BinaryOperator, '&&' | '||'>

function bindBinary(operator: ValueOperator, left: TreeFunction, right: TreeFunction): TreeFunction {
  const operation = OPERATIONS[operator]
  return (scope) => {
    const first = left(scope)
    if (first === UNKNOWN) return UNKNOWN
    const second = right(scope)
    return second === UNKNOWN ? UNKNOWN : operation(first, second)
  }
}

const OPERATIONS: Readonly<Record<ValueOperator, (left: unknown, right: unknown) => unknown>> = {
  '==': areEqual,
  '!=': (left, right) => !areEqual(left, right),
  '<': (left, right) => compare(left, right, (order) => order < 0),
  '<=': (left, right) => compare(left, right, (order) => order <= 0),
  '>': (left, right) => compare(left, right, (order) => order > 0),
  '>=': (left, right) => compare(left, right, (order) => order >= 0),
  '+': add,
  '-': (left, right) => arithmetic('-', left, right),
  '*': (left, right) => arithmetic('*', left, right),
  '/': (left, right) => arithmetic('/', left, right),
  in: isMember,
  '[]': itemOf,
}

type EachTree = Extract<ExpressionTree, readonly ['each', ...unknown[]]>

function bindEach([, kind, list, name, body]: EachTree): TreeFunction {
  const items = bindTree(list)
  const step = bindTree(body)
  const results = (scope: Scope, values: readonly unknown[]) => values.map((item) => step({ ...scope, [name]: item }))
  return (scope) => {
    const value = items(scope)
    if (value === UNKNOWN) return UNKNOWN
    const values = iterated(value)
    if (values === null) return UNKNOWN
    switch (kind) {
      case 'all':
      case 'exists':
        return quantified(kind === 'exists', results(scope, values))
      case 'map': {
        const mapped = results(scope, values)
        return mapped.includes(UNKNOWN) ? UNKNOWN : mapped
      }
      case 'filter': {
        const kept = results(scope, values)
        return kept.every((keeps) => typeof keeps === 'boolean') ? values.filter((_, index) => kept[index]) : UNKNOWN
      }
    }
  }
}

/** One item that decides is enough, even among unknown ones. */
function quantified(deciding: boolean, results: readonly unknown[]): unknown {
  if (results.includes(deciding)) return deciding
  return results.every((result) => result === !deciding) ? !deciding : UNKNOWN
}

/** The items of a list, or the keys of a map; null when there is nothing to go over. */
function iterated(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (value instanceof Map) return [...value.keys()]
  return typeof value === 'object' && value !== null ? Object.keys(value) : null
}
