/** Conditions: strings, numbers and files compared as `test` and `[[ … ]]` do, when their operands may be unknown. */
import type { ResolvedText } from '../source/resolved.ts'
import type { Status } from './state.ts'

/** True, false, wrong (`test` itself fails), or null when it cannot be decided. */
export type Verdict = boolean | 'wrong' | null

/** The exit status of a verdict. */
export function statusOf(verdict: Verdict): Status {
  if (verdict === null) return { code: null, isCertain: false }
  return { code: verdict === 'wrong' ? 2 : verdict ? 0 : 1, isCertain: true }
}

/** The opposite. */
export function negate(verdict: Verdict): Verdict {
  return typeof verdict === 'boolean' ? !verdict : verdict
}

/** Both. */
export function both(left: Verdict, right: () => Verdict): Verdict {
  if (left === false || left === 'wrong') return left
  const other = right()
  return left === true || other === false ? other : null
}

/** One of the two. */
export function either(left: Verdict, right: () => Verdict): Verdict {
  if (left === true || left === 'wrong') return left
  const other = right()
  return left === false || other === true ? other : null
}

/** Is the text empty? A CPU count never is. */
export function isEmpty(text: ResolvedText): boolean | null {
  if (text.known) return text.text.value === ''
  if (text.dependsOn === 'cpu_count') return false
  return text.prefix.value === '' ? null : false
}

/** Are the texts equal? A known beginning that differs is enough to say no. */
export function isEqual(left: ResolvedText, right: ResolvedText): boolean | null {
  if (left.known && right.known) return left.text.value === right.text.value
  const a = left.known ? left.text.value : left.prefix.value
  const b = right.known ? right.text.value : right.prefix.value
  if (left.known) return left.text.value.startsWith(b) ? null : false
  if (right.known) return right.text.value.startsWith(a) ? null : false
  return a.startsWith(b) || b.startsWith(a) ? null : false
}

/** Compares two integers. */
export function compareNumbers(operator: string, left: bigint, right: bigint): boolean {
  switch (operator) {
    case '-eq':
      return left === right
    case '-ne':
      return left !== right
    case '-lt':
      return left < right
    case '-le':
      return left <= right
    case '-gt':
      return left > right
    default:
      return left >= right
  }
}

/** The binary operators on integers. */
export const numberOperators: ReadonlySet<string> = new Set(['-eq', '-ne', '-lt', '-le', '-gt', '-ge'])
