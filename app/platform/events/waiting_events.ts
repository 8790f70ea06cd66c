import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export type WaitingEvent = {
  seq: number
  tenant_id: string
  event_id: string
  trace_parent: string | null
  /** How many turns its company has where another has one. */
  weight: number
}

/** Of which companies: of those of which few wait, or of those of which many do. */
export type Kind = 'few' | 'many'

/** Whoever holds this advisory lock is the relay whose turn it is. */
export const TURNS: Record<Kind, string> = { few: '77, 0', many: '77, 1' }
const FIRST = '00000000-0000-0000-0000-000000000000'
const WEIGHT = 'coalesce(tenants.turn_weight, 1)'
const FEW = 50
const MOST = 1000
/** Of so many companies at once, each with more than one event. */
const COMPANIES = 200
/** All of a few; of many four times the company's share, for the places that others leave free, but no more than all leave together. */
const OFFER: Record<Kind, string> = {
  few: String(FEW),
  many: `least(${MOST}, ceil(${4 * MOST} * weight / (select sum(weight) from chosen)::float8))`,
}

const ours = (kind: Kind) =>
  `turn as materialized (select pg_try_advisory_xact_lock(${TURNS[kind]}) as is_ours)`

const OLDEST = `
  with ${ours('few')}
  select seq, tenant_id, event_id, trace_parent, ${WEIGHT} as weight
  from (select * from outbox where (select is_ours from turn) and seq <> all(:held::bigint[]) order by seq limit ${MOST}) oldest
  left join tenants on tenants.id = tenant_id order by seq`

// `companies` walks from company to company along the index, one probe each, however much waits there.
const inTurn = (kind: Kind) => `
  with recursive ${ours(kind)}, companies as (
    (select tenant_id from outbox where (select is_ours from turn) and tenant_id > :served order by tenant_id limit 1)
    union all
    select next.tenant_id from companies, lateral (
      select tenant_id from outbox where tenant_id > companies.tenant_id order by tenant_id limit 1) next
  ), chosen as (
    select found.tenant_id, ${WEIGHT} as weight from (
      select tenant_id from companies where ${kind === 'few' ? 'not' : ''} exists (
        select from outbox where tenant_id = companies.tenant_id and seq <> all(:held::bigint[]) order by seq offset ${FEW}
      ) limit ${COMPANIES}
    ) found left join tenants on tenants.id = found.tenant_id
  ), offered as (
    select own.*, weight, row_number() over (partition by own.tenant_id order by seq)::float8 / weight as turn
    from chosen, lateral (
      select seq, tenant_id, event_id, trace_parent from outbox
      where tenant_id = chosen.tenant_id and seq <> all(:held::bigint[])
      order by seq limit ${OFFER[kind]}
    ) own
  )
  select seq, tenant_id, event_id, trace_parent, weight
  from (select * from offered order by turn, seq limit ${MOST}) taken order by seq`

const IN_TURN: Record<Kind, string> = { few: inTurn('few'), many: inTurn('many') }

/** Some of each company in turn; those of one subject in their order. */
class Rotation {
  #served = FIRST

  constructor(private kind: Kind) {}

  /** Whether companies are left whose turn has not come yet. */
  get hasBegun() {
    return this.#served !== FIRST
  }

  async take(trx: TransactionClientContract, held: number[]): Promise<WaitingEvent[]> {
    const { hasBegun } = this
    const rows = await read(trx, IN_TURN[this.kind], { held, served: this.#served })
    const companies = new Set(rows.map(({ tenant_id: id }) => id))
    this.#served = companies.size < COMPANIES ? FIRST : [...companies].sort().at(-1)!
    return rows.length === 0 && hasBegun ? this.take(trx, held) : rows
  }
}

/** What waits of the companies of which many events do. */
export class ManyWaiting {
  /** Whether there is such a company, as far as is known. */
  isMore = false
  #rotation = new Rotation('many')

  async take(trx: TransactionClientContract, held: number[]) {
    const rows = await this.#rotation.take(trx, held)
    this.isMore = rows.length > 0
    return rows
  }
}

/** What waits of all others: while there are none of the first kind, that is simply what is there. */
export class FewWaiting {
  /** Whether there was more than could be taken. */
  isMore = false
  #rotation = new Rotation('few')

  constructor(private many: ManyWaiting) {}

  async take(trx: TransactionClientContract, held: number[]) {
    if (!this.many.isMore && !this.#rotation.hasBegun) {
      const oldest = await read(trx, OLDEST, { held })
      if (oldest.length < MOST) return this.#ofFew(oldest)
      this.many.isMore = true
    }
    const rows = await this.#rotation.take(trx, held)
    this.isMore = rows.length === MOST || this.#rotation.hasBegun
    return rows
  }

  #ofFew(rows: WaitingEvent[]) {
    const counts = new Map<string, number>()
    for (const { tenant_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1)
    const few = rows.filter(({ tenant_id: id }) => counts.get(id)! <= FEW)
    this.isMore = false
    this.many.isMore = few.length < rows.length
    return few
  }
}

async function read(trx: TransactionClientContract, sql: string, values: Record<string, unknown>) {
  const { rows } = await trx.rawQuery<{ rows: WaitingEvent[] }>(sql, values as never)
  return rows
}
