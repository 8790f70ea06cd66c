import { BaseTransformer } from '@adonisjs/core/transformers'
import type { TimerClass } from '#app/platform/timers/timers'
import { isRestorable, type SetTimer } from '#app/timers/set_timer'

type Around = { kinds: Map<string, TimerClass>; companies?: Map<string, { name: string; slug: string }> }

const STATES = {
  created: 'waiting',
  retry: 'again',
  active: 'running',
  completed: 'done',
  cancelled: 'cancelled',
  failed: 'given_up',
} as const

export default class TimerTransformer extends BaseTransformer<SetTimer> {
  constructor(
    timer: SetTimer,
    protected around: Around
  ) {
    super(timer)
  }

  toObject() {
    const { id, timer, state, due, next_at: nextAt, completed_on: endedAt } = this.resource
    const Kind = this.around.kinds.get(timer)
    const company = this.around.companies?.get(this.resource.tenant_id ?? '')
    const isWaiting = state === 'created' || state === 'retry'
    // The console names companies, and may take back any timer of one.
    const isTheirs =
      Kind !== undefined && (this.around.companies ? company !== undefined : Kind.isCancellable)
    const isOfSchedule = this.resource.schedule_id !== null
    return {
      id,
      timer,
      purpose: Kind?.purpose ?? timer,
      state: this.resource.is_skipped ? ('skipped' as const) : STATES[state],
      dueAt: due.toISOString(),
      nextAt: nextAt.toISOString(),
      failures: this.resource.retry_count,
      endedAt: endedAt?.toISOString() ?? null,
      company: company ? { name: company.name, slug: company.slug } : null,
      isCancellable: isWaiting && !isOfSchedule && isTheirs,
      isRestorable: state === 'cancelled' && !isOfSchedule && isTheirs && isRestorable(Kind!),
    }
  }
}
