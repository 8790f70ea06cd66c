/** Chances that fall the same way again when the same seed is given (mulberry32). */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  roll() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  between(least: number, most: number) {
    return least + Math.floor(this.roll() * (most - least + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]
  }

  shuffle<T>(list: readonly T[]): T[] {
    return list
      .map((one) => ({ one, at: this.roll() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
  }

  /** One of the list, each as often as its weight. */
  weighed<T extends { weight: number }>(list: readonly T[]): T {
    let left = this.roll() * list.reduce((sum, { weight }) => sum + weight, 0)
    return list.find(({ weight }) => (left -= weight) < 0) ?? list[0]
  }
}
