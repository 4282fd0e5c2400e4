/** How much the YAML library is given at once: it makes a node of nearly every sign. */

/** More signs that may each stand for a node are refused: the library takes up to 900 bytes for each. */
const MOST_SIGNS = 1_000_000
const SIGNS = new Set(Buffer.from('\n:,[]{}'))

/** What a document is refused with. */
export const TOO_MANY_SIGNS = `A document that is no plain YAML or JSON may have ${MOST_SIGNS} line breaks, colons, commas and brackets; this one has more`

/** Has a document more signs than the library may be given? */
export function hasTooManySigns(text: string): boolean {
  if (text.length <= MOST_SIGNS) return false
  let signs = 0
  for (let at = 0; at < text.length && signs <= MOST_SIGNS; at++) if (SIGNS.has(text.charCodeAt(at))) signs++
  return signs > MOST_SIGNS
}
