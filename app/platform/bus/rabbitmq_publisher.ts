import type { Connection, Envelope, Publisher, ReturnedMessage } from 'rabbitmq-client'
import { BusUnavailableError } from '#app/platform/bus/bus'

export type Message = { envelope: Envelope & { messageId: string }; body: unknown }

const CONFIRM_WITHIN = 10_000

/** Sends, and waits until the broker has taken responsibility. What is not confirmed in time counts as not sent. */
export class RabbitMQPublisher {
  #publisher?: Publisher
  #returned = new Set<string>()

  constructor(private connection: () => Connection) {}

  /** Resolves to the ids of the messages that no queue took. */
  async send(messages: Message[]): Promise<Set<string>> {
    const publisher = (this.#publisher ??= this.#open())
    const sent = messages.map(({ envelope, body }) =>
      publisher.send({ durable: true, mandatory: true, ...envelope }, body)
    )
    const results = await this.#within(CONFIRM_WITHIN, Promise.allSettled(sent))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw new BusUnavailableError(undefined, { cause: failed.reason })
    // The library tells of a returned message one turn after it tells that the broker has dealt with it.
    await new Promise(setImmediate)
    return new Set(
      messages.map(({ envelope }) => envelope.messageId).filter((id) => this.#returned.delete(id))
    )
  }

  async close() {
    await this.#publisher?.close()
    this.#publisher = undefined
  }

  #open() {
    this.#returned.clear()
    const publisher = this.connection().createPublisher({ confirm: true })
    publisher.on('basic.return', ({ messageId }: ReturnedMessage) => this.#returned.add(messageId!))
    return publisher
  }

  // A quorum queue without a leader swallows messages and confirms none of them, on a connection that looks healthy.
  async #within<T>(milliseconds: number, confirmed: Promise<T>) {
    let timer: NodeJS.Timeout
    const overdue = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        void this.close().catch(() => {})
        reject(new BusUnavailableError(`The broker did not confirm within ${milliseconds / 1000} s`))
      }, milliseconds)
    })
    return Promise.race([confirmed, overdue]).finally(() => clearTimeout(timer))
  }
}
