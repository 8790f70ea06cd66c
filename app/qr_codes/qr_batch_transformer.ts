import { BaseTransformer } from '@adonisjs/core/transformers'
import type QrBatch from '#app/qr_codes/qr_batch'

export default class QrBatchTransformer extends BaseTransformer<QrBatch> {
  toObject() {
    const batch = this.resource
    return {
      ...this.pick(batch, [
        'id',
        'name',
        'purpose',
        'leadFlowId',
        'quantity',
        'host',
        'isDemo',
        'startAt',
        'printCount',
      ]),
      template: batch.labelTemplate.name,
      sheets: batch.labelTemplate.sheetsFor(batch.quantity, batch.startAt),
      printedAt: batch.printedAt?.toUTC().toISO() ?? null,
      hasLogo: batch.logoKey !== null,
      createdBy: batch.creator?.name ?? null,
      createdAt: batch.createdAt.toUTC().toISO()!,
    }
  }

  forRow() {
    return { ...this.toObject(), assigned: Number(this.resource.$extras.assigned) }
  }
}
