import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Ledger } from '#tests/faults/campaign/ledger'

export const RECEIVER_MOODS = ['well', 'failing', 'throttling', 'silent', 'resetting', 'hanging up'] as const
export type ReceiverMood = (typeof RECEIVER_MOODS)[number]

/** A company's own program in changing moods. It tells the ledger of a message before it answers. */
export class MoodyWebhookReceiver {
  mood: ReceiverMood = 'well'
  #server = createServer((request, response) => void this.#take(request, response).catch(() => {}))

  constructor(private ledger: Ledger) {}

  async open() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  get host() {
    const address = this.#server.address()
    return `127.0.0.1:${typeof address === 'object' ? address!.port : 0}`
  }

  close() {
    this.#server.closeAllConnections()
    return new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  async #take(request: IncomingMessage, response: ServerResponse) {
    const { mood } = this
    if (mood === 'resetting') return void request.socket.resetAndDestroy()
    await once(request.resume(), 'end')
    if (mood === 'failing') return void response.writeHead(503).end()
    if (mood === 'throttling') return void response.writeHead(429, { 'retry-after': '1' }).end()
    await this.ledger.write({ is: 'webhook taken', id: String(request.headers['webhook-id']) })
    if (mood === 'silent') return
    if (mood === 'hanging up') request.socket.resetAndDestroy()
    else response.writeHead(204).end()
  }
}
