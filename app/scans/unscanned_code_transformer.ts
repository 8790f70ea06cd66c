import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type QrCode from '#app/qr_codes/qr_code'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'

export default class UnscannedCodeTransformer extends BaseTransformer<QrCode> {
  constructor(
    resource: QrCode,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const { id, name } = this.resource.batch
    return { ...new QrCodeTransformer(this.resource, this.reader).toObject(), batch: { id, name } }
  }
}
