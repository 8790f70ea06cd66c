import db from '@adonisjs/lucid/services/db'
import { BusUnavailableError, type Depths } from '#app/platform/bus/bus'
import { sharedBus } from '#app/platform/bus/open_bus'
import { relayLag } from '#app/platform/events/relay_lag'
import { processRates, type QueueRates } from '#app/operations/process_rates'

const COUNTED = 100_000
const IDLE: Omit<QueueRates, 'queue'> = { workers: 0, in: 0, out: 0, failed: 0, waitedInSeconds: null }

/** How events travel at this moment: what waits where, since when, and how fast it comes and goes. */
export async function queueOverview(queues: string[]) {
  const bus = await sharedBus()
  const [depths, outbox, rates] = [await depthsOn(bus, queues), await outboxNow(), await processRates()]
  const { queues: found, retrying, rungs } = depths ?? { queues: [], retrying: 0, rungs: [] }
  return {
    driver: bus.driver,
    isReachable: depths !== null,
    queues: found.map((depth) => ({ ...IDLE, ...rates.get(depth.queue), ...depth })),
    retrying,
    rungs,
    outbox,
  }
}

async function depthsOn(
  bus: Awaited<ReturnType<typeof sharedBus>>,
  queues: string[]
): Promise<Depths | null> {
  try {
    await bus.ready()
    return await bus.depths(queues)
  } catch (error) {
    if (error instanceof BusUnavailableError) return null
    throw error
  }
}

async function outboxNow() {
  const some = db.connection('system').from('outbox').select('seq').limit(COUNTED).as('some')
  const { count } = await db.connection('system').from(some).count('* as count').first()
  return { waiting: Number(count), lagInSeconds: await relayLag() }
}
