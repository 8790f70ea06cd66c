import type { EventDefinition, RecordedEvent } from '#app/platform/events/events'
import { asOfToday, isKnown, NewerEventError } from '#app/platform/events/event_versions'
import { Current, SYSTEM } from '#app/platform/database/current'
import { tracing } from '#app/platform/telemetry/tracing'
import { once, onceDone } from '#app/platform/events/consumption'
import { isOutage } from '#app/platform/outage'

/**
 * Does one thing when an event it subscribes to has happened: once per event, in a unit of the event's tenant.
 * With `unit = 'manual'` it opens its own units (it talks to the world in between) and must be calm when it runs twice.
 */
export abstract class Worker {
  static queue: string
  static subscribes: readonly EventDefinition[] | 'all'
  static unit: 'event' | 'manual' = 'event'
  /**
   * A table: only what happens in companies that have a row there is handed over, where each worker of the queue names the
   * same. A queue that the last release did not have starts without: a relay of that release would not know whom it concerns.
   */
  static companiesWith: string | null = null
  /**
   * Columns of that table: the names of the events that a row asks for, null for all, and since when, null for since it was
   * made. Without them a row asks for all that the worker subscribes to.
   */
  static askedIn: { names: string; since: string } | null = null

  abstract handle(event: RecordedEvent): Promise<void>
}

export type WorkerClass = { new (): Worker; name: string } & Pick<
  typeof Worker,
  'queue' | 'subscribes' | 'unit' | 'companiesWith' | 'askedIn'
>

export const isManual = ({ unit }: WorkerClass) => unit === 'manual'

export function isSubscribed({ subscribes }: WorkerClass, eventName: string) {
  return subscribes === 'all' || subscribes.some(({ name }) => name === eventName)
}

/** As what a worker is known in the record of what was done. */
export const consumerOf = ({ queue, name }: WorkerClass) => `${queue}:${name}`

type Delivery = { consumer: string; id: string; event: RecordedEvent; worker: WorkerClass }

/** Hands events of one tenant to their workers, all in one unit: either everything happens or nothing. */
export async function deliverTogether(events: RecordedEvent[], workers: WorkerClass[]) {
  await together(
    events,
    events.flatMap((event) => deliveriesOf(event, workers))
  )
}

/** Hands an event to its workers, in one unit if it can be: one that fails keeps no other from its work. */
export async function deliver(event: RecordedEvent, workers: WorkerClass[]) {
  const deliveries = deliveriesOf(event, workers)
  const isShared = deliveries.length > 1 && !deliveries.some(({ worker }) => isManual(worker))
  if (!isShared || !(await isDone(event, deliveries))) await deliverApart(event, deliveries)
}

function together(events: RecordedEvent[], deliveries: Delivery[]) {
  const workedOn = events.flatMap(({ id, subject }) => [{ type: 'event', id }, subject])
  return once(events[0].tenantId, deliveries, (delivery) => {
    // Many events of one unit ask the same of the database, and a worker does not change what it asks for.
    Current.remember(workedOn)
    return handle(delivery)
  })
}

async function isDone(event: RecordedEvent, deliveries: Delivery[]) {
  try {
    await together([event], deliveries)
    return true
  } catch (error) {
    if (isOutage(error)) throw error
    return false
  }
}

async function deliverApart(event: RecordedEvent, deliveries: Delivery[]) {
  const failures: unknown[] = []
  for (const delivery of deliveries) {
    const happens = isManual(delivery.worker)
      ? onceDone(event.tenantId, delivery, () => handle(delivery))
      : together([event], [delivery])
    await happens.catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

function deliveriesOf(recorded: RecordedEvent, workers: WorkerClass[]): Delivery[] {
  const wanted = workers.filter((worker) => isSubscribed(worker, recorded.name))
  // A newer release has subscribed this queue to it: done here without an effect, it would be lost to the workers of that release.
  if (wanted.length === 0 && !isKnown(recorded.name))
    throw new NewerEventError(`This release does not know ${recorded.name}: it is for a newer one`)
  const event = asOfToday(recorded)
  return wanted.map((worker) => ({ consumer: consumerOf(worker), id: event.id, event, worker }))
}

function handle({ event, worker }: Delivery) {
  const { queue, name } = worker
  const about = {
    kind: 'consumer' as const,
    parent: event.trace ?? null,
    attributes: { 'messaging.message.id': event.id, 'latchkey.queue': queue, 'latchkey.worker': name },
  }
  const work = () => tracing.span(`consume ${event.name}`, about, () => new worker().handle(event))
  return Current.isOpen ? Current.as(SYSTEM, work, event.requestId ?? undefined) : work()
}
