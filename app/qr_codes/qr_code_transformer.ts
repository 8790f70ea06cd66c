import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type QrCode from '#app/qr_codes/qr_code'

export default class QrCodeTransformer extends BaseTransformer<QrCode> {
  constructor(
    resource: QrCode,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const { id, displayCode, phrase, state, position, assignedAt, customer, scans } = this.resource
    return {
      id,
      shortCode: displayCode,
      phrase,
      state,
      position,
      scans,
      firstScannedAt: this.resource.firstScannedAt?.toUTC().toISO() ?? null,
      lastScannedAt: this.resource.lastScannedAt?.toUTC().toISO() ?? null,
      assignedAt: assignedAt?.toUTC().toISO() ?? null,
      customer: customer
        ? this.reader
            .fields('customers')
            .shown({ id: customer.id, name: customer.name, address: customer.address })
        : null,
    }
  }
}
