import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

/** How the API describes itself; what it does stands in the routes of each domain. */
export function apiRoutes() {
  router
    .group(() => {
      router.get('docs', [controllers.api.Docs, 'show'])
      router.get('openapi.json', [controllers.api.Descriptions, 'show'])
    })
    .prefix('api')
    .as('api')
}
