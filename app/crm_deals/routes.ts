import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function crmDealRoutes() {
  const { crmDeals } = controllers
  router
    .get('settings/customer_system/deals', [crmDeals.Plans, 'edit'])
    .as('crm_deals.plans.edit')
    .use(middleware.tenant({ unit: 'manual' }))
  router
    .group(() => {
      router.put('settings/customer_system/deals', [crmDeals.Plans, 'update'])
      router.delete('settings/customer_system/deals', [crmDeals.Plans, 'destroy'])
    })
    .as('crm_deals')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])
}
