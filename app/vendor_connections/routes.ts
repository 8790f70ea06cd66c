import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export function vendorConnectionRoutes() {
  router
    .get('oauth/callback', [controllers.vendorConnections.Arrivals, 'show'])
    .as('vendor_connections.arrivals.show')
}
