import type { HttpContext } from '@adonisjs/core/http'
import type Conversation from '#app/messages/conversation'
import ConversationTransformer from '#app/messages/conversation_transformer'

/** A conversation as the API answers it. */
export async function conversationAnswer({ serialize }: HttpContext, conversation: Conversation) {
  await conversation.load((own) => own.load('lead').load('assignee').load('lastMessage'))
  return serialize(
    ConversationTransformer.transform({ conversation, lead: conversation.lead, mayAssign: true })
  )
}
