import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'

const STREAM = '/__transmit/events'

/** Stands before several web processes as a load balancer does: a request to each in turn, past those that are down. */
export class Turnstile {
  #server = createServer((incoming, answer) => void this.#take(incoming, answer))
  #turn = 0
  #isShut = false
  #open = new Set<ServerResponse>()
  #underWay = new Set<ServerResponse>()
  /** Through which process each stream was begun. */
  begun: string[] = []
  behind: string[] = []

  async open() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const { port } = this.#server.address() as { port: number }
    return `http://localhost:${port}`
  }

  get streams() {
    return this.#open.size
  }

  /** As when a network goes away: what was under way is over, and nothing gets through until it is opened again. */
  shut() {
    this.#isShut = true
    for (const answer of this.#underWay) answer.destroy()
  }

  reopen() {
    this.#isShut = false
  }

  async close() {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #take(incoming: IncomingMessage, answer: ServerResponse) {
    this.#underWay.add(answer)
    answer.once('close', () => this.#underWay.delete(answer))
    this.#pass(incoming, Buffer.concat(await Array.fromAsync(incoming)), answer, this.#turn++)
  }

  #pass(incoming: IncomingMessage, body: Buffer, answer: ServerResponse, turn: number, tried = 0) {
    if (this.#isShut || tried === this.behind.length) return answer.writeHead(502).end()
    const target = this.behind[(turn + tried) % this.behind.length]
    const onward = request(target + incoming.url!, {
      method: incoming.method,
      headers: incoming.headers,
      agent: false,
    })
    onward.once('response', (given) => {
      answer.writeHead(given.statusCode!, given.headers)
      given.pipe(answer)
      given.once('error', () => answer.destroy())
      if (incoming.url!.startsWith(STREAM)) this.#watch(answer, target)
    })
    onward.once('error', () => {
      if (answer.headersSent) answer.destroy()
      else this.#pass(incoming, body, answer, turn, tried + 1)
    })
    answer.once('close', () => onward.destroy())
    onward.end(body)
  }

  #watch(answer: ServerResponse, target: string) {
    this.begun.push(target)
    this.#open.add(answer)
    answer.once('close', () => this.#open.delete(answer))
  }
}
