import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import User from '#app/identity/user'
import Conversation from '#app/messages/conversation'
import { conversationAnswer } from '#app/messages/conversation_answer'
import ConversationPolicy from '#app/messages/conversation_policy'
import { conversationAssignmentValidator } from '#app/messages/conversation_validator'

/** Who answers the customer: whoever has the lead, or somebody else. */
export default class AssignmentsController {
  async store(ctx: HttpContext) {
    const { params, request, response, bouncer, user } = ctx
    const conversation = await Conversation.visibleTo(user)
      .where('conversations.id', params.id)
      .preload('lead')
      .firstOrFail()
    await bouncer.with(ConversationPolicy).authorize('assign', conversation.lead)
    const { assigneeId } = await request.validateUsing(conversationAssignmentValidator)
    const assignee = assigneeId
      ? await User.withRights()
          .where({ id: assigneeId, kind: 'person' })
          .whereNull('deactivatedAt')
          .firstOrFail()
      : null
    await conversation.assign(assignee)
    if (Current.actor.kind === 'api') return conversationAnswer(ctx, conversation)
    return response.redirect().back()
  }
}
