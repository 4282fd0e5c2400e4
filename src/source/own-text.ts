/** Strings that stand alone in memory. */

/** V8 copies parts of strings that are shorter than this. Source: `SlicedString::kMinLength`, https://github.com/v8/v8/blob/main/src/objects/string.h */
const SHORTEST_PART = 13

/** Texts that many objects have in common, such as kinds and namespaces. */
export interface TextPool {
  own(text: string): string
}

/** Distinct texts beyond this are not shared. */
const MOST_SHARED = 10_000

/** Makes an empty pool. */
export function createTextPool(): TextPool {
  const texts = new Map<string, string>()
  return {
    own(text) {
      const known = texts.get(text)
      if (known !== undefined) return known
      const own = ownText(text)
      if (texts.size < MOST_SHARED) texts.set(own, own)
      return own
    },
  }
}

/** The same text with memory of its own: a part of a string keeps the whole string for as long as it lives. */
export function ownText(text: string): string {
  return text.length < SHORTEST_PART ? text : ` ${text}`.slice(1)
}
