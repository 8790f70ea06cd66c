import type { Channel, MethodParams, Cmd } from 'rabbitmq-client'
import logger from '@adonisjs/core/services/logger'
import type { Reach } from '#app/platform/bus/bus'

type QueueOptions = MethodParams[Cmd.QueueDeclare]
export type QueueTarget = { queue: string; queueOptions: QueueOptions }

/** Does its work on a channel of its own: what the broker refuses closes the channel. */
type OnChannel = (work: (channel: Channel) => Promise<unknown>) => Promise<unknown>

const QUORUM = {
  'x-queue-type': 'quorum',
  'x-overflow': 'reject-publish',
  'x-dead-letter-strategy': 'at-least-once',
} as const
const DEFAULT_EXCHANGE = ''
const UNLIMITED = 1_000_000_000
const CONCERNS = 'for'

function bindingsOf(queue: string, { subscribes, isNarrow }: Reach) {
  const names = subscribes === 'all' ? ['#'] : subscribes
  return names.map((name) => (isNarrow ? `${name}.${CONCERNS}.#.${queue}.#` : `${name}.#`))
}

/**
 * `latchkey.events` (by `<event>.for.<narrow queues>`) -> `latchkey.<queue>` -> (a failure) `latchkey.retry.<ms>` -> back, or `latchkey.<queue>.dead`.
 * The retry queues are shared: a message enters through a fanout exchange of the same name, with its own queue as routing key,
 * and leaves through the default exchange by that key when its time is over. What has to stand behind others enters in bundles
 * by `latchkey.bundles` and waits in `latchkey.<queue>.bundles`; one by one, as the relay of an earlier release sends it, by
 * `latchkey.crowd` and in `latchkey.<queue>.crowd`.
 */
export class RabbitMQTopology {
  #kept = new Set<string>()

  constructor(private options: { prefix: string; ladder: number[]; deliveryLimit: number }) {}

  get exchange() {
    return `${this.options.prefix}.events`
  }

  get bundles() {
    return `${this.options.prefix}.bundles`
  }

  get crowd() {
    return `${this.options.prefix}.crowd`
  }

  get retryQueues() {
    return [...new Set(this.options.ladder)].map((wait) => ({ name: this.#retryName(wait), wait }))
  }

  nameOf(queue: string) {
    return `${this.options.prefix}.${queue}`
  }

  queuesOf(queue: string): [front: QueueTarget, bundles: QueueTarget, crowd: QueueTarget] {
    const name = this.nameOf(queue)
    const [front, bundles, crowd] = [name, `${name}.bundles`, `${name}.crowd`]
    return [this.#target(front, name), this.#target(bundles, name), this.#target(crowd, name)]
  }

  #target(queue: string, name: string): QueueTarget {
    if (this.#kept.has(queue)) return { queue, queueOptions: { passive: true } }
    return {
      queue,
      queueOptions: {
        durable: true,
        arguments: {
          ...QUORUM,
          'x-delivery-limit': this.options.deliveryLimit,
          'x-dead-letter-exchange': DEFAULT_EXCHANGE,
          'x-dead-letter-routing-key': `${name}.dead`,
        },
      },
    }
  }

  /** The queues of an event: those that hear it everywhere, and the narrow ones that concern its company. */
  toQueues(event: string, concerning: string[] = [], isBehind = false) {
    return {
      exchange: isBehind ? this.bundles : this.exchange,
      routingKey: [event, CONCERNS, ...concerning].join('.'),
    }
  }

  toRetry(queue: string, wait: number) {
    return { exchange: this.#retryName(wait), routingKey: this.nameOf(queue) }
  }

  toDead(queue: string) {
    return { exchange: DEFAULT_EXCHANGE, routingKey: `${this.nameOf(queue)}.dead` }
  }

  async declare(onChannel: OnChannel, queue: string, reach: Reach) {
    const name = this.nameOf(queue)
    await onChannel(async (channel) => {
      for (const exchange of [this.exchange, this.bundles, this.crowd])
        await channel.exchangeDeclare({ exchange, type: 'topic', durable: true })
      for (const wait of new Set(this.options.ladder)) await this.#declareRetry(channel, wait)
      await channel.queueDeclare({
        queue: `${name}.dead`,
        durable: true,
        arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': UNLIMITED },
      })
    })
    for (const target of this.queuesOf(queue)) await this.#declareOrKeep(onChannel, target)
    await onChannel(async (channel) => {
      for (const routingKey of bindingsOf(queue, reach)) {
        await channel.queueBind({ queue: name, exchange: this.exchange, routingKey })
        await channel.queueBind({ queue: `${name}.bundles`, exchange: this.bundles, routingKey })
        await channel.queueBind({ queue: `${name}.crowd`, exchange: this.crowd, routingKey })
      }
    })
  }

  // The limits of a queue cannot be changed: one that an earlier release made keeps them, and all that waits in it.
  async #declareOrKeep(onChannel: OnChannel, { queue, queueOptions }: QueueTarget) {
    try {
      await onChannel((channel) => channel.queueDeclare({ queue, ...queueOptions }))
    } catch (error) {
      if ((error as { code?: string }).code !== 'PRECONDITION_FAILED') throw error
      await onChannel((channel) => channel.queueDeclare({ queue, passive: true }))
      this.#kept.add(queue)
      logger.info({ queue }, 'The queue keeps the limits of the release that made it')
    }
  }

  async #declareRetry(channel: Channel, wait: number) {
    const name = this.#retryName(wait)
    await channel.exchangeDeclare({ exchange: name, type: 'fanout', durable: true })
    await channel.queueDeclare({
      queue: name,
      durable: true,
      arguments: { ...QUORUM, 'x-message-ttl': wait, 'x-dead-letter-exchange': DEFAULT_EXCHANGE },
    })
    await channel.queueBind({ queue: name, exchange: name, routingKey: '' })
  }

  #retryName(wait: number) {
    return `${this.options.prefix}.retry.${wait}`
  }
}
