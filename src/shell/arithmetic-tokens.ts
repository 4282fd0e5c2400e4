/** Splits arithmetic into numbers, names and signs; what is not known is one token of its own. */
import type { ResolvedText, Unknown } from '../source/resolved.ts'
import { type Dialect, hasExtensions, isBash } from './dialect.ts'

/** A token of `$(( … ))`. */
export type ArithmeticToken =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'unknown'; readonly reason: Omit<Unknown, 'known'> }
  | { readonly kind: 'wrong'; readonly text: string }

const signs = [
  ...[
    '<<=',
    '>>=',
    '**',
    '++',
    '--',
    '<<',
    '>>',
    '<=',
    '>=',
    '==',
    '!=',
    '&&',
    '||',
    '*=',
    '/=',
    '%=',
    '+=',
    '-=',
    '&=',
    '^=',
  ],
  ...['|=', '+', '-', '*', '/', '%', '<', '>', '&', '^', '|', '~', '!', '?', ':', '=', '(', ')', ',', '[', ']'],
]
const extended = new Set(['**', '++', '--', ',', '[', ']'])

/** The tokens of an expression whose expansions are done. */
export function tokenizeArithmetic(parts: readonly ResolvedText[], dialect: Dialect): readonly ArithmeticToken[] {
  const tokens: ArithmeticToken[] = []
  for (const part of joinKnown(parts)) {
    if (typeof part === 'string') tokenizeText(part, dialect, tokens)
    else tokens.push({ kind: 'unknown', reason: part })
  }
  return tokens
}

function joinKnown(parts: readonly ResolvedText[]): readonly (string | Omit<Unknown, 'known'>)[] {
  const joined: (string | Omit<Unknown, 'known'>)[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const text = part.known ? part.text.value : part.prefix.value
    if (typeof last === 'string') joined[joined.length - 1] = last + text
    else joined.push(text)
    if (!part.known) joined.push({ why: part.why, at: part.at, dependsOn: part.dependsOn })
  }
  return joined
}

function tokenizeText(text: string, dialect: Dialect, tokens: ArithmeticToken[]): void {
  const pattern = /\s+|(\d+#[0-9A-Za-z@_]+|0[xX][0-9a-fA-F]+|\d\w*)|([A-Za-z_]\w*)|(["'])|([^\s\w"'])/g
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [, number, name, quote, other] = found
    if (number !== undefined) tokens.push(numberToken(number, dialect))
    else if (name !== undefined) tokens.push({ kind: 'name', name })
    else if (quote !== undefined && !isBash(dialect)) tokens.push({ kind: 'wrong', text: quote })
    else if (other !== undefined) {
      const sign = signs.find(
        (one) => text.startsWith(one, found.index) && (hasExtensions(dialect) || !extended.has(one)),
      )
      tokens.push(sign === undefined ? { kind: 'wrong', text: other } : { kind: 'sign', sign })
      if (sign !== undefined) pattern.lastIndex = found.index + sign.length
    }
  }
}

function numberToken(text: string, dialect: Dialect): ArithmeticToken {
  const value = parseNumber(text, dialect)
  return value === null ? { kind: 'wrong', text } : { kind: 'number', value }
}

/** A decimal, octal or hexadecimal constant, or `base#digits`; null when it is none. */
export function parseNumber(text: string, dialect: Dialect): bigint | null {
  if (text.length > 100) return null
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return wrap(BigInt(text))
  if (/^0[0-7]+$/.test(text)) return wrap(BigInt(`0o${text.slice(1)}`))
  if (/^(?:0|[1-9]\d*)$/.test(text)) return wrap(BigInt(text))
  const based = /^(\d+)#([0-9A-Za-z@_]+)$/.exec(text)
  return based === null || !hasExtensions(dialect) ? null : inBase(Number(based[1]), based[2] ?? '')
}

/** Shell integers have 64 bits. */
export function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value)
}

function inBase(base: number, digits: string): bigint | null {
  if (base < 2 || base > 64) return null
  const order = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_'
  let value = 0n
  for (const digit of base <= 36 ? digits.toLowerCase() : digits) {
    const worth = order.indexOf(digit)
    if (worth < 0 || worth >= base) return null
    value = wrap(value * BigInt(base) + BigInt(worth))
  }
  return value
}
