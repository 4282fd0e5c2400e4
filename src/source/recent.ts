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
    if (first !== null) remembered.remember(this)
  }

  get(): T {
    if (this.#value !== null) return this.#value
    const made = this.#make()
    this.#value = made
    this.#remembered.remember(this)
    return made
  }

  forget(): void {
    this.#value = null
  }
}

/** Remembers a number of values at once; the first that was made is the first to be forgotten. */
export class RecentValues {
  readonly #most: number
  readonly #values = new Set<{ forget(): void }>()

  constructor(most: number) {
    this.#most = most
  }

  remember(value: { forget(): void }): void {
    this.#values.add(value)
    if (this.#values.size <= this.#most) return
    for (const first of this.#values) {
      this.#values.delete(first)
      first.forget()
      return
    }
  }
}
