/** Values that are worked out when they are first asked for. */

/** The same value at every call; it is worked out at the first. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
