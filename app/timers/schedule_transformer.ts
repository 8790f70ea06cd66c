import { BaseTransformer } from '@adonisjs/core/transformers'
import type { TimerClass } from '#app/platform/timers/timers'
import type Schedule from '#app/timers/schedule'

type Around = { kinds: Map<string, TimerClass>; companies?: Map<string, { name: string; slug: string }> }

export default class ScheduleTransformer extends BaseTransformer<Schedule> {
  constructor(
    schedule: Schedule,
    protected around: Around
  ) {
    super(schedule)
  }

  toObject() {
    const { id, timer, inWords, zone, isPaused, lastResult, missed } = this.resource
    const company = this.around.companies?.get(this.resource.tenantId)
    return {
      id,
      timer,
      purpose: this.around.kinds.get(timer)?.purpose ?? timer,
      rule: inWords,
      zone,
      isPaused,
      nextAt: this.resource.nextAt.toISO()!,
      lastRunAt: this.resource.lastRunAt?.toISO() ?? null,
      lastResult,
      missed,
      company: company ? { name: company.name, slug: company.slug } : null,
    }
  }
}
