import type { HttpContext } from '@adonisjs/core/http'
import ScanPolicy from '#app/scans/scan_policy'
import { ScanReport, SCAN_ROWS_SHOWN, type ScanPeriod } from '#app/scans/scan_report'
import { scanFiltersValidator } from '#app/scans/scan_validator'

export default class ScansController {
  async index({ request, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(ScanPolicy).authorize('index')
    const { days = '30', by = 'day' } = await request.validateUsing(scanFiltersValidator)
    const report = new ScanReport(tenant.timeZone, Number(days) as ScanPeriod)
    return inertia.render('scans/scans/index', {
      totals: await report.totals(),
      rows: await report.by(by),
      filters: { days, by },
      mostRows: SCAN_ROWS_SHOWN,
    })
  }
}
