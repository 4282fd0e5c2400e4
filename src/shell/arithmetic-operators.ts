/** The operators of shell arithmetic on numbers that may be unknown. */
import type { Unknown } from '../source/resolved.ts'
import { wrap } from './arithmetic-tokens.ts'

/** A number, or why it is not known. */
export type Quantity = bigint | Omit<Unknown, 'known'>

/** Is the number unknown? */
export function isOpen(quantity: Quantity): quantity is Omit<Unknown, 'known'> {
  return typeof quantity !== 'bigint'
}

/** What makes a result unknown: it depends on the CPU count alone when all its unknown parts do. */
export function unite(quantities: readonly Quantity[]): Omit<Unknown, 'known'> | null {
  const open = quantities.filter(isOpen)
  const [first] = open
  if (first === undefined) return null
  const other = open.find((quantity) => quantity.dependsOn === undefined)
  return other ?? first
}

/** Applies a binary operator; a text is the reason why the shell refuses it. */
export function applyOperator(operator: string, left: Quantity, right: Quantity): Quantity | string {
  if (isOpen(left) || isOpen(right)) return unite([left, right]) ?? 'the arithmetic expression is wrong'
  switch (operator) {
    case '+':
      return wrap(left + right)
    case '-':
      return wrap(left - right)
    case '*':
      return wrap(left * right)
    case '/':
      return right === 0n ? 'division by zero' : wrap(left / right)
    case '%':
      return right === 0n ? 'division by zero' : wrap(left % right)
    case '**':
      return right < 0n ? 'the exponent is less than 0' : raise(left, right)
    case '<<':
      return wrap(left << (right & 63n))
    case '>>':
      return left >> (right & 63n)
    case '&':
      return left & right
    case '|':
      return left | right
    case '^':
      return left ^ right
    default:
      return compare(operator, left, right) ? 1n : 0n
  }
}

function compare(operator: string, left: bigint, right: bigint): boolean {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '>':
      return left > right
    case '<=':
      return left <= right
    case '>=':
      return left >= right
    case '&&':
      return left !== 0n && right !== 0n
    default:
      return left !== 0n || right !== 0n
  }
}

function raise(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let factor = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = wrap(result * factor)
    factor = wrap(factor * factor)
  }
  return result
}
