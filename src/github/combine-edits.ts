/** Several replacements of the same text joined into one, as long as they change different parts of it. */

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Applies all replacements to `original`; null when two of them change the same characters differently. */
export function combineReplacements(original: string, replacements: readonly string[]): string | null {
  const edits: Edit[] = []
  for (const replacement of replacements) {
    const edit = smallestEdit(original, replacement)
    if (edits.some((other) => isSame(other, edit))) continue
    if (edits.some((other) => overlaps(other, edit))) return null
    edits.push(edit)
  }
  let text = original
  for (const edit of edits.sort((a, b) => b.start - a.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  }
  return text
}

function smallestEdit(original: string, replacement: string): Edit {
  const shortest = Math.min(original.length, replacement.length)
  let start = 0
  while (start < shortest && original[start] === replacement[start]) start++
  let tail = 0
  while (tail < shortest - start && original.at(-1 - tail) === replacement.at(-1 - tail)) tail++
  return { start, end: original.length - tail, text: replacement.slice(start, replacement.length - tail) }
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text
}

/** Edits that touch count as overlapping: their order would decide the result. */
function overlaps(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end
}
