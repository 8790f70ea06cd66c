import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function crmConnectionRoutes() {
  const { crmConnections } = controllers
  router
    .get('settings/customer_system', [crmConnections.Connections, 'edit'])
    .as('crm_connections.connections.edit')
    .use(middleware.tenant())
  router
    .group(() => {
      router.put('settings/customer_system', [crmConnections.Connections, 'update'])
      router.delete('settings/customer_system', [crmConnections.Connections, 'destroy'])
    })
    .as('crm_connections')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])
}
