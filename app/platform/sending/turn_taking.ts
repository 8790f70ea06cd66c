import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PRIORITIES, type Turn } from '#app/platform/sending/turns'

type Row = { tenant_id: string; sender: string; subject_id: string; trace_parent: string | null }
/** `waiting`: the priorities at which something does. */
type Rota = { name: string; served: string[]; waiting: number[] }
/** How many of each company this process is sending just now, and how many it may. */
export type Held = { counts: Map<string, number>; most: number }

/**
 * Takes up to `count` turns out of the queue: what is critical first, and within a priority as many of each company in turn as it weighs,
 * beginning behind the one that was served last. Reads no more of the index than it takes, however much waits there.
 */
export async function takeTurns(
  trx: TransactionClientContract,
  { name, served, waiting }: Rota,
  count: number,
  held: Held
): Promise<Turn[]> {
  const taken: Row[] = []
  for (const priority of Object.values(PRIORITIES).filter((one) => waiting.includes(one))) {
    if (taken.length === count) break
    const wanted = { name, priority, served: served[priority], count: count - taken.length }
    taken.push(...(await take(trx, wanted, rooms(held, taken), held.most)))
  }
  return taken.map((row) => ({
    tenantId: row.tenant_id,
    sender: row.sender,
    subjectId: row.subject_id,
    trace: row.trace_parent,
  }))
}

/** For the companies of which something is under way: how many more may be. */
function rooms({ counts, most }: Held, taken: Row[]) {
  const now = new Map(counts)
  for (const { tenant_id: id } of taken) now.set(id, (now.get(id) ?? 0) + 1)
  return [...now].map(([id, under]) => [id, Math.max(0, most - under)] as const)
}

// `behind` and `before` walk from company to company along the index, one probe each, as far as somebody asks them to. What is
// chosen goes by its place: right after a flood the planner takes the table for empty, and would join the whole of it.
const TAKE = `
  with recursive room as (
    select * from unnest(cast(:ids as uuid[]), cast(:rooms as integer[])) as r (tenant_id, free)
  ),
  behind as (
    (select tenant_id from turns where provider = :name and priority = :priority and tenant_id > :served
      order by tenant_id limit 1)
    union all
    select next.tenant_id from behind, lateral (select tenant_id from turns
      where provider = :name and priority = :priority and tenant_id > behind.tenant_id
      order by tenant_id limit 1) next
  ),
  before as (
    (select tenant_id from turns where provider = :name and priority = :priority and tenant_id <= :served
      order by tenant_id limit 1)
    union all
    select next.tenant_id from before, lateral (select tenant_id from turns
      where provider = :name and priority = :priority and tenant_id > before.tenant_id and tenant_id <= :served
      order by tenant_id limit 1) next
  ),
  companies as (
    select tenant_id, row_number() over () as place from (
      select tenant_id from (select tenant_id from behind limit :visits) one
      union all select tenant_id from (select tenant_id from before limit :visits) other
      limit :visits
    ) found
  ),
  chosen as (
    select own.at, own.sender, own.subject_id, own.round, companies.place,
      ceil(own.round::float8 / coalesce(tenants.turn_weight, 1)) as turn
    from companies left join room using (tenant_id) left join tenants on tenants.id = tenant_id, lateral (
      select at, sender, subject_id, row_number() over (order by seq) as round from (
        select ctid as at, seq, sender, subject_id from turns
        where provider = :name and priority = :priority and tenant_id = companies.tenant_id
        order by seq limit :count
      ) first
    ) own
    where own.round <= coalesce(room.free, :most)
    order by turn, place, round limit :count
  ),
  gone as (
    delete from turns where ctid = any(array(select at from chosen)) returning tenant_id, sender, subject_id, trace_parent
  ),
  taken as (select gone.*, turn, place, round from gone join chosen using (sender, subject_id)),
  noted as (
    update providers set served[cast(:priority as integer) + 1] = last.tenant_id
    from (select tenant_id from taken order by turn desc, place desc, round desc limit 1) last where name = :name
  )
  select tenant_id, sender, subject_id, trace_parent from taken order by turn, place, round`

async function take(
  trx: TransactionClientContract,
  { name, priority, served, count }: { name: string; priority: number; served: string; count: number },
  rooms: (readonly [string, number])[],
  most: number
) {
  const { rows } = await trx.rawQuery<{ rows: Row[] }>(TAKE, {
    ...{ name, priority, served, count, most },
    ids: rooms.map(([id]) => id),
    rooms: rooms.map(([, free]) => free),
    visits: count + rooms.filter(([, free]) => free === 0).length,
  })
  return rows
}
