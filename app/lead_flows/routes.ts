import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function leadFlowRoutes() {
  const { leadFlows } = controllers
  router
    .group(() => {
      router.get('lead_flows', [leadFlows.LeadFlows, 'index'])
      router.post('lead_flows', [leadFlows.LeadFlows, 'store'])
      router.get('lead_flows/:id/edit', [leadFlows.LeadFlows, 'edit'])
      router.put('lead_flows/:id', [leadFlows.LeadFlows, 'update'])
      router.delete('lead_flows/:id', [leadFlows.LeadFlows, 'destroy'])
      router.get('lead_flows/:id/ways', [leadFlows.Ways, 'edit'])
      router.put('lead_flows/:id/ways', [leadFlows.Ways, 'update'])
      router.get('lead_flows/:id/comparison', [leadFlows.Comparisons, 'show'])
      router.get('lead_flows/:id/versions', [leadFlows.Versions, 'index'])
      router.post('lead_flows/:id/restoration', [leadFlows.Restorations, 'store'])
      router.get('lead_flows/:id/preview', [leadFlows.Previews, 'show'])
      router.post('lead_flows/:id/publication', [leadFlows.Publications, 'store'])
      router.delete('lead_flows/:id/draft', [leadFlows.Drafts, 'destroy'])
      router.post('lead_flows/:id/standard', [leadFlows.Standards, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('lead_flows')
    .use(middleware.tenant())
}
