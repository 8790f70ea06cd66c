import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { FileGoneError } from '#app/attachments/errors'
import { NotAReaderError } from '#app/messages/errors'

export function messageRoutes() {
  router
    .group(() => {
      router.get('conversations', [controllers.messages.Conversations, 'index'])
      router.post('conversations/:id/assignment', [controllers.messages.Assignments, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('messages')
    .use(middleware.tenant())

  router
    .group(() => {
      router.post('leads/:lead_id/messages', [controllers.messages.Replies, 'store'])
      router.post('leads/:lead_id/readings', [controllers.messages.Readings, 'store'])
    })
    .where('lead_id', router.matchers.uuid())
    .as('messages')
    .use(middleware.tenant())

  router
    .group(() => {
      router.get('conversations', [controllers.messages.Conversations, 'index']).use(
        middleware.api({
          id: 'listConversations',
          does: 'List the conversations with customers that you may read',
          about:
            'Newest message first; with `state=waiting` whoever has waited longest. `assignee` is an id, `me` or `none`.',
          scope: ['leads:read', 'messages:read'],
        })
      )
      router.post('conversations/:id/assign', [controllers.messages.Assignments, 'store']).use(
        middleware.api({
          id: 'assignConversation',
          does: 'Hand a conversation to a member, or to nobody',
          about: 'The lead itself stays with whoever has it.',
          scope: ['leads:write', 'messages:read'],
          refuses: [NotAReaderError],
        })
      )
      router.get('leads/:lead_id/messages', [controllers.messages.Messages, 'index']).use(
        middleware.api({
          id: 'listLeadMessages',
          does: 'Read the messages about a lead',
          scope: ['leads:read', 'messages:read'],
        })
      )
      router.post('leads/:lead_id/messages', [controllers.messages.Messages, 'store']).use(
        middleware.api({
          id: 'createLeadMessage',
          does: 'Write to the customer of a lead',
          about:
            '`attachments` are references from `uploadFile`. With one of them, nothing has to be written.',
          refuses: [FileGoneError],
          scope: ['leads:read', 'messages:write'],
          status: 201,
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .where('lead_id', router.matchers.uuid())
    .as('api.messages')
}
