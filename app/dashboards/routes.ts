import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function dashboardRoutes() {
  router
    .get('dashboard', [controllers.dashboards.Dashboards, 'show'])
    .as('dashboards.dashboards.show')
    .use(middleware.tenant())
}
