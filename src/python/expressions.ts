/** Evaluates expressions. */
import type { SyntaxNode } from '@lezer/common'
import { readAttribute } from './attributes.ts'
import { callExpression } from './calls.ts'
import { comprehend } from './comprehensions.ts'
import { formatReplacement } from './format-strings.ts'
import { formatPercent } from './formatting.ts'
import { defineFunction } from './functions.ts'
import { iterate } from './iteration.ts'
import { decodeEscapes, parseNumber, parseString } from './literals.ts'
import { lookUpName } from './names.ts'
import { calculate } from './numbers.ts'
import {
  allocate,
  countStep,
  countWork,
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
import { isEqual, isTrue } from './text.ts'
import {
  asNumber,
  type Entry,
  isCompound,
  keyOf,
  known,
  open,
  originOf,
  PythonRaise,
  type Result,
  typeName,
  unite,
  type Value,
} from './values.ts'

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

/** Each value once. */
export function unique(items: readonly Result[]): readonly Result[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = item.known ? keyOf(item.value) : null
    if (key === null) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function evaluateItems(machine: Machine, state: State, node: SyntaxNode): readonly Result[] {
  const items: Result[] = []
  let isSpread = false
  for (const child of childrenOf(node)) {
    if (child.name === '*') isSpread = true
    else if (/^[A-Z]/.test(child.name) && child.name !== 'Comment') {
      const value = evaluate(machine, state, child)
      const spread = isSpread ? iterate(machine, state, value) : null
      if (spread !== null) items.push(...spread)
      else items.push(isSpread ? open('the elements are not known', placeOf(machine, child)) : value)
      isSpread = false
    }
  }
  return items
}

function evaluateDict(machine: Machine, state: State, node: SyntaxNode): Result {
  const entries = new Map<string, Entry>()
  const children = operands(node).filter((child) => child.name !== 'Comment')
  let isSpread = false
  let key: SyntaxNode | null = null
  for (const child of childrenOf(node)) {
    if (child.name === '**') isSpread = true
    else if (!children.some((one) => one.from === child.from && one.to === child.to)) continue
    else if (isSpread) {
      const value = evaluate(machine, state, child)
      const object =
        value.known && isCompound(value.value) && value.value.kind === 'dict'
          ? state.heap.get(value.value.id)
          : undefined
      if (object?.kind !== 'dict') return notFollowed(machine, node)
      for (const [name, entry] of object.entries) entries.set(name, entry)
      isSpread = false
    } else if (key === null) key = child
    else {
      const name = evaluate(machine, state, key)
      const text = name.known ? keyOf(name.value) : null
      if (text === null || !name.known) return notFollowed(machine, node)
      entries.set(text, { key: name.value, value: evaluate(machine, state, child) })
      key = null
    }
  }
  return known(allocate(machine, state, { kind: 'dict', entries }))
}

function stringValue(machine: Machine, state: State, node: SyntaxNode): Result {
  const text = textOf(machine, node)
  const literal = parseString(text)
  if (literal === null) return notFollowed(machine, node)
  const isRaw = literal.prefix.includes('r')
  const decode = (raw: string): string => (isRaw ? raw : decodeEscapes(raw)).replaceAll('\r\n', '\n')
  const replacements = childrenOf(node).filter((child) => child.name === 'FormatReplacement')
  if (literal.prefix.includes('b'))
    return known({ kind: 'bytes', value: decode(text.slice(literal.start, literal.end)) })
  if (!literal.prefix.includes('f')) return known(decode(text.slice(literal.start, literal.end)))
  const parts: Result[] = []
  let run = node.from + literal.start
  for (const replacement of replacements) {
    parts.push(
      known(decode(machine.text.value.slice(run, replacement.from)).replaceAll('{{', '{').replaceAll('}}', '}')),
    )
    parts.push(formatReplacement(machine, state, replacement))
    run = replacement.to
  }
  parts.push(
    known(
      decode(machine.text.value.slice(run, node.from + literal.end))
        .replaceAll('{{', '{')
        .replaceAll('}}', '}'),
    ),
  )
  return joinStrings(machine, node, parts)
}

function joinStrings(machine: Machine, node: SyntaxNode, parts: readonly Result[]): Result {
  const reason = unite(parts)
  if (reason !== null) return reason
  let text = ''
  for (const part of parts) {
    if (!part.known) return part
    if (typeof part.value === 'string') text += part.value
    else
      return isCompound(part.value) && part.value.kind === 'bytes' && parts.length === 1
        ? part
        : notFollowed(machine, node)
  }
  countWork(machine, text.length)
  return known(text, originOf(parts))
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

function operatorBetween(machine: Machine, left: SyntaxNode, right: SyntaxNode): string {
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

function isComparison(operator: string): boolean {
  return /^(?:==|!=|<|>|<=|>=|in|not in|is|is not)$/.test(operator)
}

function evaluateComparison(machine: Machine, state: State, node: SyntaxNode): Result {
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

interface Operation {
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

function heapItems(state: State, id: number): readonly Result[] {
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

/** `left operator right`. */
export function applyOperator(machine: Machine, state: State, { operator, left, right, node }: Operation): Result {
  const reason = unite([left, right])
  if (!left.known || !right.known) {
    machine.doubts++
    return reason ?? notFollowed(machine, node)
  }
  const value = operate(machine, state, operator, left.value, right.value)
  if (value === undefined) return notFollowed(machine, node)
  return known(value, originOf([left, right]))
}

function operate(machine: Machine, state: State, operator: string, a: Value, b: Value): Value | undefined {
  const number = calculate(operator, a, b)
  if (number !== null) return number
  if (asNumber(a) !== null && asNumber(b) !== null) return undefined
  if (operator === '%' && typeof a === 'string') return formatPercent(state, a, b) ?? undefined
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') {
    countWork(machine, a.length + b.length)
    return a + b
  }
  if (operator === '*') {
    const [sequence, times] = asNumber(b) === null ? [b, asNumber(a)] : [a, asNumber(b)]
    if (typeof times === 'bigint') return repeat(machine, state, sequence, times)
  }
  const [x, y] = [isCompound(a) ? a : null, isCompound(b) ? b : null]
  if (operator === '+' && x?.kind === 'tuple' && y?.kind === 'tuple')
    return { kind: 'tuple', items: [...x.items, ...y.items] }
  if (operator === '+' && x?.kind === 'list' && y?.kind === 'list')
    return allocate(machine, state, { kind: 'list', items: [...heapItems(state, x.id), ...heapItems(state, y.id)] })
  if (operator === '|' && x?.kind === 'dict' && y?.kind === 'dict') {
    const [left, right] = [state.heap.get(x.id), state.heap.get(y.id)]
    if (left?.kind === 'dict' && right?.kind === 'dict')
      return allocate(machine, state, { kind: 'dict', entries: new Map([...left.entries, ...right.entries]) })
  }
  const isFollowed =
    [x, y].every((one) => one === null || /^(?:bytes|tuple|list|dict)$/.test(one.kind)) &&
    !(x?.kind === 'bytes' || (x?.kind === 'dict' && y?.kind === 'dict'))
  if (!isFollowed || (x?.kind === 'set' && y?.kind === 'set')) return undefined
  if (operator === '+' && typeof a === 'string')
    throw new PythonRaise('TypeError', `can only concatenate str (not "${typeName(b)}") to str`, undefined)
  throw new PythonRaise(
    'TypeError',
    `unsupported operand type(s) for ${operator}${operator === '**' ? ' or pow()' : ''}: '${typeName(a)}' and '${typeName(b)}'`,
    undefined,
  )
}

function repeat(machine: Machine, state: State, sequence: Value, times: bigint): Value | undefined {
  const count = times < 0n ? 0 : times > 100_000n ? 100_001 : Number(times)
  if (typeof sequence === 'string') {
    countWork(machine, sequence.length * count)
    return count > 100_000 ? undefined : sequence.repeat(count)
  }
  if (!isCompound(sequence)) return undefined
  const items =
    sequence.kind === 'tuple' ? sequence.items : sequence.kind === 'list' ? heapItems(state, sequence.id) : null
  if (items === null) return undefined
  countWork(machine, items.length * count)
  const repeated = Array.from({ length: count }, () => items).flat()
  return sequence.kind === 'tuple'
    ? { kind: 'tuple', items: repeated }
    : allocate(machine, state, { kind: 'list', items: repeated })
}
