import { Connection } from 'rabbitmq-client'

const QUEUE = 'bench.raw'
const IN_FLIGHT = 500
const PREFETCH = 256
const BODY = { text: 'x'.repeat(380) }

/** Publishing with confirms and consuming with acknowledgements, side by side: no outbox, no inbox, no effect. */
export async function runRaw(events: number) {
  const connection = new Connection({ url: process.env.AMQP_URL!, noDelay: true })
  connection.on('error', () => {})
  const channel = await connection.acquire()
  await channel.queueDeclare({ queue: QUEUE, durable: true, arguments: { 'x-queue-type': 'quorum' } })
  const publisher = connection.createPublisher({ confirm: true })
  const startedAt = performance.now()
  let got = 0
  const all = Promise.withResolvers<void>()
  const consumer = connection.createConsumer(
    {
      queue: QUEUE,
      queueOptions: { durable: true, arguments: { 'x-queue-type': 'quorum' } },
      qos: { prefetchCount: PREFETCH },
    },
    async () => {
      if (++got === events) all.resolve()
    }
  )
  consumer.on('error', () => {})
  for (let sent = 0; sent < events; sent += IN_FLIGHT) {
    const batch = Array.from({ length: Math.min(IN_FLIGHT, events - sent) }, () =>
      publisher.send({ routingKey: QUEUE, durable: true }, BODY)
    )
    await Promise.all(batch)
  }
  await all.promise
  const seconds = (performance.now() - startedAt) / 1000
  await consumer.close()
  await channel.queueDelete(QUEUE)
  await channel.close()
  await publisher.close()
  await connection.close()
  return seconds
}
