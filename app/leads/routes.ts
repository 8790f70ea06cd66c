import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

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
      router.get('leads', [controllers.leads.Leads, 'index'])
      router.get('leads/:id', [controllers.leads.Leads, 'show'])
      router.post('leads/:id/assign', [controllers.leads.Assignments, 'store'])
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.leads')
    .use(middleware.api())
}
