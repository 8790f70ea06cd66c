import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type QrAssignment from '#app/qr_codes/qr_assignment'

export default class QrAssignmentTransformer extends BaseTransformer<QrAssignment> {
  constructor(
    resource: QrAssignment,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const { id, customer, assignedAt, endedAt, binder, ender, boundFrom, endedAs } = this.resource
    return {
      id,
      customer: customer
        ? this.reader
            .fields('customers')
            .shown({ id: customer.id, name: customer.name, address: customer.address })
        : null,
      assignedAt: assignedAt.toUTC().toISO()!,
      endedAt: endedAt?.toUTC().toISO() ?? null,
      boundBy: binder?.name ?? null,
      boundFrom,
      endedBy: ender?.name ?? null,
      endedAs,
    }
  }
}
