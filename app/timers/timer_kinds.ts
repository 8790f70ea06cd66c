import { timers } from '#start/workers'
import type { TimerClass } from '#app/platform/timers/timers'

let kinds: Promise<Map<string, TimerClass>> | undefined

const load = async () =>
  new Map(
    await Promise.all(
      Object.entries(timers).map(async ([name, lazy]) => [name, (await lazy()).default] as const)
    )
  )

/** The timers of the product, by name. */
export const timerKinds = () => (kinds ??= load())

/** Those that a company sees: what the operator alone can use is left out. */
export async function ownTimerNames() {
  const all = await timerKinds()
  return [...all.values()].filter(({ isInternal }) => !isInternal).map(({ timer }) => timer)
}
