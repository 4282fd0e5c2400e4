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
export const PLUS = 43
export const COMMA = 44
export const DASH_SIGN = 45
export const DOT = 46
export const COLON = 58
export const LESS = 60
export const GREATER = 62
export const QUESTION = 63
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const SMALL_U = 117
export const OPEN_BRACE = 123
export const PIPE = 124
export const CLOSE_BRACE = 125

/** What a character may be; a character may be several of these. */
const IN_FLOW_WORD = 1
const IN_BLOCK_WORD = 2
const WORD_START = 4
const IN_QUOTES = 8
const IN_BLOCK_SCALAR = 16

/** Characters that start something else than a plain scalar. */
const INDICATORS = '!"#%&\'*,>@[]{}|`'
/** Characters that may mean something within a plain scalar: the first two anywhere, the others in flow collections. */
const SIGNS = '#:'
const FLOW_SIGNS = ',[]{}'

/** Traits of every UTF-16 unit. Beyond ASCII what needs a second look has none: surrogates, byte order marks, line separators. */
const TRAITS = new Uint8Array(65536)
TRAITS.fill(IN_FLOW_WORD | IN_BLOCK_WORD | WORD_START | IN_QUOTES | IN_BLOCK_SCALAR, 0xa0, 0xd800)
TRAITS.fill(IN_FLOW_WORD | IN_BLOCK_WORD | WORD_START | IN_QUOTES, 0xe000, 0xfffe)
for (const code of [0x2028, 0x2029, 0xfeff]) TRAITS[code] = 0
for (let code = 32; code < 127; code++) {
  const character = String.fromCharCode(code)
  const isWord = code !== SPACE && !SIGNS.includes(character)
  TRAITS[code] =
    IN_QUOTES |
    IN_BLOCK_SCALAR |
    (isWord ? IN_BLOCK_WORD : 0) |
    (isWord && !FLOW_SIGNS.includes(character) ? IN_FLOW_WORD : 0) |
    (code === SPACE || INDICATORS.includes(character) ? 0 : WORD_START)
}
TRAITS[DOUBLE_QUOTE] = IN_FLOW_WORD | IN_BLOCK_WORD | IN_BLOCK_SCALAR
TRAITS[BACKSLASH] = (TRAITS[BACKSLASH] ?? 0) & ~IN_QUOTES
TRAITS[TAB] = IN_BLOCK_SCALAR
TRAITS[LINE_FEED] = IN_BLOCK_SCALAR

/** May a plain scalar start with this character? `-`, `?` and `:` may when no space follows, which is not looked at here. */
export function startsPlain(code: number): boolean {
  return ((TRAITS[code] ?? 0) & WORD_START) !== 0
}

/** Does this character go on with a plain scalar, whatever stands around it? */
export function isInWord(code: number): boolean {
  return ((TRAITS[code] ?? 0) & IN_BLOCK_WORD) !== 0
}

/** Does this character go on with a plain scalar of a flow collection, whatever stands around it? */
export function isInFlowWord(code: number): boolean {
  return ((TRAITS[code] ?? 0) & IN_FLOW_WORD) !== 0
}

/** May this character stand between double quotes, for itself? */
export function isQuotable(code: number): boolean {
  return ((TRAITS[code] ?? 0) & IN_QUOTES) !== 0
}

/** May this character stand in a literal or folded scalar? */
export function isInBlockScalar(code: number): boolean {
  return ((TRAITS[code] ?? 0) & IN_BLOCK_SCALAR) !== 0
}
