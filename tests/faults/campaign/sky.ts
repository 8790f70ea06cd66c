import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '#tests/faults/campaign/dice'
import { WEATHER } from '#tests/faults/campaign/faults'
import type { Ledger } from '#tests/faults/campaign/ledger'
import type { Stage } from '#tests/faults/campaign/stage'
import { until } from '#tests/until'

/** One disturbance after the other, unless somebody asks for fair weather. */
export class Sky {
  #isFoul = false
  #isKeptFair = false
  #isOver = false
  #running?: Promise<void>

  constructor(
    private stage: Stage,
    private ledger: Ledger,
    private dice: Dice
  ) {}

  start() {
    this.#running = this.#run()
  }

  async clearUp() {
    this.#isOver = true
    await this.#running
    for (const line of Object.values(this.stage.lines)) line.clear()
    await this.stage.broker.control?.(['set_vm_memory_high_watermark', '0.4'])
  }

  /** Resolves when nothing is disturbed, and nothing will be until the returned function is called. */
  async keepFair() {
    this.#isKeptFair = true
    await until(() => !this.#isFoul, { within: 60_000 })
    return () => {
      this.#isKeptFair = false
    }
  }

  async #run() {
    while (!this.#isOver) {
      if (!this.#isKeptFair) await this.#disturb()
      await sleep(this.dice.between(500, 3000))
    }
  }

  async #disturb() {
    const { name, strike } = this.dice.weighed(WEATHER)
    this.#isFoul = true
    await this.ledger.note({ is: 'disturbed', what: name })
    // What is disturbed may be dead just now.
    await strike(this.stage, this.dice).catch(() => {})
    this.#isFoul = false
  }
}
