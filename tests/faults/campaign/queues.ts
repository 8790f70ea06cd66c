import { Connection } from 'rabbitmq-client'
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
  try {
    const names = Object.keys(workers).map((name) => `${prefix}.${name}`)
    return {
      waiting: await count(names.flatMap((name) => [name, `${name}.crowd`])),
      dead: await count(names.map((name) => `${name}.dead`)),
      retrying: await count([...new Set(queueConfig.ladder)].map((wait) => `${prefix}.retry.${wait}`)),
    }
  } finally {
    await connection.close()
  }
}
