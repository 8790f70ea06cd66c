import type { RecordedEvent } from '#app/platform/events/events'
import { bootApp } from '#tests/boot'
import type { Release } from '#tests/faults/releases/definitions'

// A process of one release of a small product: it records, relays or works.
type Order = { prices: number; shipments: number; tenantId: string }
const [role, release, prefix, priced, shipped] = process.argv.slice(2)
const LADDER = [300, 600, 1200, 60_000]

const app = await bootApp()
const { Current, SYSTEM } = await import('#app/platform/database/current')
const { newId } = await import('#app/platform/ids')
const { nextReference } = await import('#app/platform/database/number_series')
const { openBus } = await import('#app/platform/bus/open_bus')
const { Queue } = await import('#app/platform/bus/queues')
const { Relay } = await import('#app/platform/events/relay')
const { Worker } = await import('#app/platform/events/worker')
const { definitionsOf } = await import('#tests/faults/releases/definitions')
const { Priced, Shipped, priceOf, centsOf } = definitionsOf(release as Release, { priced, shipped })

class PriceWorker extends Worker {
  static queue = 'shop'
  static subscribes = [Priced as never]

  async handle({ id, data }: RecordedEvent) {
    await nextReference(`price ${id} ${centsOf(data as Record<string, number>)}`)
  }
}

class ShipmentWorker extends Worker {
  static queue = 'shop'
  static subscribes = [Shipped as never]

  async handle({ id }: RecordedEvent) {
    await nextReference(`shipment ${id}`)
  }
}

async function record({ prices, shipments, tenantId }: Order) {
  await Current.run({ tenantId, actor: SYSTEM }, async () => {
    for (let one = 0; one < prices; one++) await Priced.record({ id: newId() }, priceOf(5) as never)
    for (let one = 0; one < shipments; one++) await Shipped!.record({ id: newId() }, {})
  })
}

if (role === 'web') {
  process.on('message', async (order: Order) => {
    await record(order)
    process.send!({ recorded: true })
  })
} else {
  const queue = new Queue('shop', Shipped ? [PriceWorker, ShipmentWorker] : [PriceWorker])
  const bus = await openBus({ prefix, ladder: LADDER })
  if (role === 'relay') {
    const relay = new Relay(bus, [queue])
    await relay.start()
    app.terminating(() => relay.stop())
  } else {
    await queue.consumeFrom(bus, 4)
  }
  app.terminating(() => bus.close())
}
process.once('SIGTERM', () => void app.terminate().then(() => process.exit()))
process.send!({ started: true })
