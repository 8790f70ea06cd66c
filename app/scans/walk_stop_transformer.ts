import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type QrAssignment from '#app/qr_codes/qr_assignment'

export default class WalkStopTransformer extends BaseTransformer<QrAssignment> {
  constructor(
    resource: QrAssignment,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const { id, qrCode, customer, assignedAt, endedAs } = this.resource
    return {
      id,
      code: { id: qrCode.id, shortCode: qrCode.displayCode },
      customer: customer
        ? this.reader
            .fields('customers')
            .shown({ id: customer.id, name: customer.name, address: customer.address })
        : null,
      boundAt: assignedAt.toUTC().toISO()!,
      endedAs,
      isScanned: Boolean(qrCode.firstScannedAt && qrCode.firstScannedAt >= assignedAt),
    }
  }
}
