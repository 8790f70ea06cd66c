import { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { QrCodeSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import QrAssignment, { type QrBindingEnd, type QrBindingPlace } from '#app/qr_codes/qr_assignment'
import QrBatch from '#app/qr_codes/qr_batch'
import { phraseOf } from '#app/qr_codes/qr_phrase'
import { urlOf } from '#app/qr_codes/qr_token'
import { grouped } from '#app/qr_codes/short_code'
import type { TypedCode } from '#app/qr_codes/typed_code'
import { QrCodeAssigned, QrCodeLost, QrCodeReleased, QrCodeRetired } from '#app/qr_codes/qr_code_events'
import {
  QrCodeOutOfUseError,
  QrCodeStateError,
  QrCodeTakenError,
  QrCustomerArchivedError,
  UndoOverError,
} from '#app/qr_codes/errors'

export const QR_CODE_STATES = ['blank', 'assigned', 'retired', 'lost'] as const
export type QrCodeState = (typeof QR_CODE_STATES)[number]

/** What may follow what: out of use is left for blank, and what is lost may turn out to be gone for good. */
const NEXT: Record<QrCodeState, readonly QrCodeState[]> = {
  blank: ['assigned', 'retired', 'lost'],
  assigned: ['blank', 'retired', 'lost'],
  retired: ['blank'],
  lost: ['blank', 'retired'],
}

type By = { by: User | null }
type Binding = By & { replacing?: string | null; from?: QrBindingPlace | null }

/** A printed code: blank at first, then bound to a customer. Its link never changes. */
export default class QrCode extends QrCodeSchema {
  static history = ['state', 'customerId'] as const

  @column()
  declare state: QrCodeState

  @belongsTo(() => QrBatch)
  declare batch: BelongsTo<typeof QrBatch>

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  /** The company's code that somebody named; another company's code does not exist here. */
  static named(code: TypedCode) {
    return this.query().where(code).first()
  }

  /** To whoever works with codes, if only to bind them. */
  static areShownTo(user: User) {
    return user.may('read', 'qr_codes') || user.may('assign', 'qr_codes')
  }

  static boundTo(customer: { id: string }, reader: User) {
    const codes = this.query().where('customerId', customer.id).orderBy('assignedAt', 'desc')
    return codes.if(!this.areShownTo(reader), (none) => none.whereRaw('false'))
  }

  /** Brings along whose the codes are, as far as the reader may see those customers. */
  static async nameCustomers(codes: QrCode[], reader: User) {
    const seen = await Customer.seenOf(
      codes.map(({ customerId }) => customerId),
      reader
    )
    for (const code of codes) code.$setRelated('customer', seen.get(code.customerId!) ?? null)
    return codes
  }

  get isAssigned() {
    return this.state === 'assigned'
  }

  get isOutOfUse() {
    return this.state === 'retired' || this.state === 'lost'
  }

  get displayCode() {
    return grouped(this.shortCode)
  }

  get phrase() {
    return phraseOf(this.token)
  }

  urlAt(host: string) {
    return urlOf(this.token, host)
  }

  /**
   * Binds the code to a customer. One bound to somebody else changes hands only when `replacing` names them: who
   * confirms sees whom they take it from, and of two binders at once one wins. From a customer whom they may not see
   * nobody takes it.
   */
  async assign(customer: Customer, { by, replacing = null, from = null }: Binding) {
    await this.lock()
    if (this.isOutOfUse) throw new QrCodeOutOfUseError()
    if (customer.isArchived) throw new QrCustomerArchivedError()
    const present = await this.assignment()
    if (present?.customerId === customer.id) return present
    if (present) await this.requireTaking(present, replacing, by)
    const assignment = await this.bind(customer, present, { by, from })
    await QrCodeAssigned.record(this, {
      customerId: customer.id,
      previousCustomerId: present?.customerId ?? null,
    })
    return assignment
  }

  /** Takes a binding back while its maker may; a code that changed hands goes back to whom it was taken from. */
  async undo(assignment: QrAssignment, { by }: { by: User }) {
    await this.lock()
    const present = await this.assignment()
    if (assignment.endedBy === by.id) return
    if (present?.id !== assignment.id || !present.isUndoableBy(by)) throw new UndoOverError()
    const replaced = await present.replaced()
    await this.leave('blank', by, QrCodeReleased, 'undone')
    if (replaced) await this.assign(replaced.customer, { by, from: replaced.boundFrom })
  }

  /** Back to blank, ready for another customer; also how a lost or retired code comes back into use. */
  async release({ by }: By) {
    await this.leave('blank', by, QrCodeReleased)
  }

  async retire({ by }: By) {
    await this.leave('retired', by, QrCodeRetired)
  }

  async reportLost({ by }: By) {
    await this.leave('lost', by, QrCodeLost)
  }

  // Only an assigned code has an open assignment to look for.
  private async assignment() {
    return this.isAssigned ? QrAssignment.openOf(this.id) : null
  }

  private async requireTaking(
    { customerId, customer }: QrAssignment,
    replacing: string | null,
    by: User | null
  ) {
    const seen = by ? await Customer.seenOf([customerId], by) : new Map([[customerId, customer]])
    if (customerId !== replacing || !seen.has(customerId))
      throw new QrCodeTakenError(seen.get(customerId) ?? null)
  }

  private async bind(customer: Customer, present: QrAssignment | null, { by, from }: Binding) {
    const at = DateTime.utc()
    await present?.end({ by, at, as: 'moved' })
    this.state = 'assigned'
    this.customerId = customer.id
    this.assignedAt = at
    await this.save()
    return QrAssignment.create({
      qrCodeId: this.id,
      customerId: customer.id,
      assignedBy: by?.id ?? null,
      assignedAt: at,
      boundFrom: from ?? null,
    })
  }

  private async leave(
    state: Exclude<QrCodeState, 'assigned'>,
    by: User | null,
    event: typeof QrCodeReleased,
    as: QrBindingEnd = state
  ) {
    await this.lock()
    if (this.state === state) return
    if (!NEXT[this.state].includes(state)) throw new QrCodeStateError()
    const { customerId } = this
    const present = await this.assignment()
    await present?.end({ by, at: DateTime.utc(), as })
    this.state = state
    this.customerId = null
    this.assignedAt = null
    await this.save()
    await event.record(this, { customerId })
  }

  // Binders of one code queue here; each then sees what the one before did.
  private async lock() {
    await lockRow(this)
  }
}
