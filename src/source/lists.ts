/** Lists of any length. A call takes some hundred thousand arguments at most, so a list that text makes is not spread into one. */

/** Appends all items. */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}

/** The largest of some numbers; minus infinity when there is none. */
export function largestOf(numbers: Iterable<number>): number {
  let largest = Number.NEGATIVE_INFINITY
  for (const number of numbers) if (!(number <= largest)) largest = number
  return largest
}

/** The smallest of some numbers; infinity when there is none. */
export function smallestOf(numbers: Iterable<number>): number {
  let smallest = Number.POSITIVE_INFINITY
  for (const number of numbers) if (!(number >= smallest)) smallest = number
  return smallest
}
