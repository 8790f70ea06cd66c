import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { acrossTenants } from '#app/platform/database/current'
import { DeviceSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { hashOf } from '#app/platform/secret'
import { live } from '#app/platform/live/live'
import { STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import type Identity from '#app/identity/identity'

export type DeviceFacts = { browser: string; system: string; ip: string }

/** A browser in which one person has signed in: it is known again by the key it keeps in a cookie. */
export default class Device extends DeviceSchema {
  static connection = 'system'

  static of(identity: Identity) {
    return this.query().where('identityId', identity.id)
  }

  /** One statement, whether or not somebody has this address. */
  static async isKnown(email: string, key: string) {
    const device = await this.query()
      .join('identities', 'identities.id', 'devices.identity_id')
      .where('identities.email', email)
      .where('devices.key_hash', hashOf(key))
      .select('devices.id')
      .first()
    return device !== null
  }

  /** The device of this key, which is made known when the person comes with it for the first time. */
  static async recognise(identity: Identity, key: string, facts: DeviceFacts & { isRemembered: boolean }) {
    const now = DateTime.utc().toISO()
    const { browser, system, ip, isRemembered } = facts
    const { rows } = await db.connection('system').rawQuery<{ rows: { id: string; is_new: boolean }[] }>(
      `insert into devices (id, identity_id, key_hash, browser, system, ip, is_remembered, last_seen_at, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (identity_id, key_hash) do update set browser = excluded.browser, system = excluded.system,
         ip = excluded.ip, is_remembered = excluded.is_remembered, last_seen_at = excluded.last_seen_at
       returning id, xmax = 0 as is_new`,
      [newId(), identity.id, hashOf(key), browser, system, ip, isRemembered, now, now]
    )
    return { id: rows[0].id, isNew: rows[0].is_new }
  }

  static async isOneOfSeveral(identity: Identity) {
    return (await this.of(identity).select('id').limit(2)).length > 1
  }

  static async notePresence(id: string, ip: string) {
    await this.query().where('id', id).update({ ip, lastSeenAt: DateTime.utc().toISO() })
  }

  /** Which of the devices have an open session. */
  static async signedIn(identity: Identity) {
    const rows: { device_id: string }[] = await db
      .connection('system')
      .from('sessions')
      .where('user_id', identity.id)
      .where('expires_at', '>', new Date())
      .whereNotNull('device_id')
      .distinct('device_id')
    return new Set(rows.map((row) => row.device_id))
  }

  /** Ends its sessions; it is a stranger when it comes again. */
  async forget() {
    await this.delete()
  }

  /** Ends every session of the person except those on one device, and forgets the others. */
  static async forgetOthersOf(identity: Identity, deviceId: string | null) {
    await acrossTenants(async (trx) => {
      const others = (key: string) => (query: ReturnType<typeof trx.from>) =>
        query.whereNull(key).orWhereNot(key, deviceId!)
      const sessions = trx.from('sessions').where('user_id', identity.id)
      const devices = trx.from('devices').where('identity_id', identity.id)
      await (deviceId ? sessions.where(others('device_id')) : sessions).delete()
      await (deviceId ? devices.whereNot('id', deviceId) : devices).delete()
    })
  }

  /** Ends every session of the person except one, and forgets the devices they were on. */
  static async forgetAllOf(identity: Identity, here?: { sessionId: string; deviceId?: string }) {
    await acrossTenants(async (trx) => {
      const sessions = trx.from('sessions').where('user_id', identity.id)
      const devices = trx.from('devices').where('identity_id', identity.id)
      if (here) sessions.whereNot('id', hashOf(here.sessionId))
      if (here?.deviceId) devices.whereNot('id', here.deviceId)
      await sessions.delete()
      await devices.delete()
      // The one that stays opens its stream anew.
      await live.tellOutside(trx, STREAMS_CHANNEL, { cut: identity.id })
    })
  }
}
