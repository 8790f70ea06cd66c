import db from '@adonisjs/lucid/services/db'
import { until } from '#tests/until'

const WAITING = `select count(distinct locks.pid) as count from pg_locks as locks
  join pg_stat_activity as activity using (pid) where not locks.granted and activity.datname = current_database()`

/**
 * Sends requests so that they meet: what they need is held until each of them waits for it or has its answer, and only
 * then let go. Sent without that, the first is often done before the next begins.
 */
export async function together<Answer>(
  held: { sql: string; bindings: string[] },
  requests: PromiseLike<Answer>[]
) {
  const holder = await db.connection('system').transaction()
  await holder.rawQuery(held.sql, held.bindings)
  let answered = 0
  const sent = requests.map(async (request) => {
    const answer = await request
    answered++
    return answer
  })
  const waiting = async () =>
    Number((await db.connection('owner').rawQuery<{ rows: { count: string }[] }>(WAITING)).rows[0].count)
  await until(async () => answered + (await waiting()) >= requests.length, { what: 'all have come' })
  await holder.commit()
  return Promise.all(sent)
}
