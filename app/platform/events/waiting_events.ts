import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export type WaitingEvent = {
  seq: number
  tenant_id: string
  event_id: string
  trace_parent: string | null
  /** How many turns its company has where another has one. */
  weight: number
}

/** Whoever holds this advisory lock is the relay whose turn it is. */
export const TURN = '77, 0'
const FIRST = '00000000-0000-0000-0000-000000000000'
const WEIGHT = 'coalesce(tenants.turn_weight, 1)'

const OURS = `turn as materialized (select pg_try_advisory_xact_lock(${TURN}) as is_ours)`

const OLDEST = `
  with ${OURS}
  select seq, tenant_id, event_id, trace_parent, ${WEIGHT} as weight
  from (select * from outbox where (select is_ours from turn) and seq <> all(:held::bigint[]) order by seq limit :count) oldest
  left join tenants on tenants.id = tenant_id order by seq`

/** How many times its share a company offers, for the places that others leave free. */
const OFFER = 4

// `companies` walks from company to company along the index, one probe each, however much waits there.
const IN_TURN = `
  with recursive ${OURS}, companies as (
    (select tenant_id from outbox where (select is_ours from turn) and tenant_id > :served order by tenant_id limit 1)
    union all
    select next.tenant_id from companies, lateral (
      select tenant_id from outbox where tenant_id > companies.tenant_id order by tenant_id limit 1) next
  ), chosen as (
    select found.tenant_id, ${WEIGHT} as weight from (select tenant_id from companies limit :count) found
    left join tenants on tenants.id = found.tenant_id
  ), offered as (
    select own.*, weight, row_number() over (partition by own.tenant_id order by seq)::float8 / weight as turn
    from chosen, lateral (
      select seq, tenant_id, event_id, trace_parent from outbox
      where tenant_id = chosen.tenant_id and seq <> all(:held::bigint[])
      order by seq limit ceil(${OFFER} * :count * weight / (select sum(weight) from chosen)::float8)
    ) own
  )
  select seq, tenant_id, event_id, trace_parent, weight
  from (select * from offered order by turn, seq limit :count) taken order by seq`

/** What waits in the outbox: all of it, or where that is too much at once, some of each company in turn. */
export class WaitingEvents {
  /** Whether there was more than could be taken. */
  isMore = false
  #served = FIRST

  /** Up to `count` but those that are `held`, locked for the length of the transaction; those of one subject in their order. */
  async take(trx: TransactionClientContract, count: number, held: number[]) {
    // Whoever takes turns goes on with it until nothing is left.
    const more = this.isMore ? await this.#inTurn(trx, count, held) : []
    if (more.length > 0) return more
    const oldest = await this.#read(trx, OLDEST, { held, count })
    this.isMore = oldest.length === count
    return this.isMore ? this.#inTurn(trx, count, held) : oldest
  }

  async #inTurn(trx: TransactionClientContract, count: number, held: number[]): Promise<WaitingEvent[]> {
    const rows = await this.#read(trx, IN_TURN, { held, count, served: this.#served })
    const companies = new Set(rows.map(({ tenant_id: id }) => id))
    const hadBegun = this.#served !== FIRST
    this.#served = companies.size < count ? FIRST : [...companies].sort().at(-1)!
    return rows.length === 0 && hadBegun ? this.#inTurn(trx, count, held) : rows
  }

  async #read(trx: TransactionClientContract, sql: string, values: Record<string, unknown>) {
    const { rows } = await trx.rawQuery<{ rows: WaitingEvent[] }>(sql, values as never)
    return rows
  }
}
