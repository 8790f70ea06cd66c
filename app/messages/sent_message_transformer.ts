import { BaseTransformer } from '@adonisjs/core/transformers'
import type Attachment from '#app/attachments/attachment'
import AttachmentTransformer from '#app/attachments/attachment_transformer'
import type Message from '#app/messages/message'
import MessageTransformer from '#app/messages/message_transformer'

type SentMessage = { message: Message; files: Attachment[] }

/** A message as programs get it, with the files that came with it. */
export default class SentMessageTransformer extends BaseTransformer<SentMessage> {
  toObject() {
    const { message, files } = this.resource
    return {
      ...new MessageTransformer(message).toObject(),
      files: AttachmentTransformer.transform(files),
    }
  }
}
