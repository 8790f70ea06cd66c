import db from '@adonisjs/lucid/services/db'
import string from '@adonisjs/core/helpers/string'

export type Limit = { name: string; requests: number; duration: string }
type Count = { key: string; points: number; expire: number }

/** Counts one more. How many seconds to wait when that is too many, never less than one; 0 while it is not. */
export const waitAt = (limit: Limit, key: string) => longestWait([[limit, key]])

/** Counts one more of each, all in one statement: the longest of the waits. */
export async function longestWait(counted: [Limit, string][]) {
  const now = Date.now()
  const limits = new Map(counted.map(([limit, key]) => [keyOf(limit, key), limit]))
  const ends = [...limits.values()].map(({ duration }) => now + string.milliseconds.parse(duration))
  const { rows } = await system()
    .knexRawQuery(COUNT, [[...limits.keys()], ends, now, now] as never[])
    .options({ name: 'count_limits' })
  const waits = (rows as Count[])
    .filter(({ key, points }) => points > limits.get(key)!.requests)
    .map(({ expire }) => Math.max(1, Math.ceil((expire - now) / 1000)))
  return Math.max(0, ...waits)
}

/** Whether nobody has come with it before: it is remembered for as long as the limit lasts. */
export const isFirst = async (name: string, duration: string, key: string) =>
  (await waitAt({ name, requests: 1, duration }, key)) === 0

export async function forgetCount(limit: Limit, key: string) {
  await system().from('rate_limits').where('key', keyOf(limit, key)).delete()
}

// Keys are counted in one order, so that requests which share some of them wait for each other instead of blocking each
// other. Nobody waits for the disk: what is lost with the power is a count or two.
const COUNT = `
  insert into rate_limits as known (key, points, expire)
  select key, 1, ends from set_config('synchronous_commit', 'off', true),
    unnest(?::text[], ?::bigint[]) as counted (key, ends)
  order by key
  on conflict (key) do update set
    points = case when known.expire <= ? then 1 else known.points + 1 end,
    expire = case when known.expire <= ? then excluded.expire else known.expire end
  returning key, points, expire`

const system = () => db.connection('system')
const keyOf = ({ name }: Limit, key: string) => `${name}:${key}`
