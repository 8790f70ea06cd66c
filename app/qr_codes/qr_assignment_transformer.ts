import { BaseTransformer } from '@adonisjs/core/transformers'
import type QrAssignment from '#app/qr_codes/qr_assignment'

export default class QrAssignmentTransformer extends BaseTransformer<QrAssignment> {
  toObject() {
    const { id, customer, assignedAt, endedAt } = this.resource
    return {
      id,
      customer: { id: customer.id, name: customer.name, address: customer.address },
      assignedAt: assignedAt.toUTC().toISO()!,
      endedAt: endedAt?.toUTC().toISO() ?? null,
    }
  }
}
