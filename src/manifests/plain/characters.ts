/** Character codes that YAML gives a meaning, and what may stand where. Source: https://yaml.org/spec/1.2.2/#chapter-5-character-productions */

export const TAB = 9
export const LINE_FEED = 10
export const CARRIAGE_RETURN = 13
export const SPACE = 32
export const DOUBLE_QUOTE = 34
export const HASH = 35
export const AMPERSAND = 38
export const SINGLE_QUOTE = 39
export const ASTERISK = 42
export const COMMA = 44
export const DASH_SIGN = 45
export const DOT = 46
export const COLON = 58
export const GREATER = 62
export const QUESTION = 63
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const OPEN_BRACE = 123
export const PIPE = 124
export const CLOSE_BRACE = 125

/** Characters that start something else than a plain scalar: `!"#%&'*,>@[]{}|` and the grave accent. */
const INDICATORS = new Set([33, 34, 35, 37, 38, 39, 42, 44, 62, 64, 91, 93, 96, 123, 124, 125])

const STARTS_PLAIN = new Uint8Array(128)
for (let code = 33; code < 127; code++) STARTS_PLAIN[code] = INDICATORS.has(code) ? 0 : 1

/** May a plain scalar start with this character? `-`, `?` and `:` may when no space follows, which is not looked at here. */
export function startsPlain(code: number): boolean {
  return code < 128 ? STARTS_PLAIN[code] === 1 : isPrintable(code)
}

/** Letters, digits and signs that mean nothing inside a plain scalar. */
const ORDINARY = new Uint8Array(128)
for (let code = 33; code < 127; code++)
  ORDINARY[code] = [HASH, COLON, COMMA, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE].includes(code) ? 0 : 1

/** Does this character go on with a plain scalar, whatever stands around it? */
export function isOrdinary(code: number): boolean {
  return code < 128 && ORDINARY[code] === 1
}

/** Printable beyond ASCII, without what needs a second look: surrogates, byte order marks, line separators. */
export function isPrintable(code: number): boolean {
  return (
    (code >= 0xa0 && code <= 0xd7ff && code !== 0x2028 && code !== 0x2029) ||
    (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff)
  )
}
