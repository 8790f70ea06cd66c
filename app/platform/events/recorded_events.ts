import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { ActorKind } from '#app/platform/database/current'
import type { RecordedEvent } from '#app/platform/events/events'

type EventRow = {
  id: string
  tenant_id: string
  seq: number
  name: string
  version: number
  occurred_at: Date
  actor_kind: ActorKind
  actor_id: string | null
  actor_name: string | null
  subject_type: string
  subject_id: string
  data: unknown
  request_id: string | null
}

export type EventReference = { tenantId: string; eventId: string }

// Always by the key, reference by reference: a range of ids can hold all that waits, and whoever plans with old statistics
// would read the whole of it. The range lets PostgreSQL skip the other partitions.
const BY_REFERENCE = `
  select e.* from unnest(?::uuid[], ?::uuid[]) as wanted (tenant_id, id), lateral (
    select * from events where tenant_id = wanted.tenant_id and id = wanted.id and id between ? and ? limit 1
  ) e`

/** The events behind the references, by id; one that is missing here is not in the history. */
export async function findRecordedEvents(db: QueryClientContract, references: EventReference[]) {
  const ids = references.map(({ eventId }) => eventId)
  const tenantIds = references.map(({ tenantId }) => tenantId)
  const sorted = [...ids].sort()
  const { rows } = await db.rawQuery<{ rows: EventRow[] }>(BY_REFERENCE, [
    tenantIds,
    ids,
    sorted[0],
    sorted[sorted.length - 1],
  ])
  return new Map(rows.map((row) => [row.id, toRecordedEvent(row)]))
}

function toRecordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    seq: row.seq,
    name: row.name,
    version: row.version,
    occurredAt: DateTime.fromJSDate(row.occurred_at, { zone: 'utc' }),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    subject: { type: row.subject_type, id: row.subject_id },
    data: row.data,
    requestId: row.request_id,
  }
}
