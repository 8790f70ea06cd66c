import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { CrmSyncSchema } from '#database/schema'
import { timers } from '#app/platform/timers/timers'
import Customer from '#app/customers/customer'
import type User from '#app/identity/user'
import { CrmSyncRunningError } from '#app/crm_connections/errors'
import type CrmConnection from '#app/crm_connections/crm_connection'
import { CrmSyncContinued, CrmSyncEnded, CrmSyncStarted } from '#app/crm_connections/crm_sync_events'
import type { Met } from '#app/crm_connections/crm_newcomers'
import type { Outcome } from '#app/crm_connections/crm_push'

const HELD_FOR = { minutes: 2 }

/**
 * All customers on their way to the connected system: told beforehand (`preview`) or written (`write`). After them come
 * those who are only there.
 */
export default class CrmSync extends CrmSyncSchema {
  declare purpose: 'preview' | 'write'
  declare state: 'running' | 'paused' | 'done' | 'stopped'

  static latest() {
    return this.query().orderBy('id', 'desc').first()
  }

  /** The customers that there are, without those who left. */
  static customers() {
    return Customer.query().whereNull('customers.archived_at')
  }

  static async start(connection: CrmConnection, purpose: CrmSync['purpose'], by: User) {
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 4))', [connection.tenantId])
    if (await this.query().whereNull('endedAt').first()) throw new CrmSyncRunningError()
    const [{ $extras: counted }] = await this.customers().count('*', 'count')
    const sync = await this.create({
      crmConnectionId: connection.id,
      purpose,
      state: 'running',
      total: Number(counted.count),
      startedBy: by.id,
    })
    await CrmSyncStarted.record(sync, { purpose })
    return sync
  }

  get isOver() {
    return this.endedAt !== null && this.endedAt !== undefined
  }

  /** How many of each outcome so far. */
  async counts() {
    const rows: { outcome: Outcome; count: string }[] = await db
      .from('crm_sync_rows')
      .where({ tenant_id: this.tenantId, crm_sync_id: this.id })
      .groupBy('outcome')
      .select('outcome')
      .count('*', 'count')
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, Number(count)]))
  }

  async pause() {
    await this.turn(['running'], 'paused')
  }

  /** Paused by itself, and by itself it goes on. */
  async rest(until: DateTime) {
    if (!(await this.turn(['running'], 'paused', { restsUntil: until }))) return
    const { id: syncId, tenantId } = this
    await timers.schedule('crm_sync_rest', { tenantId, syncId }, { startAfter: until }, { key: syncId })
  }

  async endRest() {
    if (this.restsUntil) await this.resume()
  }

  /** From the customer after the last one on. */
  async resume() {
    if (await this.turn(['paused'], 'running')) await this.goOn()
  }

  /** The next to come walks on, and whoever is still at it stops. */
  async goOn() {
    const [{ step }] = await CrmSync.query().where('id', this.id).increment('step').returning('step')
    await CrmSyncContinued.record(this, { step })
  }

  /** What was written stays written, and each customer's row says so. */
  async end(state: 'done' | 'stopped') {
    const isEnding = await this.turn(['running', 'paused'], state, { endedAt: DateTime.utc() })
    await db.rawQuery('delete from crm_sync_marks where crm_sync_id = ?', [this.id])
    if (isEnding) await CrmSyncEnded.record(this, { outcome: state })
  }

  /** Our own are through. */
  async turnToPeople() {
    await CrmSync.query().where('id', this.id).update({ walkedAt: DateTime.utc().toISO() })
  }

  /** What was read of those who are only there; read twice, it counts once. */
  async notePeople(from: string | null, cursor: string | null, met: Met & { read: number }) {
    const present = await CrmSync.query().where('id', this.id).forUpdate().firstOrFail()
    if (present.peopleCursor !== from) return
    await present
      .merge({
        peopleCursor: cursor,
        peopleRead: present.peopleRead + met.read,
        peopleUnknown: present.peopleUnknown + met.unknown,
        peopleAlike: present.peopleAlike + met.alike,
        heldUntil: DateTime.utc().plus(HELD_FOR),
      })
      .save()
  }

  /** One at a time walks on; whoever died leaves it after a while. */
  async hold() {
    if (this.heldUntil && this.heldUntil > DateTime.utc()) return false
    this.heldUntil = DateTime.utc().plus(HELD_FOR)
    await this.save()
    return true
  }

  holdOn() {
    return CrmSync.query()
      .where('id', this.id)
      .update({ heldUntil: DateTime.utc().plus(HELD_FOR).toISO() })
  }

  /** Others may walk on at once. */
  async leave(afterId: string | null) {
    await CrmSync.query().where('id', this.id).update({ afterId, heldUntil: null })
  }

  private async turn(
    from: CrmSync['state'][],
    state: CrmSync['state'],
    { endedAt = null, restsUntil = null }: { endedAt?: DateTime | null; restsUntil?: DateTime | null } = {}
  ) {
    const present = await CrmSync.query().where('id', this.id).forUpdate().firstOrFail()
    if (!from.includes(present.state)) return false
    for (const sync of [this, present]) Object.assign(sync, { state, endedAt, restsUntil })
    await present.save()
    return true
  }
}
