/** Entries of a map that were asked for one by one. */

/** When more entries than this are asked for one by one, all are read. */
export const MOST_SINGLE = 12

/** An entry in a row, and the one of the same map that was asked for before it. */
interface AskedEntry<Entry> {
  readonly row: number
  readonly before: Entry | null
}

/** The entry of a row among those that were asked for, the last of them first; null when it was not. */
export function askedAt<Entry extends AskedEntry<Entry>>(last: Entry | null, row: number): Entry | null {
  let entry = last
  while (entry !== null && entry.row !== row) entry = entry.before
  return entry
}
