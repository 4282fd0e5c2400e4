/** Mistakes in a policy or configuration file, collected so that all are told at once. */
import { closest, distance } from 'fastest-levenshtein'
import type { Problem } from '../source/errors.ts'
import type { Location } from '../source/location.ts'
import { lineColumnAt } from '../source/source-file.ts'

/** A problem with its column. */
export interface Mistake extends Problem {
  readonly column: number
}

/** A mistake at a place. */
export function mistakeAt(location: Location, message: string): Mistake {
  const { line, column } = lineColumnAt(location.file, location.span.start)
  return { file: location.file.path, line, column, message }
}

/** ` Did you mean "x"?` when a known word is near; empty otherwise. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const nearest = closest(
    word,
    known.filter((candidate) => candidate !== word),
  )
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3)) ? ` Did you mean "${nearest}"?` : ''
}

/** One line a mistake: `file:line:column: message`. */
export function printMistakes(mistakes: readonly Mistake[]): string {
  return mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n')
}
