import { Connection } from 'rabbitmq-client'

/** Leaves a broker that others use as it was found. */
export async function removeFromBroker(url: string, prefix: string, queues: string[], ladder: number[]) {
  const retries = ladder.map((wait) => `${prefix}.retry.${wait}`)
  await onBroker(url, async (broker) => {
    for (const queue of [
      ...queues.flatMap((name) =>
        ['', '.bundles', '.crowd', '.dead'].map((kind) => `${prefix}.${name}${kind}`)
      ),
      ...retries,
    ]) {
      await broker.queueDelete(queue)
    }
    for (const exchange of [`${prefix}.events`, `${prefix}.bundles`, `${prefix}.crowd`, ...retries])
      await broker.exchangeDelete({ exchange })
  })
}

export async function onBroker(url: string, work: (broker: Connection) => Promise<void>) {
  const broker = new Connection(url)
  await broker.onConnect()
  await work(broker)
  await broker.close()
}
