import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import Schedule from '#app/timers/schedule'
import ScheduleTransformer from '#app/timers/schedule_transformer'
import { companyTimers } from '#app/timers/set_timer'
import { timerKinds } from '#app/timers/timer_kinds'
import TimerTransformer from '#app/timers/timer_transformer'
import { timersValidator } from '#app/timers/timer_validator'

const NOTHING = { rows: [], nextCursor: null }

/** What runs later in a company, and how it went. */
export default class TimersController {
  async index({ request, bouncer, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { show = 'waiting', after } = await request.validateUsing(timersValidator)
    const around = { kinds: await timerKinds() }
    const schedules = show === 'recurring' ? await Schedule.soonest(after) : NOTHING
    const timers = show === 'recurring' ? NOTHING : await companyTimers.page(show, after)
    return inertia.render('timers/timers/index', {
      show,
      timers: TimerTransformer.transform(timers.rows, around),
      schedules: ScheduleTransformer.transform(schedules.rows, around),
      meta: { nextCursor: schedules.nextCursor ?? timers.nextCursor },
    })
  }
}
