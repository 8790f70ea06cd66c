import { PoisonError } from '#app/platform/bus/bus'
import { openBus } from '#app/platform/bus/open_bus'
import { recordEvents } from '#tests/broker/probe_events'
import type { Company } from '#tests/factories'
import { until } from '#tests/until'

const QUEUE = 'notifications'

/** Events that no worker could handle. */
export async function giveUp(company: Company, cause: string, count = 1, facts = {}) {
  const events = await recordEvents(count, undefined, company, facts)
  const bus = await openBus()
  await bus.consume(QUEUE, { subscribes: [events[0].name], concurrency: 4 }, async () => {
    throw new PoisonError(cause)
  })
  await bus.publish(events)
  await until(async () => {
    const dead = await bus.deadLetters(QUEUE).list(10_000, company.tenant.id)
    const ids = new Set(dead.map(({ event }) => event!.id))
    return events.every(({ id }) => ids.has(id))
  })
  await bus.close()
  return events
}
