import db from '@adonisjs/lucid/services/db'
import { aloneWith } from '#app/platform/history/alone_with'
import Archive from '#app/platform/history/archive'
import type { ArchivedEntry } from '#app/platform/history/archive_file'
import { acrossTenants, Current, SYSTEM } from '#app/platform/database/current'
import { faultPoint } from '#app/platform/events/fault_point'
import { HistoryErased } from '#app/platform/history/history_events'

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

  run() {
    return aloneWith(this.tenantId, async () => (await this.#eraseAtHand()) + (await this.#eraseInArchives()))
  }

  async #eraseAtHand() {
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

  // What has left for an archive loses its words too, in a file that takes the place of the old one.
  async #eraseInArchives() {
    let count = 0
    const archives = await acrossTenants((trx) => Archive.readableOf(this.tenantId, 'events', trx))
    for (const archive of archives) {
      const ids = new Set<string>()
      for await (const entry of archive.entries()) if (this.#isOf(entry)) ids.add(entry.id)
      if (ids.size === 0) continue
      await this.#name([...ids])
      await archive.rewrite(({ id }) => ids.has(id))
      await this.#forgetSalts([...ids])
      count += ids.size
    }
    return count
  }

  #isOf({ words }: ArchivedEntry) {
    const said = words?.includes(this.recordId) ? (JSON.parse(words) as unknown[]) : []
    return said[8] === this.recordId || (said[11] === this.recordId && said[10] !== 'history')
  }

  #name(eventIds: string[]) {
    return Current.run({ tenantId: this.tenantId, actor: this.actor }, async () => {
      for (let from = 0; from < eventIds.length; from += STEP)
        await HistoryErased.record(
          { id: this.recordId },
          { recordId: this.recordId, eventIds: eventIds.slice(from, from + STEP) }
        )
    })
  }

  #forgetSalts(ids: string[]) {
    return acrossTenants((trx) =>
      trx.rawQuery('update event_links set salt = null where tenant_id = ? and event_id = any(?::uuid[])', [
        this.tenantId,
        ids,
      ])
    )
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
