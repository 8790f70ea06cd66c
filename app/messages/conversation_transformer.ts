import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ListedConversation } from '#app/messages/conversation_list'

const LONGEST = 160

/** A conversation as a row of the list: its lead, and what was said last. */
export default class ConversationTransformer extends BaseTransformer<ListedConversation> {
  toObject() {
    const { conversation, lead, mayAssign } = this.resource
    const { assignee, lastMessage } = conversation
    return {
      id: conversation.id,
      lead: this.pick(lead, ['id', 'number', 'reference', 'contactName', 'status']),
      last: {
        ...this.pick(lastMessage, ['authorKind', 'authorName']),
        body: lastMessage.body.slice(0, LONGEST),
        at: lastMessage.createdAt.toUTC().toISO()!,
      },
      unread: conversation.unreadCount,
      isWaiting: conversation.waitingMessageId !== null,
      assignee: assignee && this.pick(assignee, ['id', 'name']),
      mayAssign,
    }
  }
}
