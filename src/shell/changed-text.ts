/** Texts changed as a whole, still pointing at where they were written. */
import { knownText, type ResolvedText } from '../source/resolved.ts'
import {
  concatText,
  derivedText,
  locateSlice,
  locateText,
  type SourcedText,
  sliceText,
} from '../source/sourced-text.ts'
import { withoutPrefix } from './values.ts'

/** Changes a known text; an unchanged one keeps its exact places. */
export function mapText(text: ResolvedText, change: (value: string) => string): ResolvedText {
  if (!text.known) return withoutPrefix(text)
  const changed = change(text.text.value)
  return changed === text.text.value ? text : knownText(derivedText(changed, locateText(text.text)))
}

/** Changes one part of a text. */
export function replacePart(text: SourcedText, start: number, end: number, replacement: string): SourcedText {
  const middle = derivedText(replacement, locateSlice(text, start, end))
  return concatText([sliceText(text, 0, start), middle, sliceText(text, end, text.value.length)])
}
