import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { BlockedAddressSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { lockRow } from '#app/platform/database/row_lock'
import type User from '#app/identity/user'
import type Delivery from '#app/deliveries/delivery'
import { BlockedAddressCleared, BlockedAddressCreated } from '#app/deliveries/blocked_address_events'

export type BlockReason = 'bounced' | 'complained'

const LONGEST = 500
const WORDS = {
  bounced: 'There is no such mailbox, so nothing is sent to this address until somebody clears it',
  complained:
    'Its owner called a mail of ours spam, so nothing is sent to this address until somebody clears it',
}

/** An address that takes no more of a company's mails, by the word of its mail server or of its owner. */
export default class BlockedAddress extends BlockedAddressSchema {
  declare reason: BlockReason

  static inForce() {
    return this.query().whereNull('clearedAt')
  }

  /** Those among these addresses, by how they are written there. */
  static async among(addresses: string[]) {
    const found = await this.inForce().whereIn(
      'address',
      addresses.map((one) => one.toLowerCase())
    )
    return new Map(addresses.map((one) => [one, found.find(({ address }) => address === one.toLowerCase())]))
  }

  /** Those that somebody may read of: no customer's to whom customers or their addresses are hidden. */
  static visibleTo(user: User) {
    const all = this.inForce()
    return user.rights.seeAll && user.fields('leads').shows('contactEmail')
      ? all
      : all.whereNot('recipientKind', 'customer')
  }

  /** Hears it twice as calmly as once. */
  static async block(delivery: Delivery, { reason, detail }: { reason: BlockReason; detail: string | null }) {
    const id = newId()
    const { rows } = await db.rawQuery<{ rows: object[] }>(
      `insert into blocked_addresses (id, address, recipient_kind, reason, detail, delivery_id, blocked_at)
       values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, address) where cleared_at is null do nothing returning id`,
      [
        id,
        delivery.recipient.toLowerCase(),
        delivery.recipientKind,
        reason,
        detail?.slice(0, LONGEST) ?? null,
        delivery.id,
        DateTime.utc().toISO(),
      ]
    )
    if (rows.length > 0) await BlockedAddressCreated.record({ id }, { reason, deliveryId: delivery.id })
  }

  /** Why nothing leaves for it. */
  get refusal() {
    return { code: 'E_ADDRESS_BLOCKED', error: WORDS[this.reason] }
  }

  /** Somebody knows that it works again. */
  async clear() {
    await lockRow(this)
    if (this.clearedAt) return
    await Object.assign(this, { clearedAt: DateTime.utc() }).save()
    await BlockedAddressCleared.record(this, { reason: this.reason })
  }
}
