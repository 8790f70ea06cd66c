import { BaseTransformer } from '@adonisjs/core/transformers'
import type Attachment from '#app/attachments/attachment'

/** A document of a message, to be saved. */
export default class LeadFileTransformer extends BaseTransformer<Attachment> {
  toObject() {
    const { id, name, leadId, sizeBytes } = this.resource
    return { id, name, leadId: leadId!, sizeBytes: Number(sizeBytes) }
  }
}
