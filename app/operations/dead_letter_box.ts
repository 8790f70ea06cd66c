import { errors } from '@adonisjs/lucid'
import logger from '@adonisjs/core/services/logger'
import { workers } from '#start/workers'
import type { DeadLetter } from '#app/platform/bus/bus'
import { Current, type Unit } from '#app/platform/database/current'
import type { RecordedEvent } from '#app/platform/events/events'
import { sharedBus } from '#app/platform/bus/open_bus'
import { DeadLetterDiscarded, DeadLetterReplayed } from '#app/operations/dead_letter_events'
import { matches, type DeadLetterFilters } from '#app/operations/dead_letter_filters'

const MOST = 10_000

export type BoxedLetter = DeadLetter & { queue: string }
type Readable = DeadLetter & { event: RecordedEvent }

/** On whose behalf something is done. */
export type OnBehalf = Omit<Unit, 'tenantId'>

/**
 * What one queue has given up on, of one company or of all. Whatever is done with it is told to the company that it
 * belongs to, and done then.
 */
export class DeadLetterBox {
  constructor(
    readonly queue: string,
    private by: OnBehalf,
    private tenantId?: string
  ) {
    if (!Object.hasOwn(workers, queue)) throw new errors.E_ROW_NOT_FOUND()
  }

  /** The oldest first. */
  async list(filters: DeadLetterFilters = {}): Promise<BoxedLetter[]> {
    const letters = await (await this.#letters()).list(MOST, this.tenantId)
    const { queue } = this
    return letters.filter((letter) => matches(letter, filters)).map((letter) => ({ ...letter, queue }))
  }

  /** How many go their way again. */
  async replay(filters: DeadLetterFilters) {
    const letters = await this.list(filters)
    await this.#tell(letters, (letter) => DeadLetterReplayed.record(letter, this.#about(letter)))
    return (await (await this.#letters()).replay(idsOf(letters))).length
  }

  async discard(filters: DeadLetterFilters, reason: string) {
    const letters = await this.list(filters)
    await this.#tell(letters, (letter) =>
      DeadLetterDiscarded.record(letter, { ...this.#about(letter), reason })
    )
    return (await (await this.#letters()).discard(idsOf(letters))).length
  }

  async #letters() {
    const bus = await sharedBus()
    await bus.ready()
    return bus.deadLetters(this.queue)
  }

  #about({ event, cause }: Readable) {
    return { queue: this.queue, event: event.name, eventId: event.id, cause: cause.slice(0, 500) }
  }

  // A message that cannot be read belongs to no company: what is done with it stands in the log alone.
  async #tell(letters: DeadLetter[], record: (letter: Readable) => Promise<unknown>) {
    const companies = Map.groupBy(letters, ({ event }) => event?.tenantId ?? null)
    const strays = companies.get(null) ?? []
    if (strays.length > 0)
      logger.warn({ by: this.by.actor.id, ids: idsOf(strays) }, 'Unreadable messages are handled')
    companies.delete(null)
    for (const [tenantId, own] of companies)
      await Current.run({ ...this.by, tenantId: tenantId! }, async () => {
        for (const letter of own) await record(letter as Readable)
      })
  }
}

const idsOf = (letters: DeadLetter[]) => letters.map(({ id }) => id)
