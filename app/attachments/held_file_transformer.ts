import { BaseTransformer } from '@adonisjs/core/transformers'
import type { HeldAttachment } from '#app/attachments/held_files'

/** A file that waits for its message. */
export default class HeldFileTransformer extends BaseTransformer<HeldAttachment> {
  toObject() {
    return this.pick(this.resource, ['reference', 'name', 'sizeBytes', 'isPhoto'])
  }
}
