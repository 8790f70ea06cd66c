import db from '@adonisjs/lucid/services/db'
import { acrossTenants, Current, SYSTEM } from '#app/platform/current'
import { faultPoint } from '#app/platform/fault_point'
import { HistoryErased } from '#app/platform/history_events'

type Named = { id: string; is_about: boolean }

const STEP = 500

/**
 * Takes what history says of a person out of it: all that events about their record say, and their name and address on what
 * they did. The chain keeps the digest and loses the salt, so that nothing can be guessed back. What goes is named in an
 * event first; torn off in the middle, doing it again finishes it.
 */
export default class HistoryErasure {
  constructor(
    private tenantId: string,
    private recordId: string,
    private actor = SYSTEM
  ) {}

  async run() {
    let count = 0
    let found: Named[]
    do {
      found = await this.#declare()
      faultPoint('erasure.declared')
      await this.#erase(found)
      count += found.length
    } while (found.length === STEP)
    return count
  }

  /** Those that still say something, named in an event of their own. */
  #declare(): Promise<Named[]> {
    return Current.run({ tenantId: this.tenantId, actor: this.actor }, async () => {
      const { rows } = await db.rawQuery<{ rows: Named[] }>(
        `select id, subject_id = :record as is_about from events where tenant_id = :tenantId and (
           (subject_id = :record and subject_type <> 'history' and (data <> '{}' or changes is not null or ${NAMED})) or
           (actor_id = :record and ${NAMED}))
         order by id limit ${STEP}`,
        { record: this.recordId, tenantId: this.tenantId }
      )
      const eventIds = rows.map(({ id }) => id)
      if (rows.length > 0)
        await HistoryErased.record({ id: this.recordId }, { recordId: this.recordId, eventIds })
      return rows
    })
  }

  #erase(events: Named[]) {
    const about = events.filter(({ is_about: isAbout }) => isAbout).map(({ id }) => id)
    const values = { tenantId: this.tenantId, ids: events.map(({ id }) => id), about }
    return acrossTenants(async (trx) => {
      await trx.rawQuery(
        'update event_links set salt = null where tenant_id = :tenantId and event_id = any(:ids::uuid[])',
        values as never
      )
      await trx.rawQuery(
        `update events set actor_name = null, ip = null, user_agent = null,
           data = case when id = any(:about::uuid[]) then '{}' else data end,
           changes = case when id = any(:about::uuid[]) then null else changes end
         where tenant_id = :tenantId and id = any(:ids::uuid[])`,
        values as never
      )
    })
  }
}

const NAMED = '(actor_name is not null or ip is not null or user_agent is not null)'
