import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { workers } from '#start/workers'
import { Queue } from '#app/platform/bus/queues'
import { Current } from '#app/platform/database/current'
import { firstIdOf } from '#app/platform/ids'

const LOOKED_AT = 2000
const FOR = { days: 1 }

export type UnheardEvent = { id: string; name: string; queue: string; occurredAt: Date }

// What was given up stands on its own list, and what was discarded is over.
const WAITING = `
  with lately as materialized (
    select id, name, occurred_at from events where tenant_id = :tenant and id >= :since order by id desc limit :most
  )
  select lately.id, lately.name, wanted.queue, lately.occurred_at as "occurredAt"
  from lately join json_to_recordset(:wanted) as wanted (name text, queue text, consumer text, since timestamptz) using (name)
  where lately.occurred_at >= wanted.since and not exists (select from consumed_events done where done.tenant_id = :tenant
      and done.consumer = wanted.consumer and done.event_id = lately.id)
    and not exists (select from events given_up where given_up.tenant_id = :tenant and given_up.id > lately.id
      and given_up.name = 'dead_letter.discarded' and given_up.data ->> 'eventId' = lately.id::text)
  order by lately.id`

type Asked = { names: string[] | null; since: Date }

async function owed() {
  const queues = await Queue.load(workers)
  return (await Promise.all(queues.map(owedTo))).flat()
}

async function owedTo(queue: Queue) {
  if (!queue.companiesWith) return queue.owed.map((one) => ({ ...one, since: '-infinity' }))
  const asked = await askedOf(queue)
  return queue.owed.flatMap((one) => {
    const since = asked.find(({ names }) => queue.isAskedFor(one.name, names))?.since
    return since ? [{ ...one, since }] : []
  })
}

// A narrow queue is owed what happened since the company asks for it; the first to ask comes first.
async function askedOf({ companiesWith, askedIn }: Queue) {
  const [names, since] = askedIn
    ? [askedIn.names, `coalesce(${askedIn.since}, created_at)`]
    : ['null::text[]', 'created_at']
  const { rows } = await db.rawQuery<{ rows: Asked[] }>(
    `select ${names} as names, min(${since}) as since from ${companiesWith} group by 1 order by 2`
  )
  return rows
}

/** What a company did in the last day, of its last 2,000 events, that some worker has not finished. The oldest first. */
export async function unheardEvents(givenUp: Set<string>): Promise<UnheardEvent[]> {
  const { rows } = await db.rawQuery<{ rows: UnheardEvent[] }>(WAITING, {
    tenant: Current.tenantId,
    since: firstIdOf(DateTime.utc().minus(FOR)),
    most: LOOKED_AT,
    wanted: JSON.stringify(await owed()),
  })
  const byEvent = new Map(rows.filter(({ id }) => !givenUp.has(id)).map((row) => [row.id, row]))
  return [...byEvent.values()]
}
