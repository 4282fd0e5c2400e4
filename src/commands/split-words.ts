/** Splitting a string into words as Python's `shlex.split` does, each word with its place. */
import { appendAll } from '../source/lists.ts'
import type { ResolvedText } from '../source/resolved.ts'
import { concatText, type SourcedText, sliceText } from '../source/sourced-text.ts'

/** Words of a string: quotes and backslashes as in a POSIX shell, no expansion. An open quote ends the list. */
export function splitWords(text: SourcedText): readonly ResolvedText[] {
  const split = trySplitWords(text)
  return split.words
}

/** The words and, when a quote is left open, the message of Python's `shlex`. Source: https://docs.python.org/3/library/shlex.html */
export function trySplitWords(text: SourcedText): {
  readonly words: readonly ResolvedText[]
  readonly error: string | null
} {
  const words: ResolvedText[] = []
  let parts: SourcedText[] | null = null
  const { value } = text
  let at = 0
  while (at < value.length) {
    const character = value[at] ?? ''
    if (/[ \t\r\n]/.test(character)) {
      if (parts !== null) words.push({ known: true, text: concatText(parts) })
      parts = null
      at++
      continue
    }
    parts ??= []
    if (character === "'" || character === '"') {
      const end = closingQuote(value, at)
      if (end < 0) return { words, error: 'No closing quotation' }
      appendAll(parts, quotedParts(text, at + 1, end, character))
      at = end + 1
    } else if (character === '\\') {
      if (at + 1 >= value.length) return { words, error: 'No escaped character' }
      parts.push(sliceText(text, at + 1, at + 2))
      at += 2
    } else {
      const run = /^[^ \t\r\n'"\\]+/.exec(value.slice(at))?.[0].length ?? 1
      parts.push(sliceText(text, at, at + run))
      at += run
    }
  }
  if (parts !== null) words.push({ known: true, text: concatText(parts) })
  return { words, error: null }
}

function closingQuote(value: string, open: number): number {
  const quote = value[open]
  for (let at = open + 1; at < value.length; at++) {
    if (quote === '"' && value[at] === '\\') at++
    else if (value[at] === quote) return at
  }
  return -1
}

function quotedParts(text: SourcedText, start: number, end: number, quote: string): readonly SourcedText[] {
  if (quote === "'") return [sliceText(text, start, end)]
  const parts: SourcedText[] = []
  let from = start
  for (let at = start; at < end; at++) {
    if (text.value[at] !== '\\') continue
    const escaped = text.value[at + 1]
    if (escaped === '"' || escaped === '\\') {
      parts.push(sliceText(text, from, at))
      from = at + 1
    }
    at++
  }
  parts.push(sliceText(text, from, end))
  return parts
}
