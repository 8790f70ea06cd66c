import env from '#start/env'
import { SettingError } from '#app/platform/failed_start'

const SECOND = 1000
const MINUTE = 60 * SECOND

const driver = env.get('QUEUE_DRIVER')
const amqpUrl = env.get('AMQP_URL')?.release()

if (driver === 'rabbitmq' && !amqpUrl) {
  throw new SettingError(
    'AMQP_URL is missing: QUEUE_DRIVER=rabbitmq needs the address of a broker (or choose QUEUE_DRIVER=embedded)'
  )
}

export type QueueConfig = typeof queueConfig

const queueConfig = {
  driver,
  amqpUrl,
  /** Names the exchange and queues, so that several installations can share a broker. */
  prefix: env.get('QUEUE_PREFIX') ?? 'latchkey',
  /** The waits before an event is handled again; after the last one it becomes a dead letter. */
  ladder: [5 * SECOND, 30 * SECOND, 5 * MINUTE, 60 * MINUTE],
  /** How often a consumer may die with the same event in its hands: a cut line counts too, for all that were held. */
  deliveryLimit: 100,
  /** Events of one queue that one worker process handles at the same time. */
  concurrency: env.get('WORKER_CONCURRENCY') ?? 8,
  /** What is in hand at a stop must be finished by then. */
  stopTimeout: 8 * SECOND,
}

export default queueConfig
