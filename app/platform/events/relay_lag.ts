import db from '@adonisjs/lucid/services/db'

/** For how many seconds the oldest event has been waiting for the relay. */
export async function relayLag() {
  const { rows } = await db
    .connection('system')
    .rawQuery<{ rows: { lag: number }[] }>(
      `select coalesce(extract(epoch from clock_timestamp() - (select created_at from outbox order by seq limit 1)), 0)::float8 as lag`
    )
  return Math.max(0, Math.round(rows[0].lag))
}
