const YIELDING = 0.2

/** How many go together so that they take as long as they may, by what each took of late; never fewer nor more than so many. */
export class GroupSize {
  /** Milliseconds. */
  #each = 0

  constructor(private bounds: { fewest: number; most: number }) {}

  within(milliseconds: number) {
    const { fewest, most } = this.bounds
    return Math.min(most, Math.max(fewest, Math.floor(milliseconds / this.#each)))
  }

  /** So many took so long. */
  learn(count: number, milliseconds: number) {
    this.#each += YIELDING * (milliseconds / count - this.#each)
  }
}
