import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

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
}
