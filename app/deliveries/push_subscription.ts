import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import encryption from '@adonisjs/core/services/encryption'
import { PushSubscriptionSchema } from '#database/schema'
import { acrossTenants, Current, SYSTEM } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { hashOf } from '#app/platform/secret'
import type { Outcome } from '#app/platform/sending/posting'
import { GONE, type PushTarget } from '#app/platform/sending/web_push'
import type User from '#app/identity/user'

/** So many devices of one person are told; of more, the one not heard of for longest makes room. */
const MOST = 10

const purposeFor = (id: string) => `push_subscriptions.target:${Current.tenantId}:${id}`

const sealed = (id: string, target: PushTarget) => encryption.encrypt(target, { purpose: purposeFor(id) })

/** A browser of a person that shows messages also while no page is open. Where it is reached is kept sealed. */
export default class PushSubscription extends PushSubscriptionSchema {
  static table = 'push_subscriptions'

  static of({ id }: Pick<User, 'id'>) {
    return this.query().where('userId', id).orderBy('id')
  }

  /** A browser belongs to whoever asked last. */
  static async add(user: User, target: PushTarget, label: string, deviceId: string | null = null) {
    const endpointHash = hashOf(target.endpoint)
    await this.query().where({ endpointHash }).delete()
    const known = await this.of(user)
    for (const old of known.slice(0, Math.max(0, known.length - MOST + 1))) await old.delete()
    const id = newId()
    return this.create({ id, userId: user.id, endpointHash, target: sealed(id, target), label, deviceId })
  }

  /** Whoever signs out on a device hears nothing there any more, of any company. */
  static async forgetOn(deviceId: string) {
    await acrossTenants((trx) => trx.from('push_subscriptions').where('device_id', deviceId).delete())
  }

  /** The browser has another address now. It proves itself with the earlier one and the key of its device. */
  static async renew(endpoint: string, deviceKey: string, target: PushTarget) {
    const found: { id: string; tenant_id: string }[] = await db
      .connection('system')
      .from('push_subscriptions as own')
      .join('devices', 'devices.id', 'own.device_id')
      .where({ 'own.endpoint_hash': hashOf(endpoint), 'devices.key_hash': hashOf(deviceKey) })
      .select('own.id', 'own.tenant_id')
    for (const { id, tenant_id: tenantId } of found)
      await Current.run({ tenantId, actor: SYSTEM }, async () => (await this.find(id))?.moveTo(target))
  }

  async moveTo(target: PushTarget) {
    const endpointHash = hashOf(target.endpoint)
    await PushSubscription.query().where({ endpointHash }).whereNot('id', this.id).delete()
    await Object.assign(this, { endpointHash, target: sealed(this.id, target), error: null }).save()
  }

  get opened() {
    const target = encryption.decrypt<PushTarget>(this.target, purposeFor(this.id))
    if (!target)
      throw new Error('A push subscription cannot be opened: APP_KEY is not the one it was sealed with')
    return target
  }

  /** What the last message came to; a browser that is gone is forgotten. */
  async note(outcome: Outcome) {
    if (outcome.state !== 'sent' && outcome.code === GONE) return this.delete()
    if (outcome.state === 'sent') this.reachedAt = DateTime.utc()
    this.error = outcome.state === 'sent' ? null : outcome.error
    await this.save()
  }
}
