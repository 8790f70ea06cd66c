import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants } from '#app/platform/database/current'
import { BREAKER, type ProviderConfig } from '#config/providers'
import type { Failure, Outcome } from '#app/platform/sending/posting'
import { takeTurns, type Held } from '#app/platform/sending/turn_taking'
import { PRIORITIES, type Turn } from '#app/platform/sending/turns'

type Permit = { permits: number; wait: number; served: string[]; waiting: number[] }
/** What is handed out now, and how many milliseconds to wait until there may be more. */
export type Share = { turns: Turn[]; wait: number }

/** A tenth of a second's worth may leave at once; the rest of a rate leaves evenly. */
const BURST = 0.1
const POLL = 1000

/**
 * Who carries messages out of the house. Its rate and its breaker are kept in one row, which all processes share and
 * which outlives them; whoever hands out turns has the row for as long as that takes.
 */
export class Provider {
  /** As it was when turns were last taken. */
  #isInOrder = false

  constructor(private config: ProviderConfig) {}

  get name() {
    return this.config.name
  }

  async register() {
    await acrossTenants((trx) =>
      trx.rawQuery('insert into providers (name) values (?) on conflict do nothing', [this.name])
    )
  }

  /** Hands out up to `count` turns, as far as rate and breaker allow. `claim` writes in the same transaction. */
  share(
    count: number,
    held: Held,
    claim: (trx: TransactionClientContract, turns: Turn[]) => Promise<Turn[]>
  ) {
    return acrossTenants(async (trx): Promise<Share> => {
      const permit = await this.#permit(trx, count)
      if (permit.permits === 0) return { turns: [], wait: permit.wait }
      const taken = await takeTurns(trx, { name: this.name, ...permit }, permit.permits, held)
      const turns = taken.length > 0 ? await claim(trx, taken) : []
      await this.#spend(trx, turns.length)
      const isMore = taken.length === permit.permits || turns.length < taken.length
      return { turns, wait: isMore ? 0 : POLL }
    })
  }

  /** Learns from how it went with one message. Resolves to whether it is out of order, so that the message is not to blame. */
  async heard(outcome: Outcome) {
    if (outcome.state !== 'sent' && outcome.isProviderDown) return this.#failed(outcome)
    if (!this.#isInOrder) await this.#answered()
    return false
  }

  async #answered() {
    await db.connection('system').rawQuery(
      `update providers set failures = 0, openings = 0, opened_at = null, retry_at = null, is_probing = false
       where name = ? and (failures > 0 or opened_at is not null)`,
      [this.name]
    )
  }

  async #failed({ code, error }: Failure) {
    this.#isInOrder = false
    const { rows } = await acrossTenants((trx) =>
      trx.rawQuery<{ rows: { is_open: boolean }[] }>(
        `with now as materialized (select clock_timestamp() as at),
         before as (select p.name, p.opened_at is null and p.failures + 1 >= :failures as opens,
             p.opened_at is not null and p.is_probing as reopens, p.openings
           from providers p where p.name = :name for update)
         update providers p set failures = p.failures + 1, error_code = :code, error = :error,
           opened_at = case when before.opens then now.at else p.opened_at end,
           openings = p.openings + case when before.opens or before.reopens then 1 else 0 end,
           retry_at = case when before.opens or before.reopens
             then now.at + least(:wait * power(2, p.openings), :longestWait) * interval '1 second' else p.retry_at end,
           is_probing = false
         from before, now where p.name = before.name
         returning p.opened_at is not null as is_open`,
        { name: this.name, code, error, ...BREAKER }
      )
    )
    return rows[0]?.is_open ?? false
  }

  /** The next turn tries it now, instead of when its time has come. */
  static async tryNow(name: string) {
    const { rowCount } = await acrossTenants((trx) =>
      trx.rawQuery<{ rowCount: number }>(
        `update providers set retry_at = clock_timestamp(), is_probing = false where name = ? and opened_at is not null`,
        [name]
      )
    )
    return rowCount === 1
  }

  // The allowance is read with the clock of the database: processes on several machines share it.
  // Each priority is one probe of the index: "exists" may be answered by reading all that waits. Nor does the rest of the
  // transaction collect all that waits to sort it, which looks cheap to a planner that takes the queue for empty.
  async #permit(trx: TransactionClientContract, count: number): Promise<Permit> {
    const perSecond = this.config.rate?.perSecond ?? null
    const { rows } = await trx.rawQuery<{ rows: (Permit & { opened: boolean; failures: number })[] }>(
      `update providers set
         allowance = least(:burst, allowance + extract(epoch from clock_timestamp() - refilled_at) * :perSecond),
         refilled_at = clock_timestamp(),
         is_probing = opened_at is not null and (is_probing or retry_at <= clock_timestamp()),
         retry_at = case when opened_at is not null and retry_at <= clock_timestamp()
           then clock_timestamp() + :probeWithin * interval '1 second' else retry_at end
       from (select set_config('enable_bitmapscan', 'off', true), array(select one from unnest(cast(:priorities as smallint[])) one
           where (select true from turns where provider = :name and priority = one order by tenant_id, seq limit 1)
         ) as waiting offset 0) line
       where name = :name and cardinality(line.waiting) > 0 and not coalesce(retry_at > clock_timestamp(), false)
       returning floor(allowance)::integer as permits, opened_at is not null as opened, failures, served, line.waiting,
         ceil((1 - allowance) * 1000 / :perSecond)::integer as wait`,
      {
        name: this.name,
        perSecond: perSecond ?? 1e6,
        burst: perSecond === null ? 1e6 : Math.max(1, perSecond * BURST),
        probeWithin: BREAKER.probeWithin,
        priorities: Object.values(PRIORITIES),
      }
    )
    const [row] = rows
    if (!row) return { permits: 0, wait: POLL, served: [], waiting: [] }
    this.#isInOrder = !row.opened && row.failures === 0
    const most = row.opened ? 1 : count
    return {
      permits: Math.min(row.permits, most),
      wait: Math.min(POLL, Math.max(1, row.wait)),
      served: row.served,
      waiting: row.waiting,
    }
  }

  // A try that finds nothing to send is not over: the next turn is still the one that tries.
  async #spend(trx: TransactionClientContract, count: number) {
    if (count === 0)
      await trx.rawQuery(
        'update providers set retry_at = clock_timestamp(), is_probing = false where name = ? and is_probing',
        [this.name]
      )
    else if (this.config.rate)
      await trx.rawQuery('update providers set allowance = allowance - ? where name = ?', [count, this.name])
  }
}
