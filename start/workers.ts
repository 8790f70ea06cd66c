import type { WorkerList } from '#app/platform/queues'
import type { TimerList } from '#app/platform/timers'

/** Which workers read which queue. */
export const workers: WorkerList = {}

/** What happens later, or again and again. */
export const timers: TimerList = {
  housekeeping: () => import('#app/platform/housekeeping_timer'),
}
