import { BaseTransformer } from '@adonisjs/core/transformers'
import type StickerReport from '#app/qr_codes/sticker_report'

export default class StickerReportTransformer extends BaseTransformer<StickerReport> {
  toObject() {
    const { id, comment, createdAt } = this.resource
    return { id, comment, createdAt: createdAt.toUTC().toISO()! }
  }
}
