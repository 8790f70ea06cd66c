import type { Channel, SyncMessage } from 'rabbitmq-client'
import { acrossTenants } from '#app/platform/database/current'
import type { RecordedEvent } from '#app/platform/events/events'
import { BusUnavailableError, type DeadLetter, type DeadLetters } from '#app/platform/bus/bus'
import { unpack } from '#app/platform/events/envelope'
import type { RabbitMQPublisher } from '#app/platform/bus/rabbitmq_publisher'

export const ATTEMPTS = 'x-latchkey-attempts'
export const CAUSE = 'x-latchkey-cause'
export const DIED_AT = 'x-latchkey-died-at'

const MOST = 10_000
const TOGETHER = 200

type Options = {
  queue: string
  acquire(): Promise<Channel>
  publisher: RabbitMQPublisher
}

/** AMQP has no way to look: messages are taken without acknowledgement and fall back when the channel closes. */
export class RabbitMQDeadLetters implements DeadLetters {
  constructor(private options: Options) {}

  async list(limit = 100, tenantId?: string): Promise<DeadLetter[]> {
    const dead: DeadLetter[] = []
    await this.#look(MOST, async (message) => {
      const letter = toDeadLetter(message)
      if (!tenantId || letter.event?.tenantId === tenantId) dead.push(letter)
      return dead.length === limit
    })
    return dead
  }

  replay(ids: string[]) {
    return this.#take(ids, async (messages) => {
      const returned = await this.options.publisher.send(
        messages.map(({ body, contentType, messageId }) => ({
          envelope: { routingKey: this.options.queue, messageId: messageId!, contentType },
          body,
        }))
      )
      if (returned.size > 0) throw new BusUnavailableError(`There is no queue ${this.options.queue}`)
    })
  }

  discard(ids: string[]) {
    return this.#take(ids, async () => {})
  }

  // One that was sent again and not acknowledged comes twice, never not at all.
  async #take(ids: string[], act: (messages: SyncMessage[]) => Promise<void>) {
    const wanted = new Set(ids)
    const taken: string[] = []
    let hand: SyncMessage[] = []
    const finish = async (channel: Channel) => {
      const messages = hand
      hand = []
      if (messages.length > 0) await act(messages)
      for (const { deliveryTag, messageId } of messages) {
        channel.basicAck({ deliveryTag })
        taken.push(messageId!)
      }
    }
    await this.#look(
      MOST,
      async (message, channel) => {
        if (wanted.delete(message.messageId!)) hand.push(message)
        if (hand.length === TOGETHER) await finish(channel)
        return wanted.size === 0
      },
      finish
    )
    return taken
  }

  async #look(
    limit: number,
    visit: (message: SyncMessage, channel: Channel) => Promise<boolean>,
    finish?: (channel: Channel) => Promise<void>
  ) {
    await this.#alone(async () => {
      const channel = await this.options.acquire()
      try {
        for (let count = 0; count < limit; count++) {
          const message = await channel.basicGet(`${this.options.queue}.dead`)
          if (!message || (await visit(message, channel))) break
        }
        await finish?.(channel)
      } finally {
        await channel.close()
      }
    })
  }

  // What one has taken to look at, others cannot see.
  #alone(look: () => Promise<void>) {
    return acrossTenants(async (trx) => {
      await trx.rawQuery('select pg_advisory_xact_lock(78, hashtext(?))', [this.options.queue])
      await look()
    })
  }
}

function toDeadLetter({ messageId, headers, body, timestamp }: SyncMessage): DeadLetter {
  return {
    id: messageId ?? '',
    event: readable(body),
    attempts: Number(headers?.[ATTEMPTS] ?? 0),
    cause: headers?.[CAUSE] ?? 'Its consumer died with it again and again',
    diedAt: toDate(headers?.[DIED_AT] ?? headers?.['x-death']?.[0]?.time ?? timestamp),
  }
}

function readable(body: unknown): RecordedEvent | null {
  try {
    return unpack(body)
  } catch {
    return null
  }
}

// AMQP counts seconds, our own header is ISO text.
function toDate(time: number | string | undefined) {
  if (time === undefined) return null
  return new Date(typeof time === 'number' ? time * 1000 : time)
}
