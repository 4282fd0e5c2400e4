/** Operators of expressions as functions of what stands on their sides. */
import { type Constant, isSimple } from './constants.ts'
import type { TreeFunction } from './evaluate-tree.ts'
import type { BinaryOperator } from './expression-tree.ts'
import { add, areEqual, arithmetic, compare, isMember, itemOf, UNKNOWN } from './tree-values.ts'

/** All sides of `&&` or `||`: the deciding value wins over an unknown one. */
export function bindLogical(deciding: boolean, sides: readonly TreeFunction[]): TreeFunction {
  return (scope) => {
    let isKnown = true
    for (const side of sides) {
      const value = side(scope)
      if (value === deciding) return deciding
      if (value !== !deciding) isKnown = false
    }
    return isKnown ? !deciding : UNKNOWN
  }
}

/** An operator that needs the values of both sides. */
export type ValueOperator = Exclude<BinaryOperator, '&&' | '||'>

/** Makes the function of an operator; most have a constant on the right. */
export function bindOperator(
  operator: ValueOperator,
  left: TreeFunction,
  right: TreeFunction | Constant,
): TreeFunction {
  if (typeof right === 'function') return bindBinary(operator, left, right)
  const value = comparable(operator, right.value)
  switch (operator) {
    case '==':
    case '!=':
      return isSimple(value)
        ? bindSame(left, value, operator === '==')
        : bindConstant(OPERATIONS[operator], left, value)
    case 'in':
      return Array.isArray(value) && value.every(isSimple)
        ? bindIncluded(left, value)
        : bindConstant(isMember, left, value)
    default:
      return bindConstant(OPERATIONS[operator], left, value)
  }
}

/** Whole numbers are compared as fractions, which no constant of a policy is too large for. */
function comparable(operator: ValueOperator, value: unknown): unknown {
  return typeof value === 'bigint' && COMPARISONS.includes(operator) ? Number(value) : value
}

const COMPARISONS: readonly ValueOperator[] = ['==', '!=', '<', '<=', '>', '>=']

function bindSame(left: TreeFunction, value: unknown, isWanted: boolean): TreeFunction {
  return (scope) => {
    const given = left(scope)
    return given === UNKNOWN ? UNKNOWN : (given === value) === isWanted
  }
}

function bindIncluded(left: TreeFunction, values: readonly unknown[]): TreeFunction {
  return (scope) => {
    const given = left(scope)
    return given === UNKNOWN ? UNKNOWN : values.includes(given)
  }
}

type Operation = (left: unknown, right: unknown) => unknown

function bindConstant(operation: Operation, left: TreeFunction, value: unknown): TreeFunction {
  return (scope) => {
    const given = left(scope)
    return given === UNKNOWN ? UNKNOWN : operation(given, value)
  }
}

function bindBinary(operator: ValueOperator, left: TreeFunction, right: TreeFunction): TreeFunction {
  const operation = OPERATIONS[operator]
  return (scope) => {
    const first = left(scope)
    if (first === UNKNOWN) return UNKNOWN
    const second = right(scope)
    return second === UNKNOWN ? UNKNOWN : operation(first, second)
  }
}

const OPERATIONS: Readonly<Record<ValueOperator, Operation>> = {
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
