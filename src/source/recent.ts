/** Values that are made again when they were not asked for lately, so that a large repository needs little memory. */

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
