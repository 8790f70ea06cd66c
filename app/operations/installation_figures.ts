import db from '@adonisjs/lucid/services/db'
import { OF_OPEN_COMPANY } from '#app/platform/timers/schedules'

const COUNTED = 100_000

type Figures = {
  timersWaiting: number
  timersLate: number
  timersDead: number
  schedulesLate: number
  mailsWaiting: number
  mailsLag: number
  mailsUndecided: number
}

/** Of the whole installation, each counted to 100,000 and read along an index. */
export async function installationFigures() {
  const { rows } = await db.connection('system').rawQuery<{ rows: Figures[] }>(`select
    ${counted(`pgboss.job where name = 'timers' and state < 'active'`)} as "timersWaiting",
    ${lag(`select min(start_after) from pgboss.job where name = 'timers' and state < 'active'`)} as "timersLate",
    ${counted(`pgboss.job where name = 'timers.dead' and state < 'active'`)} as "timersDead",
    ${lag(`select min(next_at) from schedules where state = 'active' and ${OF_OPEN_COMPANY}`)} as "schedulesLate",
    ${counted('turns')} as "mailsWaiting",
    ${lag('select min(asked_at) from (select asked_at from turns limit 100000) found')} as "mailsLag",
    ${counted(`deliveries where state = 'unknown' and resolved_at is null`)} as "mailsUndecided"`)
  return rows[0]
}

/** Providers that are out of order, by name. */
export async function providersDown(): Promise<{ name: string; isDown: boolean }[]> {
  const rows = await db.connection('system').from('providers').select('name', 'retry_at')
  return rows.map(({ name, retry_at: retryAt }) => ({ name, isDown: retryAt !== null }))
}

const counted = (from: string) => `(select count(*) from (select from ${from} limit ${COUNTED}) found)`
const lag = (oldest: string) =>
  `greatest(0, coalesce(extract(epoch from clock_timestamp() - (${oldest})), 0))::float8`
