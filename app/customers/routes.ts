import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function customerRoutes() {
  const { customers } = controllers
  router
    .group(() => {
      router.get('customers', [customers.Customers, 'index'])
      router.get('customers/new', [customers.Customers, 'create'])
      router.post('customers', [customers.Customers, 'store'])
      router.get('customers/:id', [customers.Customers, 'show'])
      router.get('customers/:id/edit', [customers.Customers, 'edit'])
      router.put('customers/:id', [customers.Customers, 'update'])
      router.post('customers/:id/archival', [customers.Archivals, 'store'])
      router.delete('customers/:id/archival', [customers.Archivals, 'destroy'])
    })
    .where('id', router.matchers.uuid())
    .as('customers')
    .use(middleware.tenant())
}
