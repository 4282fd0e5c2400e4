/** The functions that expressions may call beside those of CEL. */
import { formatBytes, formatMillicores } from '../units/format.ts'
import { parseQuantity } from '../units/quantity.ts'

/** A function with the signatures that CEL knows it by. */
export interface ExpressionFunction {
  readonly signatures: readonly string[]
  /** A receiver is the first of the values. */
  call(...values: readonly unknown[]): unknown
}

/** Functions by name; those with a receiver are written behind it, as in `text.looksLike('*.py')`. */
export const EXPRESSION_FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map([
  ['max', numeric(['max(dyn, dyn): double', 'max(dyn, dyn, dyn): double'], Math.max)],
  ['min', numeric(['min(dyn, dyn): double', 'min(dyn, dyn, dyn): double'], Math.min)],
  ['floor', numeric(['floor(dyn): double'], Math.floor)],
  ['ceil', numeric(['ceil(dyn): double'], Math.ceil)],
  ['round', numeric(['round(dyn): double'], Math.round)],
  ['quantity', { signatures: ['quantity(string): double'], call: (text) => quantityValue(String(text)) }],
  ['memoryText', { signatures: ['memoryText(dyn): string'], call: (bytes) => formatBytes(Number(bytes)) }],
  ['cpuText', { signatures: ['cpuText(dyn): string'], call: (millicores) => formatMillicores(Number(millicores)) }],
  ['numberText', { signatures: ['numberText(dyn): string'], call: numberText }],
  ['format', { signatures: ['string.format(list): string'], call: formatString }],
  [
    'replaceFirstSpace',
    {
      signatures: ['string.replaceFirstSpace(string): string'],
      call: (text, replacement) => String(text).replace(/\s+/, () => String(replacement)),
    },
  ],
  [
    'replaceFirst',
    {
      signatures: ['dyn.replaceFirst(string, string): string'],
      call: (text, word, replacement) => String(text).replace(String(word), () => String(replacement)),
    },
  ],
  [
    'looksLike',
    {
      signatures: ['string.looksLike(string): bool'],
      call: (text, pattern) => globMatches(String(text), String(pattern)),
    },
  ],
])

function numeric(signatures: readonly string[], operation: (...numbers: number[]) => number): ExpressionFunction {
  return { signatures, call: (...values) => operation(...values.map(Number)) }
}

function quantityValue(text: string): number {
  const quantity = parseQuantity(text)
  return quantity === null ? Number.NaN : Number(quantity.nanos) / 1e9
}

/** `%s` and `%d` in order, `%%` for a percent sign; numbers lose a fraction of zero. */
function formatString(format: unknown, values: unknown): string {
  const list = Array.isArray(values) ? [...values] : []
  return String(format).replace(/%[sd%]/g, (mark) => (mark === '%%' ? '%' : numberText(list.shift())))
}

function numberText(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100)
  return Array.isArray(value) ? value.map(numberText).join(', ') : String(value)
}

/** `*` stands for any characters; matching takes time in proportion to the lengths, whatever the pattern. */
function globMatches(text: string, pattern: string): boolean {
  let textAt = 0
  let patternAt = 0
  let star = -1
  let starText = 0
  while (textAt < text.length) {
    if (pattern[patternAt] === '*') {
      star = patternAt++
      starText = textAt
    } else if (pattern[patternAt] === text[textAt]) {
      patternAt++
      textAt++
    } else if (star >= 0) {
      patternAt = star + 1
      textAt = ++starText
    } else {
      return false
    }
  }
  while (pattern[patternAt] === '*') patternAt++
  return patternAt === pattern.length
}
