import { escapeLiteral } from 'pg'
import db from '@adonisjs/lucid/services/db'
import { Current, SYSTEM } from '#app/platform/database/current'

/** Who consumes what: `id` is that of an event or of a job. */
export type Consumption = { consumer: string; id: string }

type Row = { consumer: string; event_id: string }

/** Runs the effects that have not happened yet, in one unit of the tenant together with the record of them. */
export async function once<One extends Consumption>(
  tenantId: string,
  consumptions: One[],
  effect: (one: One) => Promise<void>
) {
  if (consumptions.length === 0) return
  await Current.startingWith<Row>({ tenantId, actor: SYSTEM }, record(consumptions), async (rows) => {
    const fresh = new Set(rows.map((row) => keyOf({ consumer: row.consumer, id: row.event_id })))
    for (const one of consumptions) {
      if (fresh.delete(keyOf(one))) await effect(one)
    }
  })
}

/** For an effect that opens units of its own: it is recorded when it is done, so a death before that repeats it. */
export async function onceDone(tenantId: string, consumption: Consumption, effect: () => Promise<void>) {
  if (await Current.run({ tenantId, actor: SYSTEM }, () => isConsumed(consumption))) return
  await effect()
  await once(tenantId, [consumption], async () => {})
}

// In one order, so that units which share some of them wait for each other instead of blocking each other.
function record(consumptions: Consumption[]) {
  const values = consumptions
    .map(({ consumer, id }) => `(${escapeLiteral(consumer)}, ${escapeLiteral(id)})`)
    .sort()
  return `insert into consumed_events (consumer, event_id) values ${values.join()}
    on conflict do nothing returning consumer, event_id`
}

async function isConsumed({ consumer, id }: Consumption) {
  const { rowCount } = await db.rawQuery<{ rowCount: number }>(
    'select from consumed_events where consumer = ? and event_id = ?',
    [consumer, id]
  )
  return rowCount === 1
}

const keyOf = ({ consumer, id }: Consumption) => `${consumer} ${id}`
