import { Exception } from '@adonisjs/core/exceptions'
import type { RecordedEvent } from '#app/platform/events/events'

export type Handle = (event: RecordedEvent) => Promise<void>

/** Names of events, or everything that happens. */
export type Subscribes = string[] | 'all'

export type Reach = {
  subscribes: Subscribes
  /** Hears only what happens in the companies that it concerns. */
  isNarrow?: boolean
}

export type Departure = { behind?: Set<string>; concerned?: (event: RecordedEvent) => string[] }

export type ConsumeOptions = Reach & {
  /** How many events are handled at the same time. */
  concurrency: number
}

export type DeadLetter = {
  id: string
  /** Nothing when the message could not even be read. */
  event: RecordedEvent | null
  attempts: number
  cause: string
  diedAt: Date | null
}

export interface DeadLetters {
  /** The oldest first; of one company, or of all. */
  list(limit?: number, tenantId?: string): Promise<DeadLetter[]>
  /** Sends them to their queue again, with a fresh ladder before them. Resolves to those that were (still) there. */
  replay(ids: string[]): Promise<string[]>
  /** Resolves to those that were (still) there. */
  discard(ids: string[]): Promise<string[]>
}

export type QueueDepth = {
  queue: string
  waiting: number
  dead: number
  /** For how long the first of those that wait has done so; null where the driver cannot look. */
  oldestInSeconds: number | null
}
/** How many wait on a rung of the ladder. */
export type Rung = { waitInSeconds: number; count: number }
export type Depths = { queues: QueueDepth[]; retrying: number; rungs: Rung[] }

/**
 * Carries recorded events to the queues that subscribe to them: at least once, in no promised order.
 * Queues and their bindings are durable: a queue keeps collecting while nobody consumes it.
 */
export interface Bus {
  readonly driver: 'rabbitmq' | 'embedded'

  /** Makes the queue and its bindings exist before anybody consumes it. */
  declare(queue: string, reach: Reach): Promise<void>

  /**
   * Resolves when the broker has taken responsibility for every event. UnroutableError names the events that no
   * queue subscribes to; all others were taken. After any other error nothing is known: publish again.
   * Those whose ids are in `behind` are handed over when no others wait, or beside them. A narrow queue gets only those
   * for which `concerned` names it.
   */
  publish(events: RecordedEvent[], how?: Departure): Promise<void>

  /**
   * Hands over the queue's events until close(). One whose handling fails comes back along the retry ladder, then
   * becomes a dead letter with its cause; a PoisonError skips the ladder. One whose consumer dies comes back at once.
   */
  consume(queue: string, options: ConsumeOptions, handle: Handle): Promise<void>

  deadLetters(queue: string): DeadLetters

  /** How much lies in these queues, and how much waits on the ladder (`rabbitmq`: of all queues). */
  depths(queues: string[]): Promise<Depths>

  /** Rejects with the reason when events cannot be carried now. */
  ready(): Promise<void>

  /** Takes no more events, waits for those in hand, disconnects. */
  close(): Promise<void>
}

export class UnroutableError extends Exception {
  static code = 'E_UNROUTABLE'

  constructor(readonly events: RecordedEvent[]) {
    const names = [...new Set(events.map(({ name }) => name))].sort()
    super(`No queue subscribes to ${names.join(', ')}`)
  }
}

export class BusUnavailableError extends Exception {
  static code = 'E_BUS_UNAVAILABLE'
  static status = 503
  static message = 'The message bus cannot be reached'
}

/** Handling this message again can never succeed. */
export class PoisonError extends Exception {
  static code = 'E_POISON'
}
