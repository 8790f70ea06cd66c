import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { ReceivedWebhookSchema } from '#database/schema'

/** An event that a webhook of a vendor named. It is sent again until we have answered, and counts once. */
export default class ReceivedWebhook extends ReceivedWebhookSchema {
  /** Those of the keys that are new, in the caller's unit: together with what they ask for, or not at all. */
  static async takeOnce(vendorConnectionId: string, keys: string[]) {
    // In one order, so that two who take the same never wait for each other.
    const sorted = [...new Set(keys)].sort()
    const { rows } = await db.rawQuery<{ rows: { key: string }[] }>(
      `insert into received_webhooks (id, vendor_connection_id, key, received_at)
        select id, ?, key, now() from unnest(?::uuid[], ?::text[]) as received (id, key)
        on conflict do nothing returning key`,
      [vendorConnectionId, sorted.map(() => newId()), sorted]
    )
    return new Set(rows.map(({ key }) => key))
  }

  /** When the last one came, ISO 8601. */
  static async lastOf(vendorConnectionId: string) {
    const last = await this.query().where({ vendorConnectionId }).orderBy('receivedAt', 'desc').first()
    return last?.receivedAt.toUTC().toISO() ?? null
  }
}
