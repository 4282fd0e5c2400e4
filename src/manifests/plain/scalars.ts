/** Where scalars end that stand on one line. Each gives -1 for what is not plain enough, and the document is parsed by the library. */
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH_SIGN,
  DOT,
  DOUBLE_QUOTE,
  HASH,
  isInFlowWord,
  isInWord,
  isQuotable,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  SINGLE_QUOTE,
  SMALL_U,
  SPACE,
  startsPlain,
} from './characters.ts'
import type { Codes } from './codes.ts'

/** The end of a plain scalar: at a comment, a colon with a space behind it, or the end of the line. */
export function plainStop(codes: Codes, start: number, stop: number): number {
  const first = codes[start] ?? 0
  if (!startsPlain(first)) return -1
  if (mayBeIndicator(first) && isBreakOrSpace(codes, start + 1, stop)) return -1
  let last = start
  let at = start
  while (at < stop) {
    const code = codes[at] ?? 0
    if (isInWord(code) || (code === HASH && codes[at - 1] !== SPACE)) {
      last = ++at
    } else if (code === SPACE) {
      at++
    } else if (code === COLON && !isBreakOrSpace(codes, at + 1, stop)) {
      last = ++at
    } else {
      if (code === LINE_FEED || code === CARRIAGE_RETURN || code === COLON || code === HASH) break
      return -1
    }
  }
  return last === start ? -1 : last
}

/** The end of a plain scalar in a flow collection: also at the signs of the collection. */
export function flowPlainStop(codes: Codes, start: number, stop: number): number {
  const first = codes[start] ?? 0
  if (!startsPlain(first)) return -1
  if (mayBeIndicator(first)) {
    if (first !== DASH_SIGN || isBreakOrSpace(codes, start + 1, stop) || isFlowSign(codes[start + 1] ?? 0)) return -1
  }
  let last = start
  let at = start
  while (at < stop) {
    const code = codes[at] ?? 0
    if (isInFlowWord(code) || (code === HASH && codes[at - 1] !== SPACE)) {
      last = ++at
    } else if (code === SPACE) {
      at++
    } else if (code === COLON && !isBreakOrSpace(codes, at + 1, stop)) {
      if (isFlowSign(codes[at + 1] ?? 0)) return -1
      last = ++at
    } else {
      if (code === LINE_FEED || code === CARRIAGE_RETURN || code === COLON || code === HASH) break
      if (code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break
      return -1
    }
  }
  return last === start ? -1 : last
}

/** `-`, `?` and `:` mean something else when nothing follows. */
function mayBeIndicator(code: number): boolean {
  return code === DASH_SIGN || code === QUESTION || code === COLON
}

function isFlowSign(code: number): boolean {
  return (
    code === COMMA || code === OPEN_BRACKET || code === CLOSE_BRACKET || code === OPEN_BRACE || code === CLOSE_BRACE
  )
}

/** The offset behind the closing quote; `start` is the opening one. */
export function quotedStop(codes: Codes, start: number, stop: number): number {
  return codes[start] === DOUBLE_QUOTE ? doubleQuotedStop(codes, start, stop) : singleQuotedStop(codes, start, stop)
}

/** What may be escaped: the escapes that JSON has too. */
const ESCAPES = new Set(Buffer.from('"\\/bfnrt'))
const HEX_DIGITS = 4

function doubleQuotedStop(codes: Codes, start: number, stop: number): number {
  for (let at = start + 1; at < stop; at++) {
    const code = codes[at] ?? 0
    if (isQuotable(code)) continue
    if (code === DOUBLE_QUOTE) return at + 1
    if (code !== BACKSLASH) return -1
    const next = codes[++at] ?? 0
    if (next === SMALL_U && isHex(codes, at + 1)) at += HEX_DIGITS
    else if (!ESCAPES.has(next)) return -1
  }
  return -1
}

/** `\u` and four digits, as programs write what they escape in JSON. */
function isHex(codes: Codes, start: number): boolean {
  for (let at = start; at < start + HEX_DIGITS; at++)
    if (!/[0-9a-fA-F]/.test(String.fromCharCode(codes[at] ?? 0))) return false
  return true
}

function singleQuotedStop(codes: Codes, start: number, stop: number): number {
  for (let at = start + 1; at < stop; at++) {
    const code = codes[at] ?? 0
    if (code === SINGLE_QUOTE) {
      if (codes[at + 1] !== SINGLE_QUOTE) return at + 1
      at++
    } else if (!isQuotable(code) && code !== DOUBLE_QUOTE && code !== BACKSLASH) {
      return -1
    }
  }
  return -1
}

/** The offset behind the line break (or the end) when only spaces and a comment stand before it; -1 when something else does. */
export function restStop(codes: Codes, from: number, stop: number): number {
  let at = from
  while (at < stop && codes[at] === SPACE) at++
  if (at < stop && codes[at] === HASH && at > from) {
    while (at < stop && codes[at] !== LINE_FEED) at++
    if (codes[at - 1] === CARRIAGE_RETURN) at--
  }
  return lineStop(codes, at, stop)
}

/** Behind the line break that stands here; -1 when none does. */
export function lineStop(codes: Codes, at: number, stop: number): number {
  if (at >= stop) return stop
  if (codes[at] === LINE_FEED) return at + 1
  return codes[at] === CARRIAGE_RETURN && codes[at + 1] === LINE_FEED ? at + 2 : -1
}

/** The end of the name of an anchor, of letters, digits, dots, dashes and underscores. */
export function nameStop(codes: Codes, start: number, stop: number): number {
  let at = start
  while (at < stop && /[\w.-]/.test(String.fromCharCode(codes[at] ?? 0))) at++
  return at === start ? -1 : at
}

/** `---` and `...` at the start of a line stand between documents. */
export function isMarker(codes: Codes, at: number, stop: number): boolean {
  const code = codes[at]
  if (code !== DOT && code !== DASH_SIGN) return false
  return codes[at + 1] === code && codes[at + 2] === code && isBreakOrSpace(codes, at + 3, stop)
}

/** Does a line break, a space or the end stand here? */
export function isBreakOrSpace(codes: Codes, at: number, stop: number): boolean {
  if (at >= stop) return true
  const code = codes[at]
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN
}
