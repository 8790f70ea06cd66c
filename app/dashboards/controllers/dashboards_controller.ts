import type { HttpContext } from '@adonisjs/core/http'
import LeadPolicy from '#app/leads/lead_policy'
import Dashboard from '#app/dashboards/dashboard'
import { dashboardFiltersValidator, type DashboardPeriod } from '#app/dashboards/dashboard_validator'

export default class DashboardsController {
  async show({ request, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(LeadPolicy).authorize('index')
    const { days = '30' } = await request.validateUsing(dashboardFiltersValidator)
    const dashboard = new Dashboard(user, tenant, Number(days) as DashboardPeriod)
    return inertia.render('dashboards/dashboards/show', {
      setUp: await dashboard.setUp(),
      leads: await dashboard.leads(),
      openMessages: await dashboard.openMessages(),
      scans: await dashboard.scans(),
      filters: { days },
    })
  }
}
