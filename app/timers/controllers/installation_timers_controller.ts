import type { HttpContext } from '@adonisjs/core/http'
import Tenant from '#app/tenancy/tenant'
import { installationTimers, type Cron } from '#app/timers/installation_timers'
import Schedule from '#app/timers/schedule'
import ScheduleTransformer from '#app/timers/schedule_transformer'
import { timerKinds } from '#app/timers/timer_kinds'
import TimerTransformer from '#app/timers/timer_transformer'
import { timersValidator } from '#app/timers/timer_validator'

const NOTHING = { rows: [], nextCursor: null }

/** What runs later in all companies, and for the installation itself. */
export default class InstallationTimersController {
  async index({ request, inertia }: HttpContext) {
    const { show = 'waiting', after } = await request.validateUsing(timersValidator)
    const kinds = await timerKinds()
    const isRecurring = show === 'recurring'
    const schedules = isRecurring ? await Schedule.soonest(after, { connection: 'system' }) : NOTHING
    const timers = isRecurring ? NOTHING : await installationTimers[show](after)
    const crons = isRecurring ? await installationTimers.crons() : []
    const companies = await companiesOf([
      ...schedules.rows.map(({ tenantId }) => tenantId),
      ...timers.rows.flatMap(({ tenant_id: tenantId }) => tenantId ?? []),
    ])
    return inertia.render('console/timers/index', {
      show,
      timers: TimerTransformer.transform(timers.rows, { kinds, companies }),
      schedules: ScheduleTransformer.transform(schedules.rows, { kinds, companies }),
      meta: { nextCursor: schedules.nextCursor ?? timers.nextCursor },
      crons: crons.map((cron) => ({ ...shown(cron), purpose: kinds.get(cron.timer)?.purpose ?? cron.timer })),
    })
  }
}

const shown = ({ timer, cron, timezone, last_run_at: lastRunAt, state }: Cron) => ({
  id: timer,
  rule: `${cron} ${timezone}`,
  lastRunAt: lastRunAt?.toISOString() ?? null,
  hasFailed: state === 'failed',
})

async function companiesOf(ids: string[]) {
  const tenants = await Tenant.query({ connection: 'system' }).whereIn('id', [...new Set(ids)])
  return new Map(tenants.map((tenant) => [tenant.id, tenant]))
}
