import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function integrationRoutes() {
  router
    .get('settings/integrations', [controllers.integrations.Integrations, 'index'])
    .as('integrations.integrations.index')
    .use(middleware.tenant())
}
