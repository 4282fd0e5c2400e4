/** The `expr` program: integer arithmetic, comparison and a little text. */
import type { Location } from '../source/location.ts'
import { type ResolvedText, stringOf } from '../source/resolved.ts'
import { applyOperator, isOpen, type Quantity, unite } from './arithmetic-operators.ts'
import type { ProgramOutput } from './known-outputs.ts'
import type { Machine } from './machine.ts'
import { computed, emptyText, unknown } from './values.ts'

type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly quantity: Exclude<Quantity, bigint> }

interface Words {
  readonly words: readonly ResolvedText[]
  next: number
  isWrong: boolean
}

/** What `expr words` prints; null for what is not followed. */
export function evaluateExpr(
  machine: Machine,
  words: readonly ResolvedText[],
  at: Location | undefined,
): ProgramOutput | null {
  if (words.length > 200 || machine.depth > 40) return null
  const reader: Words = { words, next: 0, isWrong: false }
  const value = level(reader, 0)
  if (reader.isWrong || reader.next < words.length) return { output: emptyText, status: { code: 2, isCertain: true } }
  if (value.kind === 'open') {
    const { why, dependsOn } = value.quantity
    return { output: unknown(why, value.quantity.at ?? at, dependsOn), status: { code: 0, isCertain: false } }
  }
  const isNull = value.text === '' || /^-?0+$/.test(value.text)
  return { output: computed(`${value.text}\n`, at), status: { code: isNull ? 1 : 0, isCertain: true } }
}

const levels: readonly (readonly string[])[] = [
  ['|'],
  ['&'],
  ['=', '==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
  [':'],
]

function level(reader: Words, depth: number): Value {
  const operators = levels[depth]
  if (operators === undefined) return primary(reader)
  let left = level(reader, depth + 1)
  for (;;) {
    const word = reader.words[reader.next]
    const operator = word === undefined ? null : stringOf(word)
    if (operator === null || !operators.includes(operator)) return left
    reader.next++
    left = apply(reader, operator, left, level(reader, depth + 1))
  }
}

function primary(reader: Words): Value {
  const word = reader.words[reader.next++]
  if (word === undefined) {
    reader.isWrong = true
    return { kind: 'text', text: '' }
  }
  if (!word.known) return { kind: 'open', quantity: { why: word.why, at: word.at, dependsOn: word.dependsOn } }
  const text = word.text.value
  if (text === '(') {
    const inner = level(reader, 0)
    const close = reader.words[reader.next++]
    if (close === undefined || stringOf(close) !== ')') reader.isWrong = true
    return inner
  }
  const operand = reader.words[reader.next]
  if (text === 'length' && operand?.known === true) {
    reader.next++
    return { kind: 'text', text: String([...operand.text.value].length) }
  }
  return { kind: 'text', text }
}

function apply(reader: Words, operator: string, left: Value, right: Value): Value {
  if (left.kind === 'open' || right.kind === 'open') {
    const reason = unite([left, right].flatMap((value) => (value.kind === 'open' ? [value.quantity] : [])))
    return reason === null ? left : { kind: 'open', quantity: reason }
  }
  if (operator === '|') return /^(?:|-?0+)$/.test(left.text) ? right : left
  if (operator === '&')
    return /^(?:|-?0+)$/.test(left.text) || /^(?:|-?0+)$/.test(right.text) ? { kind: 'text', text: '0' } : left
  if (operator === ':') return { kind: 'open', quantity: { why: 'the match of expr is not followed' } }
  const isNumeric = /^-?\d{1,30}$/.test(left.text) && /^-?\d{1,30}$/.test(right.text)
  if (/^[=!<>]/.test(operator) && !isNumeric) return compareTexts(operator, left.text, right.text)
  if (!isNumeric) {
    reader.isWrong = true
    return left
  }
  const result = applyOperator(operator === '=' ? '==' : operator, BigInt(left.text), BigInt(right.text))
  if (typeof result === 'string' || isOpen(result)) {
    reader.isWrong = true
    return left
  }
  return { kind: 'text', text: String(result) }
}

function compareTexts(operator: string, left: string, right: string): Value {
  const isTrue =
    operator === '=' || operator === '=='
      ? left === right
      : operator === '!='
        ? left !== right
        : operator.startsWith('<')
          ? left < right || (operator === '<=' && left === right)
          : left > right || (operator === '>=' && left === right)
  return { kind: 'text', text: isTrue ? '1' : '0' }
}
