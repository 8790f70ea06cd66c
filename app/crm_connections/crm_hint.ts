import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { CrmHintSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { timers } from '#app/platform/timers/timers'
import type CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'

/** In milliseconds. What comes within it is read once. */
const ROUND = 3000

/** A record to which something has happened in the system outside, as it says: it is to be read. */
export default class CrmHint extends CrmHintSchema {
  /** In the caller's unit. Of records that nobody here has, nothing is kept. */
  static async note(connection: CrmConnection, externalIds: string[]) {
    const ids = await linkedOf(connection, externalIds)
    if (ids.length === 0) return
    const sorted = [...new Set(ids)].sort()
    await db.rawQuery(
      `insert into crm_hints (id, crm_connection_id, external_id, noted_at)
        select id, ?, external_id, now() from unnest(?::uuid[], ?::text[]) as hinted (id, external_id)
        on conflict (tenant_id, crm_connection_id, external_id) do update set noted_at = excluded.noted_at`,
      [connection.id, sorted.map(() => newId()), sorted]
    )
    await this.readSoon(connection)
  }

  /** At the end of this round: webhooks that never cease put nothing off. */
  static readSoon({ id: connectionId, tenantId }: CrmConnection) {
    const round = Math.ceil(Date.now() / ROUND)
    const startAfter = DateTime.fromMillis(round * ROUND)
    const key = `${connectionId} ${round}`
    return timers.schedule('crm_hints', { tenantId, connectionId }, { startAfter }, { key })
  }

  static async next({ id: crmConnectionId }: CrmConnection, limit: number) {
    return [...(await this.query().where({ crmConnectionId }).orderBy('notedAt').orderBy('id').limit(limit))]
  }

  /** It was read, unless it was noted anew meanwhile. */
  settle() {
    return CrmHint.query().where({ id: this.id }).where('notedAt', '<=', this.notedAt.toISO()!).delete()
  }
}

async function linkedOf(connection: CrmConnection, externalIds: string[]) {
  const links = await CrmLink.standing(connection).whereIn('externalId', externalIds).select('externalId')
  return links.map(({ externalId }) => externalId!)
}
