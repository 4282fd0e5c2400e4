/** POSIX extended regular expressions, as far as JavaScript's agree with them and cannot run away. */
import { namedClass, type PatternPiece } from './patterns.ts'

/**
 * The ranges of the match and its groups; null without a match, undefined when the expression is not followed: too many
 * repetitions for the length of the text, repeated groups, back-references.
 */
export function matchRegularExpression(
  pieces: readonly PatternPiece[],
  text: string,
): readonly (readonly [number, number])[] | null | undefined {
  const source = pieces
    .map((piece) => (piece.isQuoted ? piece.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') : translate(piece.text)))
    .join('')
  const repetitions = (source.match(/[*+?{]/g) ?? []).length
  if (/\)[*+{?]|\\[0-9]/.test(source) || text.length ** repetitions > 200_000 || source.length > 500) return undefined
  try {
    const found = new RegExp(source, 'd').exec(text)
    return found === null ? null : (found.indices ?? []).map((range) => range ?? [0, 0])
  } catch {
    return undefined
  }
}

function translate(source: string): string {
  return source.replace(/\[:(\w+):\]/g, (whole: string, name) => namedClass(String(name)) ?? whole)
}
