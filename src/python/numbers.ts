/** Python's arithmetic on ints and floats. */
import { asNumber, isCompound, PythonRaise, typeName, type Value } from './values.ts'

/** `left operator right` for two numbers; null when they are not both numbers. */
export function calculate(operator: string, left: Value, right: Value): Value | null {
  const [a, b] = [asNumber(left), asNumber(right)]
  if (a === null || b === null) return null
  if (typeof a === 'bigint' && typeof b === 'bigint') return calculateInts(operator, a, b)
  return calculateFloats(operator, Number(a), Number(b))
}

function divided(): PythonRaise {
  return new PythonRaise('ZeroDivisionError', 'division by zero', undefined)
}

function calculateInts(operator: string, a: bigint, b: bigint): Value | null {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return bits(a) + bits(b) > 4000 ? null : a * b
    case '/':
      if (b === 0n) throw divided()
      return Number(a) / Number(b)
    case '//':
      if (b === 0n) throw new PythonRaise('ZeroDivisionError', 'integer division or modulo by zero', undefined)
      return floorDivide(a, b)
    case '%':
      if (b === 0n) throw new PythonRaise('ZeroDivisionError', 'integer modulo by zero', undefined)
      return a - floorDivide(a, b) * b
    case '**':
      if (b < 0n) return a === 0n ? null : Number(a) ** Number(b)
      return BigInt(bits(a)) * b > 4000n ? null : a ** b
    case '<<':
      return b < 0n || b > 1000n ? null : a << b
    case '>>':
      return b < 0n || b > 1_000_000n ? null : a >> b
    case '&':
      return a & b
    case '|':
      return a | b
    case '^':
      return a ^ b
    default:
      return null
  }
}

function bits(value: bigint): number {
  return value.toString(16).length * 4
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

function calculateFloats(operator: string, a: number, b: number): Value | null {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      if (b === 0) throw new PythonRaise('ZeroDivisionError', 'float division by zero', undefined)
      return a / b
    case '//':
      if (b === 0) throw new PythonRaise('ZeroDivisionError', 'float floor division by zero', undefined)
      return Math.floor(a / b)
    case '%':
      if (b === 0) throw new PythonRaise('ZeroDivisionError', 'float modulo', undefined)
      return a - Math.floor(a / b) * b
    case '**': {
      const result = a ** b
      return Number.isNaN(result) && !Number.isNaN(a) && !Number.isNaN(b) ? null : result
    }
    default:
      return null
  }
}

/** `int(value)`, with Python's errors. */
export function toInt(value: Value, base = 10): bigint {
  if (typeof value === 'boolean') return value ? 1n : 0n
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') {
    if (Number.isNaN(value)) throw new PythonRaise('ValueError', 'cannot convert float NaN to integer', undefined)
    if (!Number.isFinite(value))
      throw new PythonRaise('OverflowError', 'cannot convert float infinity to integer', undefined)
    return BigInt(Math.trunc(value))
  }
  const text = typeof value === 'string' ? value : isCompound(value) && value.kind === 'bytes' ? value.value : null
  if (text === null) {
    const wanted = "int() argument must be a string, a bytes-like object or a real number, not '"
    throw new PythonRaise('TypeError', `${wanted}${typeName(value)}'`, undefined)
  }
  const parsed = parseInt10(text.trim(), base)
  if (parsed !== null) return parsed
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
  throw new PythonRaise(
    'ValueError',
    `invalid literal for int() with base ${base}: '${shown.replaceAll('\n', '\\n')}'`,
    undefined,
  )
}

function parseInt10(text: string, base: number): bigint | null {
  const found = /^([-+]?)(0[xX]|0[oO]|0[bB])?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(text)
  if (found === null || text.length > 4000) return null
  const prefixBase = { x: 16, o: 8, b: 2 }[(found[2] ?? '').slice(1).toLowerCase()]
  if (prefixBase !== undefined && base !== 0 && base !== prefixBase) return null
  const radix = prefixBase ?? (base === 0 ? 10 : base)
  const digits = (found[3] ?? '').replaceAll('_', '').toLowerCase()
  let result = 0n
  for (const digit of digits) {
    const worth = Number.parseInt(digit, 36)
    if (worth >= radix) return null
    result = result * BigInt(radix) + BigInt(worth)
  }
  return found[1] === '-' ? -result : result
}

/** `float(value)`, with Python's errors. */
export function toFloat(value: Value): number {
  const number = asNumber(value)
  if (number !== null) return Number(number)
  if (typeof value !== 'string') {
    throw new PythonRaise(
      'TypeError',
      `float() argument must be a string or a real number, not '${typeName(value)}'`,
      undefined,
    )
  }
  const text = value.trim().replace(/(\d)_(?=\d)/g, '$1')
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text)
  const special = /^([-+]?)(inf|infinity|nan)$/i.exec(text)
  if (special === null)
    throw new PythonRaise('ValueError', `could not convert string to float: '${value.slice(0, 200)}'`, undefined)
  return special[2]?.toLowerCase() === 'nan' ? Number.NaN : special[1] === '-' ? -Infinity : Infinity
}

/** Half to even, as Python rounds. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest < 0.5) return floor
  if (rest > 0.5) return floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}
