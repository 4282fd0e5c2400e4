/** Texts that may be unknown: joining, comparing and merging them. */
import type { Location } from '../source/location.ts'
import { knownText, type ResolvedText, type Unknown } from '../source/resolved.ts'
import { concatText, derivedText, locateText, type SourcedText, unsourcedText } from '../source/sourced-text.ts'

/** The empty text. */
export const emptyText: ResolvedText = knownText(unsourcedText(''))

/** An unknown text without a known beginning. */
export function unknown(why: string, at: Location | undefined, dependsOn?: 'cpu_count'): ResolvedText {
  return { known: false, why, at, dependsOn, prefix: unsourcedText(''), mayBeSeveral: false }
}

/** The same reason without a known beginning, as after an operation that looks into the text. */
export function withoutPrefix(text: ResolvedText): ResolvedText {
  return text.known ? text : unknown(text.why, text.at, text.dependsOn)
}

/** A text that was computed at a place. */
export function computed(value: string, at: Location | undefined): ResolvedText {
  return knownText(derivedText(value, at))
}

/** Where a text comes from. */
export function placeOf(text: ResolvedText): Location | undefined {
  return text.known ? locateText(text.text) : text.at
}

/** Joins texts; behind the first unknown part nothing is known. */
export function joinTexts(parts: readonly ResolvedText[]): ResolvedText {
  const known: SourcedText[] = []
  for (const [index, part] of parts.entries()) {
    if (part.known) {
      known.push(part.text)
      continue
    }
    const { why, at } = part
    const dependsOn = sharedDependence(parts.slice(index))
    const mayBeSeveral = parts.some((other) => !other.known && other.mayBeSeveral)
    return { known: false, why, at, dependsOn, prefix: concatText([...known, part.prefix]), mayBeSeveral }
  }
  return knownText(concatText(known))
}

/** `cpu_count` when everything that is unknown depends on it. */
export function sharedDependence(parts: readonly ResolvedText[]): 'cpu_count' | undefined {
  const open = parts.filter((part) => !part.known)
  return open.length > 0 && open.every((part) => !part.known && part.dependsOn === 'cpu_count')
    ? 'cpu_count'
    : undefined
}

/** The first unknown of several. */
export function firstUnknown(parts: readonly ResolvedText[]): Unknown | undefined {
  for (const part of parts) if (!part.known) return part
  return undefined
}

/** Is it the same known value, or unknown for the same reason? */
export function isSameText(a: ResolvedText, b: ResolvedText): boolean {
  if (a === b) return true
  if (a.known && b.known) return a.text.value === b.text.value
  return (
    !a.known && !b.known && a.why === b.why && a.prefix.value === b.prefix.value && a.mayBeSeveral === b.mayBeSeveral
  )
}

/** What is known of a value that is one of two, depending on a condition that cannot be decided. */
export function mergeTexts(name: string, a: ResolvedText, b: ResolvedText): ResolvedText {
  if (isSameText(a, b)) return a
  const mayBeSeveral = (!a.known && a.mayBeSeveral) || (!b.known && b.mayBeSeveral)
  const open = a.known ? b : a
  const at = placeOf(a) ?? placeOf(b)
  const why = open.known ? `${name} depends on a condition that cannot be decided` : open.why
  return { known: false, why, at, dependsOn: sharedMerge(a, b), prefix: unsourcedText(''), mayBeSeveral }
}

function sharedMerge(a: ResolvedText, b: ResolvedText): 'cpu_count' | undefined {
  return sharedDependence([a, b])
}

/** Segments of a text that are kept apart; a text pieced together from more points at all of them as one. */
const maximumSegments = 1000

/** The same text with a bounded number of segments. */
export function withBoundedSegments(text: ResolvedText): ResolvedText {
  if (!text.known || text.text.segments.length <= maximumSegments) return text
  return knownText(derivedText(text.text.value, locateText(text.text)))
}
