import { errors } from '@adonisjs/lucid'
import logger from '@adonisjs/core/services/logger'
import { workers } from '#start/workers'
import type { DeadLetter } from '#app/platform/bus/bus'
import { Current, type Actor } from '#app/platform/database/current'
import type { RecordedEvent } from '#app/platform/events/events'
import { sharedBus } from '#app/platform/bus/open_bus'
import { DeadLetterDiscarded, DeadLetterReplayed } from '#app/operations/dead_letter_events'
import { matches, type DeadLetterFilters } from '#app/operations/dead_letter_filters'

const MOST = 10_000

type Readable = DeadLetter & { event: RecordedEvent }

/** What one queue has given up on. Whatever is done with it is told to the company that it belongs to, and done then. */
export class DeadLetterBox {
  constructor(
    readonly queue: string,
    private by: Actor
  ) {
    if (!Object.hasOwn(workers, queue)) throw new errors.E_ROW_NOT_FOUND()
  }

  /** The oldest first. */
  async list(filters: DeadLetterFilters = {}): Promise<DeadLetter[]> {
    const letters = await (await this.#letters()).list(MOST)
    return letters.filter((letter) => matches(letter, filters))
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
    return (await sharedBus()).deadLetters(this.queue)
  }

  #about({ event, cause }: Readable) {
    return { queue: this.queue, event: event.name, eventId: event.id, cause: cause.slice(0, 500) }
  }

  // A message that cannot be read belongs to no company: what is done with it stands in the log alone.
  async #tell(letters: DeadLetter[], record: (letter: Readable) => Promise<unknown>) {
    const companies = Map.groupBy(letters, ({ event }) => event?.tenantId ?? null)
    const strays = companies.get(null) ?? []
    if (strays.length > 0)
      logger.warn({ by: this.by.id, ids: idsOf(strays) }, 'Unreadable messages are handled')
    companies.delete(null)
    for (const [tenantId, own] of companies)
      await Current.run({ tenantId: tenantId!, actor: this.by }, async () => {
        for (const letter of own) await record(letter as Readable)
      })
  }
}

const idsOf = (letters: DeadLetter[]) => letters.map(({ id }) => id)
