/** Comparisons, identity and membership. */
import type { SyntaxNode } from '@lezer/common'
import { evaluate, notFollowed, operands, operatorBetween } from './expressions.ts'
import { iterate } from './iteration.ts'
import type { Machine, State } from './state.ts'
import { isEqual } from './text.ts'
import {
  asNumber,
  isCompound,
  known,
  originOf,
  PythonRaise,
  type Result,
  typeName,
  unite,
  type Value,
} from './values.ts'

/** Is it a comparison operator? */
export function isComparison(operator: string): boolean {
  return /^(?:==|!=|<|>|<=|>=|in|not in|is|is not)$/.test(operator)
}

/** Evaluates a chain such as `a < b <= c`. */
export function evaluateComparison(machine: Machine, state: State, node: SyntaxNode): Result {
  const chain: SyntaxNode[] = []
  const operators: string[] = []
  for (let at: SyntaxNode = node; ; ) {
    const [left, right] = operands(at).filter((child) => child.name !== 'Comment')
    if (left === undefined || right === undefined) return notFollowed(machine, node)
    chain.unshift(right)
    operators.unshift(operatorBetween(machine, left, right))
    const [a, b] = left.name === 'BinaryExpression' ? operands(left).filter((child) => child.name !== 'Comment') : []
    if (a === undefined || b === undefined || !isComparison(operatorBetween(machine, a, b)) || chain.length > 50) {
      chain.unshift(left)
      break
    }
    at = left
  }
  const values = chain.map((one) => evaluate(machine, state, one))
  let reason: Result | null = null
  for (const [i, operator] of operators.entries()) {
    const [a, b] = [values[i], values[i + 1]]
    if (a === undefined || b === undefined) break
    const verdict = compare(machine, state, { operator, left: a, right: b, node })
    if (!verdict.known) reason = verdict
    else if (verdict.value === false) return verdict
  }
  return reason ?? known(true, originOf(values))
}

/** An operator between two values. */
export interface Operation {
  readonly operator: string
  readonly left: Result
  readonly right: Result
  readonly node: SyntaxNode
}

function compare(machine: Machine, state: State, { operator, left, right, node }: Operation): Result {
  const reason = unite([left, right])
  const isIdentity = operator === 'is' || operator === 'is not'
  if (
    isIdentity &&
    reason !== null &&
    reason.dependsOn === 'cpu_count' &&
    [left, right].some((one) => one.known && one.value === null)
  )
    return known(operator === 'is not')
  if (!left.known || !right.known) return reason ?? notFollowed(machine, node)
  const decided = compareValues(machine, state, operator, left.value, right.value)
  return decided === null ? notFollowed(machine, node) : known(decided, originOf([left, right]))
}

function compareValues(machine: Machine, state: State, operator: string, a: Value, b: Value): boolean | null {
  switch (operator) {
    case '==':
      return isEqual(state, a, b)
    case '!=':
      return flip(isEqual(state, a, b))
    case 'is':
    case 'is not': {
      const same =
        isCompound(a) && isCompound(b)
          ? 'id' in a && 'id' in b
            ? a.id === b.id
            : isEqual(state, a, b)
          : typeof a === typeof b && a === b
      return operator === 'is' ? same : flip(same)
    }
    case 'in':
      return contains(machine, state, b, a)
    case 'not in':
      return flip(contains(machine, state, b, a))
    default:
      return order(state, operator, a, b)
  }
}

function flip(verdict: boolean | null): boolean | null {
  return verdict === null ? null : !verdict
}

function order(state: State, operator: string, a: Value, b: Value): boolean | null {
  const [x, y] = [asNumber(a), asNumber(b)]
  if (x !== null && y !== null)
    return orderBy(operator, x < y ? -1 : x > y ? 1 : 0) && !Number.isNaN(x) && !Number.isNaN(y)
  if (typeof a === 'string' && typeof b === 'string') return orderBy(operator, a < b ? -1 : a > b ? 1 : 0)
  if (isCompound(a) && isCompound(b) && a.kind === b.kind && (a.kind === 'tuple' || a.kind === 'list')) {
    const [left, right] = [a, b].map((one) =>
      one.kind === 'tuple' ? one.items : 'id' in one ? heapItems(state, one.id) : [],
    )
    for (const [i, item] of (left ?? []).entries()) {
      const other = right?.[i]
      if (other === undefined) break
      if (!item.known || !other.known) return null
      if (isEqual(state, item.value, other.value) === false) return order(state, operator, item.value, other.value)
    }
    return orderBy(operator, (left?.length ?? 0) - (right?.length ?? 0))
  }
  if (isCompound(a) && isCompound(b) && a.kind === b.kind) return null
  throw new PythonRaise(
    'TypeError',
    `'${operator}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`,
    undefined,
  )
}

/** The items of a list or set on the heap. */
export function heapItems(state: State, id: number): readonly Result[] {
  const object = state.heap.get(id)
  return object === undefined || object.kind === 'dict' ? [] : object.items
}

function orderBy(operator: string, sign: number): boolean {
  return operator === '<' ? sign < 0 : operator === '<=' ? sign <= 0 : operator === '>' ? sign > 0 : sign >= 0
}

function contains(machine: Machine, state: State, container: Value, item: Value): boolean | null {
  if (typeof container === 'string') {
    if (typeof item !== 'string')
      throw new PythonRaise(
        'TypeError',
        `'in <string>' requires string as left operand, not ${typeName(item)}`,
        undefined,
      )
    return container.includes(item)
  }
  if (isCompound(container) && container.kind === 'environ') {
    const { environment } = machine.context
    if (typeof item !== 'string') return null
    return environment.variables.has(item) ? true : environment.open === null ? false : null
  }
  const items = iterate(machine, state, known(container))
  if (items === null) {
    if (isCompound(container) && container.kind !== 'namespace') return null
    if (!isCompound(container))
      throw new PythonRaise('TypeError', `argument of type '${typeName(container)}' is not iterable`, undefined)
    return typeof item === 'string' && state.globals.has(item) ? true : null
  }
  let verdict: boolean | null = false
  for (const one of items) {
    const same = one.known ? isEqual(state, one.value, item) : null
    if (same === true) return true
    if (same === null) verdict = null
  }
  return verdict
}
