import { randomBytes } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants } from '#app/platform/database/current'
import { faultPoint } from '#app/platform/events/fault_point'
import { GONE, linkAfter, originOf } from '#app/platform/history/chain_link'

type Waiting = { seq: string; tenant_id: string; event_id: string }
type Digested = Waiting & { salt: string; digest: string | null }
type Head = { position: number; link: Buffer }

/** Whoever holds this advisory lock is the one who chains. */
const TURN = '77, 1'
const BATCH = 2000

/**
 * Gives each event its place in the chain of its company, in the order in which events left the outbox as far as anybody
 * could see it: one that commits late comes later, and each comes once. A batch is one transaction, whatever ends it.
 */
export const EventChain = {
  /** How many events it took care of; none while another one is at it. */
  extend() {
    return acrossTenants(async (trx) => {
      const waiting = await takeTurn(trx)
      if (waiting.length === 0) return 0
      const events = await digest(trx, waiting)
      await write(trx, events, await headsOf(trx, events))
      faultPoint('chain.linked')
      await trx.rawQuery('delete from unchained_events where seq = any(?::bigint[])', [
        waiting.map(({ seq }) => seq),
      ])
      return waiting.length
    })
  },

  async extendToEnd() {
    let count = 0
    let found = 0
    do count += found = await this.extend()
    while (found === BATCH)
    return count
  },
}

async function takeTurn(trx: TransactionClientContract) {
  const { rows } = await trx.rawQuery<{ rows: Waiting[] }>(
    `with turn as materialized (select pg_try_advisory_xact_lock(${TURN}) as is_ours)
     select seq, tenant_id, event_id from unchained_events where (select is_ours from turn) order by seq limit ?`,
    [BATCH]
  )
  return rows
}

// The range of ids lets PostgreSQL skip the other months.
async function digest(trx: TransactionClientContract, waiting: Waiting[]) {
  const ids = waiting.map(({ event_id: id }) => id)
  const sorted = [...ids].sort()
  const { rows } = await trx.rawQuery<{ rows: Digested[] }>(
    `select q.seq, q.tenant_id, q.event_id, q.salt,
       case when e.id is not null
         then encode(sha256(decode(q.salt, 'hex') || convert_to(event_words(e), 'UTF8')), 'hex') end as digest
     from unnest(?::bigint[], ?::uuid[], ?::uuid[], ?::text[]) as q (seq, tenant_id, event_id, salt)
     left join events e on e.tenant_id = q.tenant_id and e.id = q.event_id and e.id between ? and ?
     where not exists (select from event_links l where l.tenant_id = q.tenant_id and l.event_id = q.event_id)
     order by q.seq`,
    [
      waiting.map(({ seq }) => seq),
      waiting.map(({ tenant_id: tenantId }) => tenantId),
      ids,
      waiting.map(() => randomBytes(16).toString('hex')),
      sorted[0],
      sorted.at(-1)!,
    ]
  )
  return rows
}

async function headsOf(trx: TransactionClientContract, events: Digested[]) {
  const tenantIds = [...new Set(events.map(({ tenant_id: tenantId }) => tenantId))]
  const { rows } = await trx.rawQuery<{ rows: { id: string; position: number; link: Buffer }[] }>(
    `select tenant.id, head.position::int8, head.link from unnest(?::uuid[]) as tenant (id) cross join lateral (
       select position, link from event_links where tenant_id = tenant.id order by position desc limit 1) as head`,
    [tenantIds]
  )
  return new Map<string, Head>([
    ...tenantIds.map((id) => [id, { position: 0, link: originOf(id) }] as const),
    ...rows.map(({ id, position, link }) => [id, { position: Number(position), link }] as const),
  ])
}

async function write(trx: TransactionClientContract, events: Digested[], heads: Map<string, Head>) {
  const links = events.map(({ tenant_id: tenantId, event_id: eventId, salt, digest: hex }) => {
    const head = heads.get(tenantId)!
    const next = { position: head.position + 1, eventId, digest: hex ? Buffer.from(hex, 'hex') : GONE }
    const link = linkAfter(head.link, next)
    heads.set(tenantId, { position: next.position, link })
    return { ...next, tenantId, salt, link }
  })
  await trx.rawQuery(
    `insert into event_links (tenant_id, position, event_id, salt, digest, link)
     select tenant_id, position, event_id, decode(salt, 'hex'), decode(digest, 'hex'), decode(link, 'hex')
     from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[])
       as given (tenant_id, position, event_id, salt, digest, link)`,
    [
      links.map(({ tenantId }) => tenantId),
      links.map(({ position }) => position),
      links.map(({ eventId }) => eventId),
      links.map(({ salt }) => salt),
      links.map(({ digest: bytes }) => bytes.toString('hex')),
      links.map(({ link }) => link.toString('hex')),
    ]
  )
}
