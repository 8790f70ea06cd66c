import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import { Current, SYSTEM, type Actor } from '#app/platform/current'
import { isSubscribed, type WorkerClass } from '#app/platform/worker'
import { findEventsAfter } from '#app/platform/recorded_events'
import type { RecordedEvent } from '#app/platform/events'

type Deed = { at: DateTime; millis: number; by: Actor; act: () => Promise<unknown>; isQuiet: boolean }

const NEWS = { days: 5 }
const HANDLED_AFTER = { seconds: 2 }
const BETWEEN_DEEDS = { seconds: 1 }

/**
 * Plays what people did in a company, in the order of time and with the clock set to each moment. Of the last days
 * the workers hear too, as they would have; what is older was handled long ago.
 */
export class Chronicle {
  /** The latest first, so that the next deed is at the end. */
  #deeds: Deed[] = []
  #now: DateTime
  #heardUntil: string | null = null

  constructor(
    readonly present: DateTime,
    begin: DateTime,
    private workers: WorkerClass[]
  ) {
    this.#now = begin
  }

  /** Deeds of the future are left to the future. Quiet ones are of no interest to workers. */
  at(at: DateTime, by: Actor, act: () => Promise<unknown>, { isQuiet = false } = {}) {
    const millis = at.toMillis()
    if (millis >= this.present.toMillis()) return
    const place = this.#deeds.findIndex((deed) => deed.millis <= millis)
    this.#deeds.splice(place === -1 ? this.#deeds.length : place, 0, { at, millis, by, act, isQuiet })
  }

  /** Inside a unit of the company. */
  async play() {
    for (let deed = this.#deeds.pop(); deed; deed = this.#deeds.pop()) {
      const isNews = deed.at >= this.present.minus(NEWS)
      if (isNews) this.#heardUntil ??= await this.#newestEvent()
      await this.#happen(deed.at, deed.by, deed.act)
      if (isNews && !deed.isQuiet) await this.#handOver()
    }
  }

  // Time never goes back, so the events are in the order of their ids.
  #happen(moment: DateTime, by: Actor, act: () => Promise<unknown>) {
    const next = this.#now.plus(BETWEEN_DEEDS)
    this.#now = moment > next ? moment : next
    return clock.during(this.#now, () => Current.as(by, act))
  }

  // Handling an event may make others, which somebody waits for in turn.
  async #handOver() {
    let isAwaited = true
    while (isAwaited) {
      const events = await findEventsAfter(Current.trx, this.#heardUntil!)
      isAwaited = events.some((event) => this.#listenersTo(event).length > 0)
      for (const event of events) await this.#tellWorkers(event)
      this.#heardUntil = events.at(-1)?.id ?? this.#heardUntil
    }
  }

  // In the story's own unit, so without the note by which workers know what they have had: it never comes again.
  async #tellWorkers(event: RecordedEvent) {
    for (const worker of this.#listenersTo(event)) {
      await this.#happen(event.occurredAt.plus(HANDLED_AFTER), SYSTEM, () => new worker().handle(event))
    }
  }

  #listenersTo({ name }: RecordedEvent) {
    return this.workers.filter((worker) => isSubscribed(worker, name))
  }

  async #newestEvent(): Promise<string> {
    const newest = await db.from('events').orderBy('id', 'desc').select('id').first()
    return newest?.id ?? '00000000-0000-0000-0000-000000000000'
  }
}
