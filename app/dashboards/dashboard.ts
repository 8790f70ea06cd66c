import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import LeadList from '#app/leads/lead_list'
import { ScanReport } from '#app/scans/scan_report'
import { UnscannedCodes } from '#app/scans/unscanned_codes'
import LeadFigures from '#app/dashboards/lead_figures'
import { setUpPath } from '#app/dashboards/set_up_path'
import type { DashboardPeriod } from '#app/dashboards/dashboard_validator'

/** A company at a glance, for one reader: every figure is that of a list which they may open. */
export default class Dashboard {
  constructor(
    private user: User,
    private tenant: Tenant,
    private days: DashboardPeriod
  ) {}

  leads() {
    return new LeadFigures(this.user, this.tenant.timeZone, this.days).read()
  }

  async openMessages() {
    if (!this.user.may('read', 'messages')) return null
    return new LeadList(this.user, this.tenant, { messages: 'unread' }).count()
  }

  async scans() {
    if (!this.user.may('read', 'qr_codes')) return null
    const { scans, visitors } = await new ScanReport(this.tenant.timeZone, this.days).totals()
    return { scans, visitors, unscanned: await new UnscannedCodes().count() }
  }

  /** What is left to set up, for those who set the company up. */
  async setUp() {
    if (!this.user.may('edit', 'settings')) return null
    const { isOver, ...path } = await setUpPath()
    return isOver ? null : path
  }
}
