/** Where scalars end that stand on one line. Each gives -1 for what is not plain enough, and the document is parsed by the library. */
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH_SIGN,
  DOUBLE_QUOTE,
  HASH,
  isOrdinary,
  isPrintable,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  SINGLE_QUOTE,
  SPACE,
  startsPlain,
} from './characters.ts'

/** The end of a plain scalar: at a comment, a colon with a space behind it, or the end of the line. In a flow collection also at its signs. */
export function plainStop(text: string, start: number, stop: number, isInFlow: 0 | 1): number {
  const first = text.charCodeAt(start)
  if (!startsPlain(first)) return -1
  if (first === DASH_SIGN || first === QUESTION || first === COLON) {
    const second = start + 1 < stop ? text.charCodeAt(start + 1) : SPACE
    if (second === SPACE || second === LINE_FEED || second === CARRIAGE_RETURN) return -1
    if (isInFlow === 1 && (first !== DASH_SIGN || isFlowSign(second))) return -1
  }
  let last = start
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (isOrdinary(code)) {
      last = at + 1
      continue
    }
    if (code === SPACE) continue
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break
    if (code === COLON) {
      const next = at + 1 < stop ? text.charCodeAt(at + 1) : LINE_FEED
      if (next === SPACE || next === LINE_FEED || next === CARRIAGE_RETURN) break
      if (isInFlow === 1 && isFlowSign(next)) return -1
    }
    if (isInFlow === 1) {
      if (code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break
      if (code === OPEN_BRACKET || code === OPEN_BRACE) return -1
    }
    if (code < 33 || code === 127 || (code > 127 && !isPrintable(code))) return -1
    last = at + 1
  }
  return last === start ? -1 : last
}

function isFlowSign(code: number): boolean {
  return (
    code === COMMA || code === OPEN_BRACKET || code === CLOSE_BRACKET || code === OPEN_BRACE || code === CLOSE_BRACE
  )
}

/** The offset behind the closing quote; `start` is the opening one. */
export function quotedStop(text: string, start: number, stop: number): number {
  return text.charCodeAt(start) === DOUBLE_QUOTE
    ? doubleQuotedStop(text, start, stop)
    : singleQuotedStop(text, start, stop)
}

/** Escapes are those that JSON has too. */
function doubleQuotedStop(text: string, start: number, stop: number): number {
  for (let at = start + 1; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (code === DOUBLE_QUOTE) return at + 1
    if (code < 32 || code === 127 || (code > 127 && !isPrintable(code))) return -1
    if (code === BACKSLASH) {
      const next = text[++at] ?? ''
      if (!'"\\/bfnrt'.includes(next)) return -1
    }
  }
  return -1
}

function singleQuotedStop(text: string, start: number, stop: number): number {
  for (let at = start + 1; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 || code === 127 || (code > 127 && !isPrintable(code))) return -1
    if (code !== SINGLE_QUOTE) continue
    if (text.charCodeAt(at + 1) !== SINGLE_QUOTE) return at + 1
    at++
  }
  return -1
}

/** The offset of the line break (or the end) when only spaces and a comment stand before it. */
export function restStop(text: string, from: number, stop: number): number {
  let at = from
  while (at < stop && text.charCodeAt(at) === SPACE) at++
  if (at < stop && text.charCodeAt(at) === HASH && at > from) {
    const end = text.indexOf('\n', at)
    at = end < 0 || end > stop ? stop : end
    if (text.charCodeAt(at - 1) === CARRIAGE_RETURN) at--
  }
  return lineStop(text, at, stop)
}

/** Behind the line break that stands here; -1 when none does. */
export function lineStop(text: string, at: number, stop: number): number {
  if (at >= stop) return stop
  if (text.charCodeAt(at) === LINE_FEED) return at + 1
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : -1
}

/** The end of the name of an anchor, of letters, digits, dots, dashes and underscores. */
export function nameStop(text: string, start: number, stop: number): number {
  let at = start
  while (at < stop && /[\w.-]/.test(text[at] ?? '')) at++
  return at === start ? -1 : at
}

/** Does a line break, a space or the end stand here? */
export function isBreakOrSpace(text: string, at: number, stop: number): boolean {
  if (at >= stop) return true
  const code = text.charCodeAt(at)
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN
}
