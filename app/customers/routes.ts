import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { LikelyDuplicateError } from '#app/customers/errors'

export function customerRoutes() {
  const { customers } = controllers
  router
    .group(() => {
      router.get('customers', [customers.Customers, 'index'])
      router.get('customers/new', [customers.Customers, 'create'])
      router.post('customers', [customers.Customers, 'store'])
      router.post('customers/exports', [customers.Exports, 'store']).use(middleware.confirmed())
      router.get('customers/:id', [customers.Customers, 'show'])
      router.get('customers/:id/edit', [customers.Customers, 'edit'])
      router.put('customers/:id', [customers.Customers, 'update'])
      router.post('customers/:id/archival', [customers.Archivals, 'store'])
      router.delete('customers/:id/archival', [customers.Archivals, 'destroy'])
    })
    .where('id', router.matchers.uuid())
    .as('customers')
    .use(middleware.tenant())

  router
    .get('customers/exports/:id', [customers.Exports, 'show'])
    .where('id', router.matchers.uuid())
    .as('customers.exports.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])

  const { api } = middleware
  router
    .group(() => {
      router.get('customers', [customers.Customers, 'index']).use(
        api({
          id: 'listCustomers',
          does: 'List customers',
          about: 'What is searched for comes newest first.',
          scope: 'customers:read',
        })
      )
      router.post('customers', [customers.Customers, 'store']).use(
        api({
          id: 'createCustomer',
          does: 'Add a customer',
          scope: 'customers:write',
          status: 201,
          refuses: [LikelyDuplicateError],
        })
      )
      router
        .get('customers/:id', [customers.Customers, 'show'])
        .use(api({ id: 'getCustomer', does: 'Read a customer', scope: 'customers:read' }))
      router
        .put('customers/:id', [customers.Customers, 'update'])
        .use(api({ id: 'updateCustomer', does: 'Change a customer', scope: 'customers:write', tagged: true }))
      router.delete('customers/:id', [customers.Archivals, 'store']).use(
        api({
          id: 'archiveCustomer',
          does: 'Archive a customer',
          about: 'Nothing is lost: restoring brings the customer back.',
          scope: 'customers:write',
          status: 204,
          tagged: true,
        })
      )
      router
        .post('customers/:id/restore', [customers.Archivals, 'destroy'])
        .use(
          api({ id: 'restoreCustomer', does: 'Bring an archived customer back', scope: 'customers:write' })
        )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.customers')
}
