import { setTimeout as pause } from 'node:timers/promises'
import { Connection, ConsumerStatus, type AsyncMessage, type Channel, type Consumer } from 'rabbitmq-client'
import logger from '@adonisjs/core/services/logger'
import type { RecordedEvent } from '#app/platform/events/events'
import { BusUnavailableError, UnroutableError } from '#app/platform/bus/bus'
import type {
  Bus,
  ConsumeOptions,
  DeadLetters,
  Departure,
  Depths,
  Handle,
  Reach,
} from '#app/platform/bus/bus'
import { unpack } from '#app/platform/events/envelope'
import { ATTEMPTS, CAUSE, DIED_AT, RabbitMQDeadLetters } from '#app/platform/bus/rabbitmq_dead_letters'
import { BUNDLE, bundlesOf } from '#app/platform/bus/bundles'
import { gatherWrites } from '#app/platform/bus/gathered_writes'
import { messageOf, partsOf, traced, type Part } from '#app/platform/bus/rabbitmq_message'
import { RabbitMQPublisher, type Message } from '#app/platform/bus/rabbitmq_publisher'
import { RabbitMQTopology, type QueueTarget } from '#app/platform/bus/rabbitmq_topology'
import { ofTrace } from '#app/platform/telemetry/tracing'
import { RetryLadder } from '#app/platform/bus/retry_ladder'

type Options = { url: string; prefix: string; ladder: number[]; deliveryLimit: number }

/** A queue as its workers know it, and the one of the broker that a message came from. */
type Source = { queue: string; from: string; concurrency: number }

/** How often the broker has delivered it in vain. */
const DELIVERIES = 'x-delivery-count'
/** After so many deaths of a consumer a bundle is no longer handed out whole. */
const DEADLY = 3
const ACQUIRE_TIMEOUT = 10_000
const PATIENCE = 1000

/** Topic exchange, quorum queues, confirms. Publishing has its own connection: a blocked publisher must not hold up acknowledgements. */
export class RabbitMQBus implements Bus {
  readonly driver = 'rabbitmq'
  #topology: RabbitMQTopology
  #ladder: RetryLadder
  #consumers: Consumer[] = []
  #connections = new Map<string, Connection>()
  #publisher = new RabbitMQPublisher(() => this.#connection('publisher'))
  #isClosing = false
  /** How often the connection of the consumers was lost. */
  #cuts = 0

  constructor(private options: Options) {
    this.#topology = new RabbitMQTopology(options)
    this.#ladder = new RetryLadder(options.ladder)
  }

  async declare(queue: string, reach: Reach) {
    await this.#topology.declare((work) => this.#onChannel(work), queue, reach)
  }

  async publish(events: RecordedEvent[], { behind, concerned }: Departure = {}) {
    const addressOf = (event: RecordedEvent) =>
      this.#topology.toQueues(event.name, concerned?.(event), behind?.has(event.id))
    const bundles = bundlesOf(events, addressOf, behind)
    const returned = await this.#publisher.send(bundles.map(messageOf))
    if (returned.size > 0)
      throw new UnroutableError(
        bundles.filter(({ events: [{ id }] }) => returned.has(id)).flatMap((one) => one.events)
      )
  }

  async consume(queue: string, { concurrency, ...reach }: ConsumeOptions, handle: Handle) {
    await this.declare(queue, reach)
    const [front, bundles, crowd] = this.#topology.queuesOf(queue)
    const hand = (target: QueueTarget) => (message: AsyncMessage) =>
      this.#handle({ queue, from: target.queue, concurrency }, message, handle)
    for (const target of [front, crowd]) this.#consumeFrom(target, concurrency, hand(target))
    this.#consumeFrom(bundles, Math.ceil((2 * concurrency) / BUNDLE.events), hand(bundles))
  }

  // Each fetches for itself, so that many of the one leave room for the others; what failed comes back to the front.
  #consumeFrom(
    target: QueueTarget,
    concurrency: number,
    hand: (message: AsyncMessage) => Promise<ConsumerStatus | void>
  ) {
    const consumer = this.#connection('consumer').createConsumer(
      {
        ...target,
        concurrency,
        qos: { prefetchCount: concurrency * 2 },
        requeue: true,
      },
      // On closing the library would still work off what it has fetched: give it back.
      (message) => (this.#isClosing ? ConsumerStatus.REQUEUE : hand(message))
    )
    consumer.on('error', (error) =>
      logger.warn({ err: error, queue: target.queue }, 'Lost a queue for a moment')
    )
    this.#consumers.push(consumer)
  }

  deadLetters(queue: string): DeadLetters {
    return new RabbitMQDeadLetters({
      queue: this.#topology.nameOf(queue),
      acquire: () => this.#connection('publisher').acquire(),
      publisher: this.#publisher,
    })
  }

  async depths(queues: string[]): Promise<Depths> {
    const depths: Depths = { queues: [], retrying: 0, rungs: [] }
    for (const queue of queues) {
      const name = this.#topology.nameOf(queue)
      const [front, dead] = [await this.#count(name), await this.#count(`${name}.dead`)]
      const waiting = front + (await this.#count(`${name}.bundles`)) + (await this.#count(`${name}.crowd`))
      depths.queues.push({ queue, waiting, dead, oldestInSeconds: null })
    }
    for (const { name, wait } of this.#topology.retryQueues) {
      const count = await this.#count(name)
      depths.rungs.push({ waitInSeconds: wait / 1000, count })
      depths.retrying += count
    }
    return depths
  }

  async ready() {
    const connection = this.#connection('publisher')
    try {
      await connection.onConnect(2000, true)
    } catch (error) {
      throw new BusUnavailableError(undefined, { cause: error })
    }
    if (!connection.ready)
      throw new BusUnavailableError('The broker blocks publishers: it is low on memory or disk')
  }

  async close() {
    this.#isClosing = true
    await Promise.all(this.#consumers.map((consumer) => consumer.close()))
    await this.#publisher.close()
    await Promise.all([...this.#connections.values()].map((connection) => connection.close()))
    this.#consumers = []
    this.#connections.clear()
  }

  async #handle({ queue, from, concurrency }: Source, message: AsyncMessage, handle: Handle) {
    const parts = partsOf(message)
    if (parts.length > 1 && Number(message.headers?.[DELIVERIES] ?? 0) >= DEADLY)
      return this.#scatter(from, parts)
    for (let at = 0; at < parts.length; at += concurrency) {
      if (this.#isClosing) return ConsumerStatus.REQUEUE
      const some = parts.slice(at, at + concurrency)
      const ends = await Promise.allSettled(some.map((part) => this.#handlePart(queue, part, handle)))
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    }
  }

  async #handlePart(queue: string, { body, messageId, contentType, trace, attempts }: Part, handle: Handle) {
    try {
      await handle(ofTrace(unpack(body), trace))
    } catch (error) {
      const next = this.#ladder.after(attempts + 1, error)
      const headers = 'cause' in next ? { [CAUSE]: next.cause, [DIED_AT]: new Date().toISOString() } : {}
      const address =
        'cause' in next ? this.#topology.toDead(queue) : this.#topology.toRetry(queue, next.retryIn)
      const envelope = {
        ...address,
        messageId,
        contentType,
        headers: { ...traced(trace), ...headers, [ATTEMPTS]: next.attempts },
      }
      const returned = await this.#handOver([{ envelope, body }])
      if (returned.size > 0)
        throw new BusUnavailableError(`There is no queue behind ${queue} to take what failed`)
    }
  }

  // Consumers die with one of them: which, is found where each goes by itself.
  async #scatter(routingKey: string, parts: Part[]) {
    const returned = await this.#handOver(
      parts.map(({ body, messageId, contentType, trace }) => ({
        envelope: { routingKey, messageId, contentType, headers: traced(trace) },
        body,
      }))
    )
    if (returned.size > 0) throw new BusUnavailableError(`There is no queue ${routingKey}`)
  }

  // Given back, it would come again at once, and the broker counts that as one more consumer that it has killed: it is held
  // until the broker takes it, or has it again itself since the connection it came by is gone.
  async #handOver(messages: Message[]): Promise<Set<string>> {
    const cuts = this.#cuts
    for (;;) {
      try {
        return await this.#publisher.send(messages)
      } catch (error) {
        await pause(PATIENCE)
        if (this.#isClosing || cuts !== this.#cuts) throw error
      }
    }
  }

  async #count(queue: string) {
    try {
      return (await this.#onChannel((channel) => channel.queueDeclare({ queue, passive: true }))).messageCount
    } catch (error) {
      if ((error as { code?: string }).code === 'NOT_FOUND') return 0
      throw error
    }
  }

  // What the broker refuses (a queue that is not there yet, or is made otherwise) closes the channel.
  async #onChannel<T>(work: (channel: Channel) => Promise<T>) {
    const channel = await this.#connection('publisher').acquire()
    try {
      return await work(channel)
    } finally {
      if (channel.active) await channel.close()
    }
  }

  #connection(use: 'publisher' | 'consumer') {
    const existing = this.#connections.get(use)
    if (existing) return existing
    const connection = new Connection({
      url: this.options.url,
      connectionName: `${this.options.prefix} ${use}`,
      acquireTimeout: ACQUIRE_TIMEOUT,
      retryLow: 250,
      retryHigh: 1000,
      noDelay: true,
    })
    connection.on('error', (error) => {
      if (use === 'consumer') this.#cuts++
      logger.warn({ err: error, connection: use }, 'Lost the broker for a moment')
    })
    gatherWrites(connection)
    this.#connections.set(use, connection)
    return connection
  }
}
