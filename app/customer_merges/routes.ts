import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { CustomerGoneError } from '#app/customers/errors'

export function customerMergeRoutes() {
  const { customerMerges } = controllers
  router
    .group(() => {
      router.get('customers/:customer_id/merges/new', [customerMerges.CustomerMerges, 'create'])
      router.post('customers/:customer_id/merges', [customerMerges.CustomerMerges, 'store'])
    })
    .where('customer_id', router.matchers.uuid())
    .as('customer_merges')
    .use(middleware.tenant())

  router
    .post('api/customers/:customer_id/merges', [customerMerges.CustomerMerges, 'store'])
    .where('customer_id', router.matchers.uuid())
    .as('api.customer_merges.customer_merges.store')
    .use(
      middleware.api({
        id: 'mergeCustomers',
        does: 'Merge another record of the same customer into this one',
        about:
          'Codes, leads, orders, contacts and sites of the other record belong to this one then, and its id leads here. What this one does not know is filled in; another phone number, e-mail address or address becomes a contact or site. This cannot be undone.',
        scope: 'customers:write',
        tagged: true,
        refuses: [CustomerGoneError],
      })
    )
}
