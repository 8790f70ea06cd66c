import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import User from '#app/identity/user'
import ColleagueTransformer from '#app/identity/colleague_transformer'
import ConversationList from '#app/messages/conversation_list'
import ConversationPolicy from '#app/messages/conversation_policy'
import ConversationTransformer from '#app/messages/conversation_transformer'
import { conversationFiltersValidator } from '#app/messages/conversation_validator'

export default class ConversationsController {
  async index({ request, bouncer, user, inertia, serialize }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('index')
    const filters = await request.validateUsing(conversationFiltersValidator)
    const { assignee } = filters
    if (assignee && !['me', 'none'].includes(assignee)) await User.findOrFail(assignee)
    const list = new ConversationList(user, filters)
    const { rows, nextCursor } = await list.page()
    const conversations = ConversationTransformer.transform(rows)
    if (Current.actor.kind === 'api') return { ...(await serialize(conversations)), meta: { nextCursor } }
    return inertia.render('messages/conversations/index', {
      conversations,
      meta: { nextCursor, count: await list.count() },
      counts: { unread: await list.unread(), waiting: await list.waiting() },
      filters,
      colleagues: ColleagueTransformer.transform(await User.active().orderBy('name')),
    })
  }
}
