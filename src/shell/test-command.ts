/** `test` and `[`: operators found by the number of arguments, as POSIX describes. */
import type { ResolvedText } from '../source/resolved.ts'
import type { Machine } from './machine.ts'
import { compilePattern, isMatch } from './patterns.ts'
import type { State } from './state.ts'
import { testFile } from './test-files.ts'
import { readVariable } from './variables.ts'
import { both, compareNumbers, either, isEmpty, isEqual, negate, numberOperators, type Verdict } from './verdict.ts'

/** The arguments of one test; `isDouble` is busybox's `[[`, whose `==` takes a pattern. */
export interface TestArguments {
  readonly machine: Machine
  readonly state: State
  readonly isDouble: boolean
}

/** Evaluates the arguments of `test`. */
export function evaluateTest(test: TestArguments, fields: readonly ResolvedText[]): Verdict {
  if (fields.some((field) => !field.known && field.mayBeSeveral)) return null
  return evaluate(test, fields)
}

function wordOf(field: ResolvedText | undefined): string | null {
  return field?.known === true ? field.text.value : null
}

function evaluate(test: TestArguments, fields: readonly ResolvedText[]): Verdict {
  const [first, second, third, fourth] = fields
  if (first === undefined) return false
  if (second === undefined) return flip(isEmpty(first))
  if (third === undefined) {
    if (wordOf(first) === '!') return negate(flip(isEmpty(second)))
    return unary(test, wordOf(first), second)
  }
  if (fourth === undefined) {
    const decided = binary(test, first, second, third)
    if (decided !== undefined) return decided
    if (wordOf(first) === '!') return negate(evaluate(test, [second, third]))
    if (wordOf(first) === '(' && wordOf(third) === ')') return flip(isEmpty(second))
  }
  if (fields.length === 4 && wordOf(first) === '!') return negate(evaluate(test, fields.slice(1)))
  if (fields.length > 500) return null
  const reader = { test, fields, next: 0 }
  const verdict = readOr(reader)
  return reader.next < fields.length ? 'wrong' : verdict
}

function flip(verdict: boolean | null): boolean | null {
  return verdict === null ? null : !verdict
}

function unary(test: TestArguments, operator: string | null, operand: ResolvedText): Verdict {
  switch (operator) {
    case null:
      return null
    case '-n':
      return flip(isEmpty(operand))
    case '-z':
      return isEmpty(operand)
    case '-v': {
      const name = wordOf(operand)
      return name === null ? null : readVariable(test.machine, test.state, name) !== undefined
    }
    default:
      if (/^-[a-hkprstuwxLNSGO]$/.test(operator)) return testFile(test.machine, test.state, operator, operand)
      return /^-o$/.test(operator) ? null : 'wrong'
  }
}

/** Undefined when the middle argument is no operator. */
function binary(
  test: TestArguments,
  left: ResolvedText,
  middle: ResolvedText,
  right: ResolvedText,
): Verdict | undefined {
  const operator = wordOf(middle)
  if (operator === null) return null
  if (numberOperators.has(operator)) return numbers(operator, left, right)
  switch (operator) {
    case '==':
      return doubleEquals(test, left, right)
    case '=':
      return test.isDouble ? matchesPattern(left, right) : isEqual(left, right)
    case '!=':
      return negate(test.isDouble ? matchesPattern(left, right) : isEqual(left, right))
    case '-a':
      return both(flip(isEmpty(left)), () => flip(isEmpty(right)))
    case '-o':
      return either(flip(isEmpty(left)), () => flip(isEmpty(right)))
    case '<':
    case '>':
      return left.known && right.known ? (operator === '<') === left.text.value < right.text.value : null
    case '-nt':
    case '-ot':
    case '-ef':
    case '=~':
      return null
    default:
      return undefined
  }
}

/** Dash has no `==`: its test fails. Of an unknown /bin/sh only the answer no is certain. */
function doubleEquals(test: TestArguments, left: ResolvedText, right: ResolvedText): Verdict {
  if (test.machine.dialect === 'dash') return 'wrong'
  const verdict = test.isDouble ? matchesPattern(left, right) : isEqual(left, right)
  return test.machine.dialect === 'posix' && verdict === true ? null : verdict
}

function matchesPattern(left: ResolvedText, right: ResolvedText): boolean | null {
  if (!left.known || !right.known) return isEqual(left, right)
  const pattern = compilePattern([{ text: right.text.value, isQuoted: false }])
  return pattern === null ? null : isMatch(pattern, left.text.value)
}

function numbers(operator: string, left: ResolvedText, right: ResolvedText): Verdict {
  const [a, b] = [left, right].map((text) => (text.known ? /^\s*([-+]?\d{1,40})\s*$/.exec(text.text.value) : null))
  if ((left.known && !a) || (right.known && !b)) return 'wrong'
  return a && b ? compareNumbers(operator, BigInt(a[1] ?? 0), BigInt(b[1] ?? 0)) : null
}

interface FieldReader {
  readonly test: TestArguments
  readonly fields: readonly ResolvedText[]
  next: number
}

function take(reader: FieldReader, wanted: string): boolean {
  if (wordOf(reader.fields[reader.next]) !== wanted) return false
  reader.next++
  return true
}

function readOr(reader: FieldReader): Verdict {
  let left = readAnd(reader)
  while (take(reader, '-o')) {
    const right = readAnd(reader)
    left = either(left, () => right)
  }
  return left
}

function readAnd(reader: FieldReader): Verdict {
  let left = readOne(reader)
  while (take(reader, '-a')) {
    const right = readOne(reader)
    left = both(left, () => right)
  }
  return left
}

function readOne(reader: FieldReader): Verdict {
  const { test, fields } = reader
  const [first, second, third] = fields.slice(reader.next)
  if (first === undefined) return 'wrong'
  if (second !== undefined && third !== undefined) {
    const operator = wordOf(second)
    const decided = operator === '-a' || operator === '-o' ? undefined : binary(test, first, second, third)
    if (decided !== undefined) {
      reader.next += 3
      return decided
    }
  }
  if (take(reader, '!')) return negate(readOne(reader))
  if (take(reader, '(')) {
    const inner = readOr(reader)
    return take(reader, ')') ? inner : 'wrong'
  }
  const operator = wordOf(first)
  if (second !== undefined && operator !== null && /^-[a-zA-Z]$/.test(operator)) {
    reader.next += 2
    return unary(test, operator, second)
  }
  reader.next++
  return flip(isEmpty(first))
}
