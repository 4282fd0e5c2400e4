/** Evaluates expressions. */
import type { SyntaxNode } from '@lezer/common'
import { readAttribute } from './attributes.ts'
import { callExpression } from './calls.ts'
import { evaluateComparison, isComparison } from './comparisons.ts'
import { comprehend } from './comprehensions.ts'
import { evaluateDict, evaluateItems, joinStrings, stringValue, unique } from './displays.ts'
import { defineFunction } from './functions.ts'
import { parseNumber } from './literals.ts'
import { lookUpName } from './names.ts'
import { applyOperator } from './operators.ts'
import {
  allocate,
  countStep,
  forkState,
  joinResults,
  joinStates,
  LimitReached,
  type Machine,
  placeOf,
  type State,
  textOf,
} from './state.ts'
import { readSubscript } from './subscripts.ts'
import { isTrue } from './text.ts'
import { asNumber, known, open, PythonRaise, type Result, typeName } from './values.ts'

const maximumDepth = 150

/** The children that are expressions, without punctuation and keywords. */
export function operands(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (/^[A-Z⚠]/.test(child.name) && !/Op$/.test(child.name)) found.push(child)
  return found
}

/** All children. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child)
  return found
}

/** The value of an expression; an exception that is certain is thrown. */
export function evaluate(machine: Machine, state: State, node: SyntaxNode): Result {
  countStep(machine)
  if (machine.depth > maximumDepth) throw new LimitReached('the module is nested too deeply')
  machine.depth++
  try {
    return evaluateNode(machine, state, node)
  } catch (error) {
    if (error instanceof PythonRaise && error.at === undefined)
      throw new PythonRaise(error.type, error.message, placeOf(machine, node))
    throw error
  } finally {
    machine.depth--
  }
}

/** The reason for an expression that is not followed. */
export function notFollowed(machine: Machine, node: SyntaxNode): Result {
  machine.doubts++
  const text = textOf(machine, node).replace(/\s+/g, ' ')
  return open(`${text.length > 60 ? `${text.slice(0, 60)}…` : text} is not known`, placeOf(machine, node))
}

function evaluateNode(machine: Machine, state: State, node: SyntaxNode): Result {
  switch (node.name) {
    case 'Number': {
      const value = parseNumber(textOf(machine, node))
      return value === null ? notFollowed(machine, node) : known(value)
    }
    case 'Boolean':
      return known(textOf(machine, node) === 'True')
    case 'None':
      return known(null)
    case 'String':
    case 'FormatString':
      return stringValue(machine, state, node)
    case 'ContinuedString':
      return joinStrings(
        machine,
        node,
        operands(node).map((one) => stringValue(machine, state, one)),
      )
    case 'VariableName':
      return lookUpName(machine, state, node)
    case 'ParenthesizedExpression': {
      const [inner] = operands(node)
      return inner === undefined ? notFollowed(machine, node) : evaluate(machine, state, inner)
    }
    case 'NamedExpression': {
      const [target, value] = operands(node)
      if (target === undefined || value === undefined) return notFollowed(machine, node)
      const result = evaluate(machine, state, value)
      ;(state.locals ?? state.globals).set(textOf(machine, target), result)
      return result
    }
    case 'TupleExpression':
      return known({ kind: 'tuple', items: evaluateItems(machine, state, node) })
    case 'ArrayExpression':
      return known(allocate(machine, state, { kind: 'list', items: evaluateItems(machine, state, node) }))
    case 'SetExpression':
      return known(allocate(machine, state, { kind: 'set', items: unique(evaluateItems(machine, state, node)) }))
    case 'DictionaryExpression':
      return evaluateDict(machine, state, node)
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'ComprehensionExpression':
      return comprehend(machine, state, node)
    case 'UnaryExpression':
      return evaluateUnary(machine, state, node)
    case 'BinaryExpression':
      return evaluateBinary(machine, state, node)
    case 'ConditionalExpression':
      return evaluateConditional(machine, state, node)
    case 'MemberExpression':
      return node.getChild('[') === null ? readAttribute(machine, state, node) : readSubscript(machine, state, node)
    case 'CallExpression':
      return callExpression(machine, state, node)
    case 'LambdaExpression':
      return known(defineFunction(machine, state, node, '<lambda>'))
    default:
      return notFollowed(machine, node)
  }
}

/**
 * `not a or b`: the grammar reads all of `a or b` as the operand, Python only `a`. True when the node is such an operand.
 */
function evaluateNot(machine: Machine, state: State, operand: SyntaxNode): Result {
  const [left, right] =
    operand.name === 'BinaryExpression' ? operands(operand).filter((child) => child.name !== 'Comment') : []
  const operator = left === undefined || right === undefined ? '' : operatorBetween(machine, left, right)
  if (left === undefined || right === undefined || (operator !== 'and' && operator !== 'or')) {
    const value = evaluate(machine, state, operand)
    if (!value.known) return value
    const truth = isTrue(state, value.value)
    return truth === null ? notFollowed(machine, operand) : known(!truth, value.from)
  }
  const first = evaluateNot(machine, state, left)
  const truth = first.known ? isTrue(state, first.value) : null
  if (truth === null) return joinOperands(machine, state, operand, first, right)
  return truth === (operator === 'and') ? evaluate(machine, state, right) : first
}

function evaluateUnary(machine: Machine, state: State, node: SyntaxNode): Result {
  const [operand] = operands(node)
  if (operand === undefined) return notFollowed(machine, node)
  if (node.getChild('not') !== null) return evaluateNot(machine, state, operand)
  const value = evaluate(machine, state, operand)
  if (!value.known) return value
  const operator = textOf(machine, node).slice(0, 1)
  const number = asNumber(value.value)
  if (number === null)
    throw new PythonRaise(
      'TypeError',
      `bad operand type for unary ${operator}: '${typeName(value.value)}'`,
      placeOf(machine, node),
    )
  if (operator === '-') return known(-number, value.from)
  if (operator === '~' && typeof number === 'bigint') return known(~number, value.from)
  return operator === '+' ? known(number, value.from) : notFollowed(machine, node)
}

function evaluateConditional(machine: Machine, state: State, node: SyntaxNode): Result {
  const [yes, condition, no] = operands(node)
  if (yes === undefined || condition === undefined || no === undefined) return notFollowed(machine, node)
  const value = evaluate(machine, state, condition)
  const truth = value.known ? isTrue(state, value.value) : null
  if (truth !== null) return evaluate(machine, state, truth ? yes : no)
  return either(machine, state, node, [yes, no], value)
}

/** The value of one of two expressions, when it cannot be told which is evaluated. */
function either(
  machine: Machine,
  state: State,
  node: SyntaxNode,
  branches: readonly SyntaxNode[],
  condition: Result,
): Result {
  const results: Result[] = []
  const states: State[] = []
  for (const branch of branches) {
    const fork = forkState(state)
    try {
      results.push(evaluate(machine, fork, branch))
      states.push(fork)
    } catch (error) {
      if (!(error instanceof PythonRaise)) throw error
      machine.doubts++
    }
  }
  const reason = condition.known ? null : condition
  joinStates(state, states, reason)
  const [first, second] = results
  if (first === undefined) return notFollowed(machine, node)
  return second === undefined ? first : joinResults(textOf(machine, node).slice(0, 60), first, second, reason)
}

/** The operator that stands between two operands. */
export function operatorBetween(machine: Machine, left: SyntaxNode, right: SyntaxNode): string {
  return machine.text.value
    .slice(left.to, right.from)
    .replace(/#[^\n]*/g, ' ')
    .replace(/[\s\\]+/g, ' ')
    .trim()
}

function evaluateBinary(machine: Machine, state: State, node: SyntaxNode): Result {
  const [left, right] = operands(node).filter((child) => child.name !== 'Comment')
  if (left === undefined || right === undefined) return notFollowed(machine, node)
  const operator = operatorBetween(machine, left, right)
    .replace(/^\)+|\(+$/g, '')
    .trim()
  if (operator === 'and' && isNotOr(machine, right)) return notFollowed(machine, node)
  if (operator === 'and' || operator === 'or') {
    const first = evaluate(machine, state, left)
    const truth = first.known ? isTrue(state, first.value) : null
    if (truth === null) return joinOperands(machine, state, node, first, right)
    return truth === (operator === 'and') ? evaluate(machine, state, right) : first
  }
  if (isComparison(operator)) return evaluateComparison(machine, state, node)
  const a = evaluate(machine, state, left)
  const b = evaluate(machine, state, right)
  return applyOperator(machine, state, { operator, left: a, right: b, node })
}

/** `a and not b or c` is read as `a and not (b or c)` by the grammar, which no re-reading of one node mends. */
function isNotOr(machine: Machine, node: SyntaxNode): boolean {
  const [operand] = node.name === 'UnaryExpression' && node.getChild('not') !== null ? operands(node) : []
  const [left, right] = operand?.name === 'BinaryExpression' ? operands(operand) : []
  return left !== undefined && right !== undefined && operatorBetween(machine, left, right) === 'or'
}

function joinOperands(machine: Machine, state: State, node: SyntaxNode, first: Result, right: SyntaxNode): Result {
  const fork = forkState(state)
  const skipped = forkState(state)
  const second = evaluate(machine, fork, right)
  const reason = first.known ? null : first
  joinStates(state, [skipped, fork], reason)
  return joinResults(textOf(machine, node).slice(0, 60), first, second, reason)
}
