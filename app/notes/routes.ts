import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function noteRoutes() {
  router
    .group(() => {
      router.post('leads/:lead_id/notes', [controllers.notes.Notes, 'store'])
    })
    .where('lead_id', router.matchers.uuid())
    .as('notes')
    .use(middleware.tenant())

  router
    .group(() => {
      router.get('leads/:lead_id/notes', [controllers.notes.Notes, 'index']).use(
        middleware.api({
          id: 'listLeadNotes',
          does: 'Read what colleagues noted about a lead',
          about: 'Notes are for the company alone: its customers see none, on no page and in no mail.',
          scope: ['leads:read', 'messages:read'],
        })
      )
      router.post('leads/:lead_id/notes', [controllers.notes.Notes, 'store']).use(
        middleware.api({
          id: 'createLeadNote',
          does: 'Note something about a lead for colleagues',
          scope: ['leads:read', 'messages:write'],
          status: 201,
        })
      )
    })
    .prefix('api')
    .where('lead_id', router.matchers.uuid())
    .as('api.notes')
}
