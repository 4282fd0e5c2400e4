/** Places of files that edits have taken, none of which collide. */
import { type Edit, editsCollide } from './edit.ts'

/** Edits that go together. */
export interface TakenPlaces {
  collides(edit: Edit): boolean
  /** Takes the place of an edit that collides with none. */
  take(edit: Edit): void
}

/** Makes an empty collection. */
export function createTakenPlaces(): TakenPlaces {
  const files = new Map<string, Edit[]>()
  return {
    collides(edit) {
      const taken = files.get(edit.file.path) ?? []
      // They are in order and share no character, so those that end behind the edit's start come one after the other.
      for (let at = firstIndex(taken, (other) => other.end > edit.start); at < taken.length; at++) {
        const other = taken[at]
        if (other === undefined || other.start >= edit.end) return false
        if (editsCollide(edit, other)) return true
      }
      return false
    },
    take(edit) {
      const taken = files.get(edit.file.path) ?? []
      const isBehind = (other: Edit) => other.start > edit.start || (other.start === edit.start && other.end > edit.end)
      taken.splice(firstIndex(taken, isBehind), 0, edit)
      files.set(edit.file.path, taken)
    },
  }
}

/** Index of the first edit for which something is true, that is true for all behind it too. */
function firstIndex(edits: readonly Edit[], isTrue: (edit: Edit) => boolean): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    const edit = edits[middle]
    if (edit !== undefined && isTrue(edit)) high = middle
    else low = middle + 1
  }
  return low
}
