/** Shell patterns: `*`, `?`, `[…]` and bash's `@(a|b)`, matched in bounded time. */

/** One element of a pattern. */
type Token =
  | { readonly kind: 'character'; readonly value: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'class'; readonly isNegated: boolean; readonly expression: RegExp }

/** A compiled pattern. */
export type Pattern = readonly Token[]

/** A piece of pattern text; quoted characters stand for themselves. */
export interface PatternPiece {
  readonly text: string
  readonly isQuoted: boolean
}

/** Compiles a pattern; null when it uses what is not followed (`@(…)` and its kin). */
export function compilePattern(pieces: readonly PatternPiece[]): Pattern | null {
  const characters = pieces.flatMap(({ text, isQuoted }) => [...text].map((value) => ({ value, isQuoted })))
  const tokens: Token[] = []
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]
    if (character === undefined) break
    const next = characters[i + 1]
    if (character.isQuoted) tokens.push({ kind: 'character', value: character.value })
    else if ('?*+@!'.includes(character.value) && next?.value === '(' && !next.isQuoted) return null
    else if (character.value === '*') tokens.push({ kind: 'star' })
    else if (character.value === '?') tokens.push({ kind: 'any' })
    else if (character.value === '\\' && next !== undefined) {
      tokens.push({ kind: 'character', value: next.value })
      i++
    } else if (character.value === '[') {
      const end = findClassEnd(characters, i)
      const token = end < 0 ? null : compileClass(characters.slice(i + 1, end))
      tokens.push(token ?? { kind: 'character', value: '[' })
      if (token !== null) i = end
    } else tokens.push({ kind: 'character', value: character.value })
  }
  return tokens
}

interface Character {
  readonly value: string
  readonly isQuoted: boolean
}

function findClassEnd(characters: readonly Character[], start: number): number {
  let at = start + 1
  if (characters[at]?.value === '!' || characters[at]?.value === '^') at++
  if (characters[at]?.value === ']') at++
  for (; at < characters.length; at++) {
    const character = characters[at]
    if (character?.value === '[' && characters[at + 1]?.value === ':') {
      const close = characters.findIndex(
        (other, i) => i > at + 1 && other.value === ':' && characters[i + 1]?.value === ']',
      )
      if (close > 0) at = close + 1
    } else if (character?.value === ']' && !character.isQuoted) return at
    if (character?.value === '/') return -1
  }
  return -1
}

const classes: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
}

/** The inside of a JavaScript character class for `[:name:]`; null when there is none of that name. */
export function namedClass(name: string): string | null {
  return classes[name] ?? null
}

function compileClass(inside: readonly Character[]): Token | null {
  const first = inside[0]
  const isNegated = first !== undefined && !first.isQuoted && (first.value === '!' || first.value === '^')
  const text = inside
    .slice(isNegated ? 1 : 0)
    .map(({ value, isQuoted }) => (isQuoted && value === '-' ? '\\-' : value))
    .join('')
  const source = text.replace(/\[:(\w+):\]|\\-|[\\\][^]/g, (whole: string, name) => {
    if (whole === '\\-') return whole
    return name === undefined ? `\\${whole}` : (classes[String(name)] ?? '')
  })
  try {
    return { kind: 'class', isNegated, expression: new RegExp(`^[${source}]$`, 'su') }
  } catch {
    return null
  }
}

function matches(token: Token, character: string): boolean {
  switch (token.kind) {
    case 'character':
      return token.value === character
    case 'class':
      return token.expression.test(character) !== token.isNegated
    default:
      return true
  }
}

/** Does the whole text match? */
export function isMatch(pattern: Pattern, text: string): boolean {
  return matchEnds(pattern, text, 0).includes(text.length)
}

/** Can a text that begins so, and whose rest is not known, match? True: whatever the rest is; null: perhaps. */
export function mayMatch(pattern: Pattern, prefix: string): boolean | null {
  if (pattern.length > 0 && pattern.every((token) => token.kind === 'star')) return true
  const star = pattern.findIndex((token) => token.kind === 'star')
  const fixed = star < 0 ? pattern : pattern.slice(0, star)
  const characters = [...prefix]
  if (star < 0 && characters.length > pattern.length) return false
  const fits = fixed.every((token, i) => characters[i] === undefined || matches(token, characters[i]))
  return fits ? null : false
}

/** All offsets at which a match that starts at `start` can end, ascending. */
export function matchEnds(pattern: Pattern, text: string, start: number): readonly number[] {
  let active = new Set(closure(pattern, [0]))
  const ends: number[] = []
  let offset = start
  for (;;) {
    if (active.has(pattern.length)) ends.push(offset)
    const character = text.slice(offset, offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1))
    if (character === '' || active.size === 0) return ends
    const next: number[] = []
    for (const index of active) {
      const token = pattern[index]
      if (token?.kind === 'star') next.push(index)
      else if (token !== undefined && matches(token, character)) next.push(index + 1)
    }
    active = new Set(closure(pattern, next))
    offset += character.length
  }
}

function closure(pattern: Pattern, indexes: readonly number[]): readonly number[] {
  const all = [...indexes]
  for (const start of indexes) for (let i = start; pattern[i]?.kind === 'star'; i++) all.push(i + 1)
  return all
}
