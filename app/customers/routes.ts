import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { LikelyDuplicateError, PrimaryPartError, TooManyPartsError } from '#app/customers/errors'

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
      router.post('customers/:customer_id/contacts', [customers.Contacts, 'store'])
      router.put('customers/:customer_id/contacts/:id', [customers.Contacts, 'update'])
      router.delete('customers/:customer_id/contacts/:id', [customers.Contacts, 'destroy'])
      router.post('customers/:customer_id/sites', [customers.Sites, 'store'])
      router.put('customers/:customer_id/sites/:id', [customers.Sites, 'update'])
      router.delete('customers/:customer_id/sites/:id', [customers.Sites, 'destroy'])
    })
    .where('id', router.matchers.uuid())
    .where('customer_id', router.matchers.uuid())
    .as('customers')
    .use(middleware.tenant())

  router
    .get('customers/exports/:id', [customers.Exports, 'show'])
    .where('id', router.matchers.uuid())
    .as('customers.exports.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])

  router
    .group(() => {
      router.get('customers/imports/new', [customers.Imports, 'create'])
      router.post('customers/imports', [customers.Imports, 'store'])
    })
    .as('customers')
    .use(middleware.tenant({ unit: 'manual' }))

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
      const writing = { scope: 'customers:write', tagged: true } as const
      const about = 'The answer is the customer as they are now.'
      const none = [PrimaryPartError]
      router.post('customers/:customer_id/contacts', [customers.Contacts, 'store']).use(
        api({
          ...writing,
          id: 'addContact',
          does: 'Add a contact to a customer',
          about: `The first contact beside the customer’s own phone and e-mail address gives those a name: it is listed too. ${about}`,
          status: 201,
          refuses: [TooManyPartsError],
        })
      )
      router.put('customers/:customer_id/contacts/:id', [customers.Contacts, 'update']).use(
        api({
          ...writing,
          id: 'updateContact',
          does: 'Change a contact, or make it the primary one',
          about: `The phone and e-mail address of the primary contact are the customer’s own. A removed contact is back. ${about}`,
        })
      )
      router
        .delete('customers/:customer_id/contacts/:id', [customers.Contacts, 'destroy'])
        .use(api({ ...writing, id: 'removeContact', does: 'Remove a contact', about, refuses: none }))
      router.post('customers/:customer_id/sites', [customers.Sites, 'store']).use(
        api({
          ...writing,
          id: 'addSite',
          does: 'Add a site to a customer',
          about: `The first site beside the customer’s own address gives that one a name: it is listed too. ${about}`,
          status: 201,
          refuses: [TooManyPartsError],
        })
      )
      router.put('customers/:customer_id/sites/:id', [customers.Sites, 'update']).use(
        api({
          ...writing,
          id: 'updateSite',
          does: 'Change a site, or make it the primary one',
          about: `The address of the primary site is the customer’s own. A removed site is back. ${about}`,
        })
      )
      router
        .delete('customers/:customer_id/sites/:id', [customers.Sites, 'destroy'])
        .use(api({ ...writing, id: 'removeSite', does: 'Remove a site', about, refuses: none }))
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .where('customer_id', router.matchers.uuid())
    .as('api.customers')
}
