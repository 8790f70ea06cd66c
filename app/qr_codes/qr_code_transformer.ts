import { BaseTransformer } from '@adonisjs/core/transformers'
import type QrCode from '#app/qr_codes/qr_code'

export default class QrCodeTransformer extends BaseTransformer<QrCode> {
  toObject() {
    const { id, displayCode, phrase, state, position, assignedAt, customer } = this.resource
    return {
      id,
      shortCode: displayCode,
      phrase,
      state,
      position,
      assignedAt: assignedAt?.toUTC().toISO() ?? null,
      customer: customer ? { id: customer.id, name: customer.name, address: customer.address } : null,
    }
  }
}
