import { BaseTransformer } from '@adonisjs/core/transformers'
import type QrCode from '#app/qr_codes/qr_code'

export default class StockedCodeTransformer extends BaseTransformer<QrCode> {
  toObject() {
    const { id, displayCode, phrase, position, batch } = this.resource
    return {
      id,
      shortCode: displayCode,
      phrase,
      position,
      batch: { id: batch.id, name: batch.name, isPrinted: batch.printedAt !== null },
    }
  }
}
