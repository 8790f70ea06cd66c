import db from '@adonisjs/lucid/services/db'
import { BusUnavailableError, type Depths } from '#app/platform/bus'
import { sharedBus } from '#app/platform/open_bus'
import { relayLag } from '#app/platform/relay_lag'

const COUNTED = 100_000

/** How events travel at this moment: what waits where, and since when. */
export async function queueOverview(queues: string[]) {
  const bus = await sharedBus()
  const [depths, outbox] = [await depthsOn(bus, queues), await outboxNow()]
  return {
    driver: bus.driver,
    isReachable: depths !== null,
    ...(depths ?? { queues: [], retrying: 0 }),
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
