import type { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import { Current, SYSTEM, type Actor } from '#app/platform/database/current'
import { isSubscribed, type WorkerClass } from '#app/platform/events/worker'
import { recordedBy, type RecordedEvent } from '#app/platform/events/events'

type Deed = { at: DateTime; millis: number; by: Actor; act: () => Promise<unknown>; isQuiet: boolean }

const NEWS = { days: 3 }
const HANDLED_AFTER = { seconds: 2 }
const BETWEEN_DEEDS = { seconds: 1 }
/** Workers hear of a deed after it: time for that before the present. */
const STILL_TO_BE_HEARD = { minutes: 2 }

/**
 * Plays what people did in a company, in the order of time and with the clock set to each moment. Of the last days
 * the workers hear too, as they would have; what is older was handled long ago.
 */
export class Chronicle {
  /** The latest first, so that the next deed is at the end. */
  #deeds: Deed[] = []
  #now: DateTime
  #told = new Map<string, number>()
  #end: number

  constructor(
    readonly present: DateTime,
    begin: DateTime,
    private workers: WorkerClass[]
  ) {
    this.#now = begin
    this.#end = present.minus(STILL_TO_BE_HEARD).toMillis()
  }

  /** Deeds of the future are left to the future. Quiet ones are of no interest to workers. */
  at(at: DateTime, by: Actor, act: () => Promise<unknown>, { isQuiet = false } = {}) {
    const millis = at.toMillis()
    if (millis >= this.#end) return
    const place = this.#deeds.findIndex((deed) => deed.millis <= millis)
    this.#deeds.splice(place === -1 ? this.#deeds.length : place, 0, { at, millis, by, act, isQuiet })
  }

  /** Inside a unit of the company. */
  async play() {
    const newsBegins = this.present.minus(NEWS)
    for (let deed = this.#deeds.pop(); deed; deed = this.#deeds.pop()) {
      const events = await this.#happen(deed.at, deed.by, deed.act)
      if (deed.at >= newsBegins && !deed.isQuiet) await this.#tellWorkers(events)
    }
  }

  // Time never goes back, so the events are in the order of their ids.
  async #happen(moment: DateTime, by: Actor, act: () => Promise<unknown>): Promise<RecordedEvent[]> {
    const next = this.#now.plus(BETWEEN_DEEDS)
    this.#now = moment > next ? moment : next
    const events = await recordedBy(() => clock.during(this.#now, () => Current.as(by, act)))
    return events.map((event) => ({ ...event, seq: this.#numberOf(event.subject.id) }))
  }

  // In the story's own unit, so without the note by which workers know what they have had: it never comes again.
  // Handling an event may make others, which somebody waits for in turn.
  async #tellWorkers(events: RecordedEvent[]) {
    const waiting = [...events]
    for (const event of waiting) {
      for (const worker of this.workers.filter((one) => isSubscribed(one, event.name))) {
        const handledAt = event.occurredAt.plus(HANDLED_AFTER)
        waiting.push(...(await this.#happen(handledAt, SYSTEM, () => new worker().handle(event))))
      }
    }
  }

  // All that the company has ever done is told here.
  #numberOf(subjectId: string) {
    const number = (this.#told.get(subjectId) ?? 0) + 1
    this.#told.set(subjectId, number)
    return number
  }
}
