import db from '@adonisjs/lucid/services/db'
import { findRecordedEvents } from '#app/platform/recorded_events'
import { deliver, type WorkerClass } from '#app/platform/worker'

/** Hands what has happened in a company so far to workers, as the relay and the broker would. */
export async function handOver(tenantId: string, ...workers: WorkerClass[]) {
  const system = db.connection('system')
  const rows = await system.from('events').where('tenant_id', tenantId).orderBy('id').select('id')
  if (rows.length === 0) return
  const events = await findRecordedEvents(
    system,
    rows.map(({ id }) => ({ tenantId, eventId: id }))
  )
  for (const { id } of rows) {
    await deliver(events.get(id)!, workers)
  }
}
