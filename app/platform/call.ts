/**
 * Tells whoever looks for work again and again that there is some. `next()` is made before looking: a call that comes while
 * that is under way is not lost.
 */
export class Call {
  give = () => {}
  #hasEnded = false

  next() {
    const called = new Promise<void>((resolve) => (this.give = resolve))
    return {
      /** Until somebody calls, or so much later. */
      within: async (milliseconds: number) => {
        if (this.#hasEnded || milliseconds <= 0) return
        const timer = setTimeout(this.give, milliseconds)
        await called
        clearTimeout(timer)
      },
    }
  }

  /** Nobody waits any more. */
  end() {
    this.#hasEnded = true
    this.give()
  }
}
