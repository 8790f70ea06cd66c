import { BaseTransformer } from '@adonisjs/core/transformers'
import type LabelSheet from '#app/qr_codes/label_sheet'

/** A sheet as its form and its preview have it. */
export default class LabelSheetTransformer extends BaseTransformer<LabelSheet> {
  toObject() {
    const { id, name, spec } = this.resource
    return { id, name, ...spec }
  }
}
