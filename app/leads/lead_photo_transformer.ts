import { BaseTransformer } from '@adonisjs/core/transformers'
import type Attachment from '#app/attachments/attachment'

export default class LeadPhotoTransformer extends BaseTransformer<Attachment> {
  toObject() {
    const { isPrepared, isFailed } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'name', 'width', 'height']),
      leadId: this.resource.leadId!,
      isPrepared,
      isFailed,
    }
  }
}
