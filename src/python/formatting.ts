/** `format()` with its specifications, and the `%` operator. */
import { roundHalfEven, toInt } from './numbers.ts'
import type { State } from './state.ts'
import { floatText, toRepresentation, toText } from './text.ts'
import { asNumber, isCompound, PythonRaise, type Result, typeName, type Value } from './values.ts'

const specification = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su
/** Wider texts are not made. */
const MOST_CHARACTERS = 1000

/** `format(value, spec)`; null when it is not known or not followed. */
export function formatValue(state: State, value: Value, spec: string): string | null {
  if (spec === '') return toText(state, value)
  const found = specification.exec(spec)
  if (found === null) throw new PythonRaise('ValueError', 'Invalid format specifier', undefined)
  const [, fill, align, sign, , zero, width, grouping, precision, type] = found
  if (Number(width ?? 0) > MOST_CHARACTERS || Number(precision ?? 0) > MOST_CHARACTERS) return null
  const number = typeof value === 'boolean' && type === undefined ? null : asNumber(value)
  const digits = precision === undefined ? undefined : Number(precision)
  const body = number === null ? formatText(state, value, type, digits) : formatNumber(number, type, digits, grouping)
  if (body === null) return null
  const signed = number !== null && !body.startsWith('-') && (sign === '+' || sign === ' ') ? sign + body : body
  return pad(signed, {
    fill: fill ?? (zero === undefined ? ' ' : '0'),
    align: align ?? (zero !== undefined ? '=' : number === null ? '<' : '>'),
    width: Number(width ?? 0),
  })
}

function formatText(
  state: State,
  value: Value,
  type: string | undefined,
  precision: number | undefined,
): string | null {
  if (type !== undefined && type !== 's') {
    throw new PythonRaise(
      'ValueError',
      `Unknown format code '${type}' for object of type '${typeName(value)}'`,
      undefined,
    )
  }
  const text = toText(state, value)
  return text === null || precision === undefined ? text : text.slice(0, precision)
}

function formatNumber(
  number: bigint | number,
  type: string | undefined,
  precision: number | undefined,
  grouping: string | undefined,
): string | null {
  const text = plainNumber(number, type, precision)
  if (text === null || grouping === undefined) return text
  const [, sign = '', digits = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? []
  return sign + digits.replace(/\B(?=(?:\d{3})+$)/g, grouping) + rest
}

function plainNumber(number: bigint | number, type: string | undefined, precision: number | undefined): string | null {
  if (typeof number === 'bigint') {
    if (type === undefined || type === 'd' || type === 'n') return String(number)
    const radix = { x: 16, X: 16, o: 8, b: 2 }[type]
    if (radix !== undefined) return type === 'X' ? number.toString(radix).toUpperCase() : number.toString(radix)
    if (type === 'c') return String.fromCodePoint(Number(number & 0xffffn))
  }
  const value = Number(number)
  switch (type) {
    case 'f':
    case 'F':
      return fixed(value, precision ?? 6)
    case '%':
      return `${fixed(value * 100, precision ?? 6)}%`
    case 'e':
      return value.toExponential(precision ?? 6).replace(/e([-+])(\d)$/, 'e$10$2')
    case undefined:
      return precision === undefined ? floatText(value) : null
    case 'd':
      throw new PythonRaise('ValueError', "Unknown format code 'd' for object of type 'float'", undefined)
    default:
      return null
  }
}

/** Digits behind the point, half to even where the float is exactly between. */
export function fixed(value: number, digits: number): string {
  const scaled = value * 10 ** digits
  const isTie = Math.abs(scaled) < 2 ** 52 && Math.abs(scaled % 1) === 0.5 && digits < 3
  return isTie ? (roundHalfEven(scaled) / 10 ** digits).toFixed(digits) : value.toFixed(Math.min(digits, 100))
}

function pad(text: string, { fill, align, width }: { fill: string; align: string; width: number }): string {
  const missing = Math.max(0, width - [...text].length)
  if (align === '<') return text + fill.repeat(missing)
  if (align === '^') return fill.repeat(missing >> 1) + text + fill.repeat(missing - (missing >> 1))
  if (align !== '=') return fill.repeat(missing) + text
  const sign = /^[-+ ]/.exec(text)?.[0] ?? ''
  return sign + fill.repeat(missing) + text.slice(sign.length)
}

/** `template % values`; null when a part is not known. */
export function formatPercent(state: State, template: string, operand: Value): string | null {
  const items = isCompound(operand) && operand.kind === 'tuple' ? operand.items : null
  const mapping = isCompound(operand) && operand.kind === 'dict' ? state.heap.get(operand.id) : undefined
  let next = 0
  let isOpen = false
  const take = (name: string | undefined): Value => {
    if (name !== undefined) {
      const entry = mapping?.kind === 'dict' ? mapping.entries.get(`s${name}`) : undefined
      if (entry === undefined) throw new PythonRaise('KeyError', `'${name}'`, undefined)
      return plainOf(entry.value)
    }
    if (items === null) {
      if (next++ > 0) throw new PythonRaise('TypeError', 'not enough arguments for format string', undefined)
      return operand
    }
    const item = items[next++]
    if (item === undefined) throw new PythonRaise('TypeError', 'not enough arguments for format string', undefined)
    return plainOf(item)
  }
  const plainOf = (result: Result): Value => {
    if (result.known) return result.value
    isOpen = true
    return null
  }
  const text = template.replace(
    /%(?:\((\w+)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+))?([a-zA-Z%])/g,
    (_whole, name, flags, width, precision, letter) => {
      if (letter === '%') return '%'
      if (isUncertain(width) || isUncertain(precision)) {
        isOpen = true
        return ''
      }
      const value = take(name === undefined ? undefined : String(name))
      if (isOpen) return ''
      const one = percentOne(state, value, String(letter), precision === undefined ? undefined : Number(precision))
      if (one === null) {
        isOpen = true
        return ''
      }
      const marks = String(flags ?? '')
      const signed = marks.includes('+') && !one.startsWith('-') && letter !== 's' ? `+${one}` : one
      return pad(signed, {
        fill: marks.includes('0') && !marks.includes('-') && letter !== 's' ? '0' : ' ',
        align: marks.includes('-') ? '<' : marks.includes('0') ? '=' : '>',
        width: Number(width ?? 0),
      })
    },
  )
  if (items !== null && !isOpen && next < items.length && mapping === undefined) {
    throw new PythonRaise('TypeError', 'not all arguments converted during string formatting', undefined)
  }
  return isOpen ? null : text
}

/** A width or precision that is another value, or more than is made. */
function isUncertain(amount: unknown): boolean {
  return amount === '*' || Number(amount ?? 0) > MOST_CHARACTERS
}

function percentOne(state: State, value: Value, letter: string, precision: number | undefined): string | null {
  if (letter === 's') {
    const text = toText(state, value)
    return text === null || precision === undefined ? text : text.slice(0, precision)
  }
  if (letter === 'r') return toRepresentation(state, value)
  const number = asNumber(value)
  if (number === null) {
    const wanted = /[diu]/.test(letter) ? 'a real number is required' : 'must be real number'
    throw new PythonRaise('TypeError', `%${letter} format: ${wanted}, not ${typeName(value)}`, undefined)
  }
  if (/[diu]/.test(letter)) return String(toInt(number))
  if (letter === 'x' || letter === 'X' || letter === 'o') return plainNumber(toInt(number), letter, undefined)
  return /[fFeE]/.test(letter) ? plainNumber(Number(number), letter.toLowerCase(), precision) : null
}
