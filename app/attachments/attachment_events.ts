import { defineEvent } from '#app/platform/events/events'

/** A file that came with a request or a message. */
export const AttachmentAdded = defineEvent<{
  leadId: string
  messageId: string | null
  contentType: string
}>('attachment.added')

/** Somebody had the sizes of a photo tried again. */
export const AttachmentRetried = defineEvent<{ leadId: string }>('attachment.retried')
