import db from '@adonisjs/lucid/services/db'
import type { EventDefinition, RecordedEvent } from '#app/platform/events'
import { Current, SYSTEM, type Unit } from '#app/platform/current'

/**
 * Does one thing when an event it subscribes to has happened: once per event, in one unit of the event's tenant.
 * With `unit = 'manual'` it opens its own units (it talks to the world in between) and must be calm when it runs twice.
 */
export abstract class Worker {
  static queue: string
  static subscribes: readonly EventDefinition[] | 'all'
  static unit: 'event' | 'manual' = 'event'

  abstract handle(event: RecordedEvent): Promise<void>
}

export type WorkerClass = { new (): Worker; name: string } & Pick<
  typeof Worker,
  'queue' | 'subscribes' | 'unit'
>

export function isSubscribed({ subscribes }: WorkerClass, eventName: string) {
  return subscribes === 'all' || subscribes.some(({ name }) => name === eventName)
}

/** Hands the event to the worker unless it has had it already. */
export async function deliver(event: RecordedEvent, worker: WorkerClass) {
  const unit = { tenantId: event.tenantId, actor: SYSTEM, requestId: event.requestId ?? undefined }
  await once(
    unit,
    { consumer: `${worker.queue}:${worker.name}`, id: event.id, isManual: worker.unit === 'manual' },
    () => new worker().handle(event)
  )
}

type Consumption = { consumer: string; id: string; isManual: boolean }

/** The record of consumption and the effect are one unit; a manual effect is recorded when it is done. */
export async function once(unit: Unit, { consumer, id, isManual }: Consumption, effect: () => Promise<void>) {
  if (isManual) {
    if (await Current.run(unit, () => isConsumed(consumer, id))) return
    await effect()
    await Current.run(unit, () => consume(consumer, id))
  } else {
    await Current.run(unit, async () => {
      if (await consume(consumer, id)) await effect()
    })
  }
}

async function consume(consumer: string, id: string) {
  const { rowCount } = await db.rawQuery<{ rowCount: number }>(
    'insert into consumed_events (consumer, event_id) values (?, ?) on conflict do nothing',
    [consumer, id]
  )
  return rowCount === 1
}

async function isConsumed(consumer: string, id: string) {
  const { rowCount } = await db.rawQuery<{ rowCount: number }>(
    'select from consumed_events where consumer = ? and event_id = ?',
    [consumer, id]
  )
  return rowCount === 1
}
