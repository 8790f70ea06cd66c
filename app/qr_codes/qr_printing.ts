import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { QrPrintingSchema } from '#database/schema'
import User from '#app/identity/user'
import type { PrintFormat } from '#app/qr_codes/qr_batch'
import { asJson, LabelTemplate, type LabelTemplateSpec } from '#app/qr_codes/label_template'

/** Labels of a batch that went to paper once: which, on what, by whom, and where they lead. */
export default class QrPrinting extends QrPrintingSchema {
  @belongsTo(() => User, { foreignKey: 'printedBy' })
  declare printer: BelongsTo<typeof User>

  @column({ prepare: asJson })
  declare labelSpec: LabelTemplateSpec | null

  @column()
  declare format: PrintFormat

  static ofBatch(batch: { id: string }) {
    return this.query().where('qrBatchId', batch.id).preload('printer')
  }

  get labelTemplate() {
    return LabelTemplate.of(this)
  }

  get quantity() {
    return this.lastLabel - this.firstLabel + 1
  }
}
