import CannedReply from '#app/canned_replies/canned_reply'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import Conversation from '#app/messages/conversation'
import Message from '#app/messages/message'

/** What the page of a lead needs to read and answer its customer. */
export async function leadTalk(lead: Lead, reader: User) {
  return {
    unreadMessages: await Message.unreadBy(reader, lead),
    conversation: await Conversation.headOf(lead, reader),
    cannedReplies: async () =>
      reader.may('read', 'canned_replies') ? CannedReply.filledFor(lead, reader) : [],
  }
}
