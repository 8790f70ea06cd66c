import Attachment from '#app/attachments/attachment'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'
import Message from '#app/messages/message'

/** A file that came with a request or with one of its messages, for whoever may see it there. */
export async function sentFile(params: Record<string, string>, reader: User) {
  const lead = await Lead.visibleTo(reader).where('leads.id', params.lead_id).firstOrFail()
  const file = await Attachment.shownTo(reader, lead).where('id', params.id).firstOrFail()
  if (file.messageId) await Message.visibleTo(reader).where('id', file.messageId).firstOrFail()
  return file
}
