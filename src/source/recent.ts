/** Values that are made again when they were not asked for lately, so that a large repository needs little memory. */

/** A value that is remembered for a while; made again it is equal, though not the same object. */
export class Recent<T> {
  #value: T | null
  readonly #make: () => T
  readonly #remembered: RecentValues

  /** `first` is the value as it is at hand; null when it is still to be made. */
  constructor(first: T | null, make: () => T, remembered: RecentValues) {
    this.#value = first
    this.#make = make
    this.#remembered = remembered
    if (first !== null) remembered.remember(this, 1)
  }

  get(): T {
    if (this.#value !== null) return this.#value
    const made = this.#make()
    this.#value = made
    this.#remembered.remember(this, 1)
    return made
  }

  forget(): void {
    this.#value = null
  }
}

/** Remembers values up to a sum of sizes; the first that was made is the first to be forgotten. */
export class RecentValues {
  readonly #most: number
  readonly #sizes = new Map<{ forget(): void }, number>()
  #sum = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Remembers a value; one that is larger than all room is remembered alone. */
  remember(value: { forget(): void }, size: number): void {
    this.#sum += size - (this.#sizes.get(value) ?? 0)
    this.#sizes.set(value, size)
    if (this.#sum <= this.#most) return
    for (const [first, own] of this.#sizes) {
      if (first === value) continue
      this.#sizes.delete(first)
      this.#sum -= own
      first.forget()
      if (this.#sum <= this.#most) return
    }
  }
}
