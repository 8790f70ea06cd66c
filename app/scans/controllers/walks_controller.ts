import type { HttpContext } from '@adonisjs/core/http'
import User from '#app/identity/user'
import ScanPolicy from '#app/scans/scan_policy'
import { walkDayValidator, walkFiltersValidator } from '#app/scans/scan_validator'
import { stopsOf, STOPS_SHOWN, walksOf, WALKS_SHOWN } from '#app/scans/walk'
import WalkStopTransformer from '#app/scans/walk_stop_transformer'

export default class WalksController {
  async index({ request, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(ScanPolicy).authorize('walks')
    const { days = '30' } = await request.validateUsing(walkFiltersValidator)
    return inertia.render('scans/walks/index', {
      walks: await walksOf(tenant.timeZone, Number(days)),
      filters: { days },
      mostRows: WALKS_SHOWN,
    })
  }

  async show({ params, request, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(ScanPolicy).authorize('walks')
    const { day } = await request.validateUsing(walkDayValidator)
    const walker = await User.findOrFail(params.id)
    const stops = await stopsOf(walker, day, tenant.timeZone, user)
    return inertia.render('scans/walks/show', {
      walker: { id: walker.id, name: walker.name },
      day,
      stops: WalkStopTransformer.transform(stops, user),
      mostStops: STOPS_SHOWN,
    })
  }
}
