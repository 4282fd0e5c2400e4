/** Strings that stand alone in memory. */

/** V8 copies parts of strings that are shorter than this. Source: `SlicedString::kMinLength`, https://github.com/v8/v8/blob/main/src/objects/string.h */
const SHORTEST_PART = 13

/** The same text with memory of its own: a part of a string keeps the whole string for as long as it lives. */
export function ownText(text: string): string {
  return text.length < SHORTEST_PART ? text : ` ${text}`.slice(1)
}
