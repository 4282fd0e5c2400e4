/** A suggestion as the lines that go and the lines that come. */
import type { JsonSuggestion } from './json-report.ts'

/** A line of a small diff. */
export interface DiffLine {
  readonly sign: '-' | '+'
  readonly text: string
}

/**
 * What the suggestion changes, without lines that stay at its start and end. `lines` are those of the file; without them
 * only what comes is known.
 */
export function diffLines(
  { startLine, endLine, replacement }: JsonSuggestion,
  lines: readonly string[],
): readonly DiffLine[] {
  const before = lines.slice(startLine - 1, endLine)
  const after = replacement.split(/\r?\n/)
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const changed = <T>(all: readonly T[]) => all.slice(head, all.length - tail)
  return [
    ...changed(before).map((text) => ({ sign: '-', text }) as const),
    ...changed(after).map((text) => ({ sign: '+', text }) as const),
  ]
}
