import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { LeadClosedError } from '#app/leads/errors'

export function leadRoutes() {
  router
    .group(() => {
      router.get('leads', [controllers.leads.Leads, 'index'])
      router.get('leads/:id', [controllers.leads.Leads, 'show'])
      router.post('leads/:id/assignment', [controllers.leads.Assignments, 'store'])
      router.post('leads/:id/start', [controllers.leads.Starts, 'store'])
      router.post('leads/:id/loss', [controllers.leads.Losses, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('leads')
    .use(middleware.tenant())

  router
    .get('leads/:lead_id/photos/:id', [controllers.leads.Photos, 'show'])
    .where('lead_id', router.matchers.uuid())
    .where('id', router.matchers.uuid())
    .as('leads.photos.show')
    .use(middleware.tenant({ unit: 'manual' }))

  router
    .group(() => {
      router
        .get('leads', [controllers.leads.Leads, 'index'])
        .use(middleware.api({ does: 'List the leads you may see', scope: 'leads:read' }))
      router
        .get('leads/:id', [controllers.leads.Leads, 'show'])
        .use(middleware.api({ does: 'Read a lead', scope: 'leads:read' }))
      router.post('leads/:id/assign', [controllers.leads.Assignments, 'store']).use(
        middleware.api({
          does: 'Assign a lead',
          scope: 'leads:write',
          status: 200,
          refuses: [LeadClosedError],
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.leads')
}
