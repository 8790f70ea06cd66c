import queueConfig from '#config/queue'
import type { Bus } from '#app/platform/bus'

/** The bus this installation is configured for. The driver that is not in use is never loaded. */
export async function openBus(overrides: Partial<typeof queueConfig> = {}): Promise<Bus> {
  const config = { ...queueConfig, ...overrides }
  if (config.driver === 'rabbitmq') {
    const { RabbitMQBus } = await import('#app/platform/rabbitmq_bus')
    return new RabbitMQBus({ ...config, url: config.amqpUrl! })
  } else {
    const { EmbeddedBus } = await import('#app/platform/embedded_bus')
    return new EmbeddedBus(config)
  }
}
