/** Literals of numbers and strings. */
import type { Value } from './values.ts'

/** The value of a number literal; null for complex numbers. */
export function parseNumber(text: string): Value {
  const plain = text.replaceAll('_', '')
  if (/^0[xXoObB][0-9a-fA-F]+$/.test(plain) || /^\d+$/.test(plain))
    return plain.length > 4000 ? null : BigInt(plain.replace(/^0+(?=\d)/, ''))
  return /^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain) ? Number(plain) : null
}

/** A string literal taken apart: its prefix in lower case, and where its text starts and ends. */
export interface StringLiteral {
  readonly prefix: string
  readonly start: number
  readonly end: number
}

/** Takes the prefix and the quotes off; null when they do not close. */
export function parseString(text: string): StringLiteral | null {
  const head = /^([a-zA-Z]*)('''|"""|'|")/.exec(text)
  if (head === null) return null
  const [whole, prefix = '', quote = ''] = head
  if (text.length < whole.length + quote.length || !text.endsWith(quote)) return null
  return { prefix: prefix.toLowerCase(), start: whole.length, end: text.length - quote.length }
}

const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** Decodes the escapes of a string literal that is not raw. */
export function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:\r?\n|([\\'"abfnrtv])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))/g,
    (whole: string, letter, hex, short, long, octal) => {
      if (letter !== undefined) return simple[letter] ?? whole
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      const code = hex ?? short ?? long
      if (code === undefined) return ''
      const point = Number.parseInt(code, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}
