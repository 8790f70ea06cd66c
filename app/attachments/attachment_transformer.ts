import { BaseTransformer } from '@adonisjs/core/transformers'
import type Attachment from '#app/attachments/attachment'
import { downloadLinks } from '#app/attachments/download_link'

/** A file as programs get it, with an address that is over after some minutes. */
export default class AttachmentTransformer extends BaseTransformer<Attachment> {
  toObject() {
    const file = this.resource
    return {
      ...this.pick(file, ['id', 'messageId', 'name', 'contentType', 'width', 'height']),
      sizeBytes: Number(file.sizeBytes),
      createdAt: file.createdAt.toUTC().toISO()!,
      url: downloadLinks.to(file),
    }
  }
}
