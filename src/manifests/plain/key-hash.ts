/** Hashes of keys, to find those that may stand twice in a map. */

/** The hash of a key with one more character. */
export function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}
