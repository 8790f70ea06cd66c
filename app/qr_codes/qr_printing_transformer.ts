import { BaseTransformer } from '@adonisjs/core/transformers'
import type QrPrinting from '#app/qr_codes/qr_printing'

export default class QrPrintingTransformer extends BaseTransformer<QrPrinting> {
  toObject() {
    const { labelTemplate, printedAt, printer, quantity, startAt } = this.resource
    return {
      ...this.pick(this.resource, [
        'id',
        'copy',
        'firstLabel',
        'lastLabel',
        'startAt',
        'host',
        'format',
        'quantity',
      ]),
      template: labelTemplate.name,
      sheets: labelTemplate.sheetsFor(quantity, startAt),
      printedAt: printedAt.toUTC().toISO()!,
      printedBy: printer?.name ?? null,
    }
  }
}
