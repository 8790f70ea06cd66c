import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { VendorTellingSchema } from '#database/schema'

/** Something that a vendor told by itself: it is told again until we have answered, and counts once. */
export default class VendorTelling extends VendorTellingSchema {
  /** Those of the keys that are new, in the caller's unit: together with what they ask for, or not at all. */
  static async takeOnce(vendorConnectionId: string, keys: string[]) {
    // In one order, so that two who take the same never wait for each other.
    const sorted = [...new Set(keys)].sort()
    const { rows } = await db.rawQuery<{ rows: { key: string }[] }>(
      `insert into vendor_tellings (id, vendor_connection_id, key, told_at)
        select id, ?, key, now() from unnest(?::uuid[], ?::text[]) as told (id, key)
        on conflict do nothing returning key`,
      [vendorConnectionId, sorted.map(() => newId()), sorted]
    )
    return new Set(rows.map(({ key }) => key))
  }

  /** When it told of something for the last time, ISO 8601. */
  static async lastOf(vendorConnectionId: string) {
    const last = await this.query().where({ vendorConnectionId }).orderBy('toldAt', 'desc').first()
    return last?.toldAt.toUTC().toISO() ?? null
  }
}
