/** How often the documents that edits change may be read for proofs. */
import type { EditedPart } from './edited-documents.ts'

/** Each proof reads the edited parts of a document again: of many findings those that come late have no suggestion. */
const MOST_UNITS_OF_DOCUMENT = 2 ** 25
/** A long list whose items are read alone may be read so often in all. */
const MOST_READINGS_OF_LIST = 24

/** Counts what proofs read. */
export interface ReadingBudget {
  /** May these parts of documents be read once more? When they may, they count. */
  take(parts: readonly EditedPart[]): boolean
}

/** A budget of which nothing is spent. */
export function createReadingBudget(): ReadingBudget {
  const spent = new Map<string, number>()
  return {
    take(parts) {
      const asked = askedOf(parts)
      for (const [key, { units, most }] of asked) {
        const sum = (spent.get(key) ?? 0) + units
        if (sum > most && sum > units) return false
        spent.set(key, sum)
      }
      return true
    },
  }
}

/** UTF-16 units that are to be read of each document, and the most that may be in all. */
function askedOf(parts: readonly EditedPart[]): ReadonlyMap<string, { units: number; readonly most: number }> {
  const asked = new Map<string, { units: number; readonly most: number }>()
  for (const { whole, span, indent } of parts) {
    const ofList = indent === null ? 0 : whole.units * MOST_READINGS_OF_LIST
    const own = asked.get(whole.key) ?? { units: 0, most: Math.max(ofList, MOST_UNITS_OF_DOCUMENT) }
    own.units += span.end - span.start
    asked.set(whole.key, own)
  }
  return asked
}
