import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { ShortcutTakenError, TooManyCannedRepliesError } from '#app/canned_replies/errors'

export function cannedReplyRoutes() {
  const { CannedReplies } = controllers.cannedReplies
  const { api } = middleware

  router
    .group(() => {
      router.get('settings/canned_replies', [CannedReplies, 'index'])
      router.post('settings/canned_replies', [CannedReplies, 'store'])
      router.put('settings/canned_replies/:id', [CannedReplies, 'update'])
      router.delete('settings/canned_replies/:id', [CannedReplies, 'destroy'])
    })
    .where('id', router.matchers.uuid())
    .as('canned_replies')
    .use(middleware.tenant())

  router
    .group(() => {
      const writing = { scope: 'canned_replies:write', refuses: [ShortcutTakenError] } as const
      router.get('canned_replies', [CannedReplies, 'index']).use(
        api({
          id: 'listCannedReplies',
          does: 'List the canned replies of the company',
          about:
            'All of them, by title; there are 200 at most. Gaps such as `{{customer_name}}` are not filled in.',
          scope: 'canned_replies:read',
        })
      )
      router
        .get('canned_replies/:id', [CannedReplies, 'show'])
        .use(api({ id: 'getCannedReply', does: 'Read a canned reply', scope: 'canned_replies:read' }))
      router.post('canned_replies', [CannedReplies, 'store']).use(
        api({
          ...writing,
          id: 'createCannedReply',
          does: 'Add a canned reply',
          refuses: [ShortcutTakenError, TooManyCannedRepliesError],
          status: 201,
        })
      )
      router
        .put('canned_replies/:id', [CannedReplies, 'update'])
        .use(api({ ...writing, id: 'updateCannedReply', does: 'Change a canned reply', tagged: true }))
      router.delete('canned_replies/:id', [CannedReplies, 'destroy']).use(
        api({
          id: 'deleteCannedReply',
          does: 'Delete a canned reply',
          scope: 'canned_replies:write',
          status: 204,
          tagged: true,
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.canned_replies')
}
