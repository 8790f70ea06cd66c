import pg from 'pg'
import { effect } from '#tests/bench/fanout_effect'

const CONNECTIONS = 8

/** The inbox transaction alone, five statements, for as many events as there are: no relay, no broker, no framework. */
export async function runLimit(tenantId: string, eventIds: string[]) {
  const clients = Array.from(
    { length: CONNECTIONS },
    () => new pg.Client({ connectionString: process.env.DATABASE_URL })
  )
  await Promise.all(clients.map((client) => client.connect()))
  const effectSql = effect.alone.replace('?', '$1')
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      while (next < eventIds.length) {
        const id = eventIds[next++]
        await client.query('begin')
        await client.query("select set_config('app.tenant_id', $1, true)", [tenantId])
        await client.query(
          'insert into consumed_events (consumer, event_id) values ($1, $2) on conflict do nothing',
          ['limit', id]
        )
        await client.query(effectSql, [id])
        await client.query('commit')
      }
    })
  )
  const seconds = (performance.now() - startedAt) / 1000
  await Promise.all(clients.map((client) => client.end()))
  return seconds
}
