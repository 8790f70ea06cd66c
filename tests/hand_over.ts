import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { loadEvents } from '#app/platform/events/event_versions'
import { findRecordedEvents } from '#app/platform/events/recorded_events'
import { deliver, type WorkerClass } from '#app/platform/events/worker'

let known: Promise<void> | undefined

/** Hands what has happened in a company so far to workers, as the relay and the broker would. */
export async function handOver(tenantId: string, ...workers: WorkerClass[]) {
  await handOverAfter(null, tenantId, ...workers)
}

/** The same of what has happened since that id was made. */
export async function handOverAfter(after: string | null, tenantId: string, ...workers: WorkerClass[]) {
  const system = db.connection('system')
  const happened = system
    .from('events')
    .where('tenant_id', tenantId)
    .if(after, (since) => since.where('id', '>', after!))
  const rows: { id: string }[] = await happened.orderBy('id').select('id')
  if (rows.length === 0) return
  await (known ??= loadEvents(app.makePath()))
  const events = await findRecordedEvents(
    system,
    rows.map(({ id }) => ({ tenantId, eventId: id }))
  )
  for (const { id } of rows) await deliver(events.get(id)!, workers)
}
