/** Evaluates `$(( … ))`, `(( … ))` and `let` in 64 bits; what is computed from the CPU count stays dependent on it. */
import type { Location } from '../source/location.ts'
import type { ResolvedText } from '../source/resolved.ts'
import { applyOperator, isOpen, type Quantity, unite } from './arithmetic-operators.ts'
import { type ArithmeticToken, parseNumber, tokenizeArithmetic, wrap } from './arithmetic-tokens.ts'
import { hasExtensions, isBash } from './dialect.ts'
import { countWork, type Machine } from './machine.ts'
import type { State } from './state.ts'
import { computed, placeOf, unknown } from './values.ts'
import { readVariable, scalar, textOf, writeVariable } from './variables.ts'

/** The result; `error` says why the shell refuses the expression. */
export interface ArithmeticResult {
  readonly text: ResolvedText
  readonly value: bigint | null
  readonly error: string | null
}

interface Evaluation {
  readonly machine: Machine
  readonly state: State
  readonly tokens: readonly ArithmeticToken[]
  readonly at: Location | undefined
  next: number
  depth: number
  /** Above zero in the branch of `?:`, `&&` or `||` that is not taken: nothing is assigned there. */
  idle: number
}

/** The expression is wrong. */
class ArithmeticError extends Error {}

/** Evaluates a text. */
export function evaluateArithmetic(machine: Machine, state: State, text: ResolvedText): ArithmeticResult {
  return evaluateParts(machine, state, [text], placeOf(text))
}

/** Evaluates an expression whose expansions are done. */
export function evaluateParts(
  machine: Machine,
  state: State,
  parts: readonly ResolvedText[],
  at?: Location | undefined,
): ArithmeticResult {
  try {
    const value = evaluateTokens(machine, state, tokenizeArithmetic(parts, machine.dialect), at, 0)
    if (isOpen(value)) return { text: unknown(value.why, value.at ?? at, value.dependsOn), value: null, error: null }
    return { text: computed(String(value), at), value, error: null }
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error
    return { text: unknown(error.message, at), value: null, error: error.message }
  }
}

function evaluateTokens(
  machine: Machine,
  state: State,
  tokens: readonly ArithmeticToken[],
  at: Location | undefined,
  depth: number,
): Quantity {
  countWork(machine, tokens.length, at)
  if (tokens.length === 0) return 0n
  const evaluation: Evaluation = { machine, state, tokens, at, next: 0, depth, idle: 0 }
  const value = comma(evaluation)
  if (evaluation.next < tokens.length) throw new ArithmeticError('the arithmetic expression is wrong')
  return value
}

function takeSign(evaluation: Evaluation, ...wanted: readonly string[]): string | null {
  const token = evaluation.tokens[evaluation.next]
  if (token?.kind !== 'sign' || !wanted.includes(token.sign)) return null
  evaluation.next++
  return token.sign
}

function comma(evaluation: Evaluation): Quantity {
  let value = assignment(evaluation)
  while (takeSign(evaluation, ',') !== null) value = assignment(evaluation)
  return value
}

const assigning = ['=', '*=', '/=', '%=', '+=', '-=', '<<=', '>>=', '&=', '^=', '|=']

function assignment(evaluation: Evaluation): Quantity {
  const start = evaluation.next
  const target = evaluation.tokens[start]
  if (target?.kind === 'name') {
    evaluation.next++
    const subscript = readSubscript(evaluation)
    const sign = takeSign(evaluation, ...assigning)
    if (sign !== null) {
      const right = guarded(evaluation, () => assignment(evaluation))
      const value = sign === '=' ? right : operate(sign.slice(0, -1), load(evaluation, target.name, subscript), right)
      return store(evaluation, target.name, subscript, value)
    }
    evaluation.next = start
  }
  return conditional(evaluation)
}

function guarded(evaluation: Evaluation, run: () => Quantity): Quantity {
  if (evaluation.depth > 40) throw new ArithmeticError('the arithmetic expression is nested too deeply')
  evaluation.depth++
  const value = run()
  evaluation.depth--
  return value
}

function idleUnless(evaluation: Evaluation, isWanted: boolean, run: () => Quantity): Quantity {
  if (!isWanted) evaluation.idle++
  const value = guarded(evaluation, run)
  if (!isWanted) evaluation.idle--
  return value
}

function conditional(evaluation: Evaluation): Quantity {
  const condition = binary(evaluation, 0)
  if (takeSign(evaluation, '?') === null) return condition
  const decided = !isOpen(condition)
  const yes = idleUnless(evaluation, decided && condition !== 0n, () => comma(evaluation))
  if (takeSign(evaluation, ':') === null) throw new ArithmeticError('":" is missing in the arithmetic expression')
  const no = idleUnless(evaluation, decided && condition === 0n, () => conditional(evaluation))
  if (isOpen(condition)) return unite([condition, yes, no]) ?? condition
  return condition !== 0n ? yes : no
}

const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
]

function binary(evaluation: Evaluation, level: number): Quantity {
  const operators = levels[level]
  if (operators === undefined) return power(evaluation)
  let left = binary(evaluation, level + 1)
  for (;;) {
    const operator = takeSign(evaluation, ...operators)
    if (operator === null) return left
    const isSettled = !isOpen(left) && ((operator === '&&' && left === 0n) || (operator === '||' && left !== 0n))
    const right = idleUnless(evaluation, !isSettled, () => binary(evaluation, level + 1))
    if (isSettled) left = operator === '||' ? 1n : 0n
    else left = evaluation.idle > 0 && right === 0n ? 0n : operate(operator, left, right)
  }
}

function power(evaluation: Evaluation): Quantity {
  const base = unary(evaluation)
  if (takeSign(evaluation, '**') === null) return base
  return operate(
    '**',
    base,
    guarded(evaluation, () => power(evaluation)),
  )
}

function unary(evaluation: Evaluation): Quantity {
  const step = takeSign(evaluation, '++', '--')
  if (step !== null) {
    const target = evaluation.tokens[evaluation.next]
    if (target?.kind !== 'name') return guarded(evaluation, () => unary(evaluation))
    evaluation.next++
    const subscript = readSubscript(evaluation)
    const value = operate(step === '++' ? '+' : '-', load(evaluation, target.name, subscript), 1n)
    return store(evaluation, target.name, subscript, value)
  }
  const sign = takeSign(evaluation, '+', '-', '!', '~')
  if (sign === null) return primary(evaluation)
  const value = guarded(evaluation, () => unary(evaluation))
  if (isOpen(value)) return value
  return sign === '-' ? wrap(-value) : sign === '!' ? (value === 0n ? 1n : 0n) : sign === '~' ? ~value : value
}

function primary(evaluation: Evaluation): Quantity {
  const token = evaluation.tokens[evaluation.next]
  evaluation.next++
  switch (token?.kind) {
    case 'number':
      return glued(evaluation, token.value)
    case 'unknown':
      return glued(evaluation, token.reason)
    case 'name':
      return named(evaluation, token.name)
    case 'sign': {
      if (token.sign !== '(') break
      const value = guarded(evaluation, () => comma(evaluation))
      if (takeSign(evaluation, ')') === null)
        throw new ArithmeticError('a parenthesis is not closed in the arithmetic expression')
      return value
    }
  }
  throw new ArithmeticError('the arithmetic expression is wrong')
}

/** A number next to an unknown part, as in `1$x`, is one unknown number. */
function glued(evaluation: Evaluation, first: Quantity): Quantity {
  let value = first
  for (;;) {
    const token = evaluation.tokens[evaluation.next]
    if (token?.kind !== 'unknown' && !(isOpen(value) && token?.kind === 'number')) return value
    evaluation.next++
    value = token?.kind === 'unknown' ? (unite([value, token.reason]) ?? token.reason) : value
  }
}

function named(evaluation: Evaluation, name: string): Quantity {
  const subscript = readSubscript(evaluation)
  const value = load(evaluation, name, subscript)
  const step = takeSign(evaluation, '++', '--')
  if (step !== null) store(evaluation, name, subscript, operate(step === '++' ? '+' : '-', value, 1n))
  return value
}

function readSubscript(evaluation: Evaluation): Quantity | null {
  if (!isBash(evaluation.machine.dialect) || takeSign(evaluation, '[') === null) return null
  const value = guarded(evaluation, () => comma(evaluation))
  if (takeSign(evaluation, ']') === null) throw new ArithmeticError('a subscript is not closed')
  return value
}

function load(evaluation: Evaluation, name: string, subscript: Quantity | null): Quantity {
  const { machine, state, depth } = evaluation
  const variable = readVariable(machine, state, name)
  const isElement = subscript !== null && variable?.kind === 'array'
  if (isElement && isOpen(subscript)) return subscript
  const text = isElement ? variable.elements.get(Number(subscript)) : textOf(variable)
  if (text === undefined) {
    if (state.options.has('nounset') && subscript === null) throw new ArithmeticError(`${name} is not set`)
    return 0n
  }
  if (!text.known) return { why: text.why, at: text.at, dependsOn: text.dependsOn }
  const value = text.text.value.trim()
  if (value === '') return 0n
  const number = parseNumber(value.replace(/^[-+]\s*/, ''), machine.dialect)
  if (number !== null) return value.startsWith('-') ? wrap(-number) : number
  if (!hasExtensions(machine.dialect)) throw new ArithmeticError(`"${value.slice(0, 40)}" is not a number`)
  if (depth > 20) throw new ArithmeticError('the arithmetic expression is nested too deeply')
  return evaluateTokens(machine, state, tokenizeArithmetic([text], machine.dialect), evaluation.at, depth + 1)
}

function store(evaluation: Evaluation, name: string, subscript: Quantity | null, value: Quantity): Quantity {
  const { machine, state, at } = evaluation
  if (evaluation.idle > 0) return value
  const text = isOpen(value) ? unknown(value.why, value.at ?? at, value.dependsOn) : computed(String(value), at)
  const variable = readVariable(machine, state, name)
  if (subscript === null || isOpen(subscript)) writeVariable(machine, state, name, scalar(text), at)
  else {
    const elements = new Map(variable?.kind === 'array' ? variable.elements : [])
    writeVariable(machine, state, name, { kind: 'array', elements: elements.set(Number(subscript), text) }, at)
  }
  return value
}

function operate(operator: string, left: Quantity, right: Quantity): Quantity {
  const value = applyOperator(operator, left, right)
  if (typeof value === 'string') throw new ArithmeticError(value)
  return value
}
