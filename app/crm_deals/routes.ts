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
    .put('leads/:lead_id/customer_system_deal', [crmDeals.Deals, 'update'])
    .where('lead_id', router.matchers.uuid())
    .as('crm_deals.deals.update')
    .use(middleware.tenant())
  router
    .group(() => {
      router.put('settings/customer_system/deals', [crmDeals.Plans, 'update'])
      router.delete('settings/customer_system/deals', [crmDeals.Plans, 'destroy'])
    })
    .as('crm_deals')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])
}
