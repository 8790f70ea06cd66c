import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import type { Bus } from '#app/platform/bus/bus'
import { defineEvent, type RecordedEvent } from '#app/platform/events/events'
import { findRecordedEvents } from '#app/platform/events/recorded_events'
import { makeCompany, unique, type Company } from '#tests/factories'

/** Committed events of a company of their own, named so that no other test hears them. */
export async function recordEvents(
  count = 1,
  name = probeName(),
  company?: Company,
  facts: Record<string, string> = {}
): Promise<RecordedEvent[]> {
  const { tenant, inside } = company ?? (await makeCompany())
  const Probed = defineEvent<{ position: number; [fact: string]: unknown }>(name)
  const ids = await inside(async () => {
    const recorded: string[] = []
    for (let position = 0; position < count; position++)
      recorded.push(await Probed.record({ id: newId() }, { position, ...facts }))
    return recorded
  })
  const references = ids.map((eventId) => ({ tenantId: tenant.id, eventId }))
  const events = await findRecordedEvents(db.connection('system'), references)
  return ids.map((id) => events.get(id)!)
}

export const probeName = () => `probe.${unique('seen').replace('-', '_')}`

/** Collects what a queue hands over. */
export async function collect(bus: Bus, queue: string, subscribes: string[] | 'all', concurrency = 8) {
  const got: RecordedEvent[] = []
  await bus.consume(queue, { subscribes, concurrency }, async (event) => {
    got.push(event)
  })
  return got
}
