import app from '@adonisjs/core/services/app'
import queueConfig from '#config/queue'
import type { Bus } from '#app/platform/bus/bus'

/** A bus of the configured kind. The driver that is not in use is never loaded. */
export async function openBus(overrides: Partial<typeof queueConfig> = {}): Promise<Bus> {
  const config = { ...queueConfig, ...overrides }
  if (config.driver === 'rabbitmq') {
    const { RabbitMQBus } = await import('#app/platform/bus/rabbitmq_bus')
    return new RabbitMQBus({ ...config, url: config.amqpUrl! })
  } else {
    const { EmbeddedBus } = await import('#app/platform/bus/embedded_bus')
    return new EmbeddedBus(config)
  }
}

let shared: Promise<Bus> | undefined

/** The one that a web process looks through: health, depths, dead letters. */
export function sharedBus() {
  if (!shared) {
    shared = openBus()
    app.terminating(async () => (await shared)?.close())
  }
  return shared
}
