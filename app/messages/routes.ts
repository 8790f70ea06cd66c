import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function messageRoutes() {
  router
    .get('conversations', [controllers.messages.Conversations, 'index'])
    .as('messages.conversations.index')
    .use(middleware.tenant())

  router
    .group(() => {
      router.post('leads/:lead_id/messages', [controllers.messages.Messages, 'store'])
      router.post('leads/:lead_id/readings', [controllers.messages.Readings, 'store'])
    })
    .where('lead_id', router.matchers.uuid())
    .as('messages')
    .use(middleware.tenant())

  router
    .group(() => {
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
          scope: ['leads:read', 'messages:write'],
          status: 201,
        })
      )
    })
    .prefix('api')
    .where('lead_id', router.matchers.uuid())
    .as('api.messages')
}
