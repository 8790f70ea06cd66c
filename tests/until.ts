import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for a condition, and says which one when it does not come. */
export async function until(
  condition: () => unknown,
  { within = 15_000, what = String(condition) }: { within?: number; what?: string | (() => string) } = {}
) {
  const deadline = Date.now() + within
  while (!(await condition())) {
    if (Date.now() > deadline)
      throw new Error(`Waited ${within} ms in vain until ${typeof what === 'string' ? what : what()}`)
    await sleep(20)
  }
}
