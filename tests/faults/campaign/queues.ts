import { Connection } from 'rabbitmq-client'
import { CAUSE } from '#app/platform/bus/rabbitmq_dead_letters'
import { workers } from '#start/workers'

/** What lies in the broker, asked past the product. */
export async function depths(url: string, prefix: string) {
  // Reads the environment, which the stage has set by now.
  const { default: queueConfig } = await import('#config/queue')
  const connection = new Connection({ url, acquireTimeout: 5000, retryLow: 250 })
  connection.on('error', () => {})
  const count = async (names: string[]) => {
    let sum = 0
    for (const queue of names) sum += (await connection.queueDeclare({ queue, passive: true })).messageCount
    return sum
  }
  /** Taken without acknowledgement: they fall back when the channel closes. */
  const causes = async (queues: string[]) => {
    const found: Record<string, number> = {}
    const channel = await connection.acquire()
    for (const queue of queues) {
      for (let message; (message = await channel.basicGet(queue));) {
        const { headers } = message
        const cause = headers?.[CAUSE] ?? headers?.['x-death']?.[0]?.reason ?? 'no cause'
        const what = `${queue.split('.').at(-2)}: ${cause}`
        found[what] = (found[what] ?? 0) + 1
      }
    }
    await channel.close()
    return found
  }
  try {
    const names = Object.keys(workers).map((name) => `${prefix}.${name}`)
    return {
      waiting: await count(names.flatMap((name) => [name, `${name}.bundles`, `${name}.crowd`])),
      dead: await causes(names.map((name) => `${name}.dead`)),
      retrying: await count([...new Set(queueConfig.ladder)].map((wait) => `${prefix}.retry.${wait}`)),
    }
  } finally {
    await connection.close()
  }
}
