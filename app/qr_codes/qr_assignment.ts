import { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { QrAssignmentSchema } from '#database/schema'
import User from '#app/identity/user'
import Customer from '#app/customers/customer'
import QrCode from '#app/qr_codes/qr_code'

const UNDO_SECONDS = 60

/** Where a code was bound: on the road, at a desk, or by a line of a file. */
export type QrBindingPlace = 'field' | 'desk' | 'file'
export type QrBindingEnd = 'moved' | 'undone' | 'blank' | 'retired' | 'lost'

/** A time during which a code was bound to a customer. The open one has no end. */
export default class QrAssignment extends QrAssignmentSchema {
  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  @belongsTo(() => QrCode)
  declare qrCode: BelongsTo<typeof QrCode>

  @belongsTo(() => User, { foreignKey: 'assignedBy' })
  declare binder: BelongsTo<typeof User>

  @belongsTo(() => User, { foreignKey: 'endedBy' })
  declare ender: BelongsTo<typeof User>

  @column()
  declare boundFrom: QrBindingPlace | null

  @column()
  declare endedAs: QrBindingEnd | null

  static openOf(qrCodeId: string) {
    return this.query().where('qrCodeId', qrCodeId).whereNull('endedAt').preload('customer').first()
  }

  /** The latest first, with the customers whom the reader may see. */
  static async historyOf(qrCodeId: string, reader: User) {
    const history = await this.query()
      .where('qrCodeId', qrCodeId)
      .preload('binder')
      .preload('ender')
      .orderBy('assignedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
    const seen = await Customer.seenOf(
      history.map(({ customerId }) => customerId),
      reader
    )
    for (const one of history) one.$setRelated('customer', seen.get(one.customerId) ?? null)
    return history
  }

  isUndoableBy(user: User) {
    return this.undoSecondsFor(user) > 0
  }

  /** How long its maker may still take it back. */
  undoSecondsFor(user: User) {
    const end = this.assignedAt.plus({ seconds: UNDO_SECONDS })
    const isOwn = this.assignedBy === user.id && !this.endedAt
    return isOwn ? Math.max(0, Math.ceil(end.diff(DateTime.utc()).as('seconds'))) : 0
  }

  /** The binding that this one took the place of, if it did. */
  replaced() {
    return QrAssignment.query()
      .where('qrCodeId', this.qrCodeId)
      .where('endedAt', this.assignedAt.toISO()!)
      .preload('customer')
      .first()
  }

  async end({ by, at, as }: { by: User | null; at: DateTime; as: QrBindingEnd }) {
    this.endedAs = as
    this.endedAt = at
    this.endedBy = by?.id ?? null
    await this.save()
  }
}
