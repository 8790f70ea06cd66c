import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { privateWebhookHosts } from '#config/webhooks'

type Received = { headers: IncomingHttpHeaders; body: string; path: string }
type Answer = { status: number; headers?: Record<string, string>; body?: string }

/** A receiver of webhooks, which reads signatures by other means than the product's. */
export class WebhookReceiver {
  #server?: Server
  received: Received[] = []
  /** What is answered instead of 204: one for each request to come, or all of them. */
  answers: Answer[] | Answer = []

  async open() {
    this.#server = createServer(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString()
      this.received.push({ headers: request.headers, body, path: request.url! })
      const said = Array.isArray(this.answers) ? this.answers.shift() : this.answers
      const { status, headers, body: answer } = said ?? { status: 204 }
      response.writeHead(status, headers).end(answer)
    }).listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    privateWebhookHosts.push(this.host)
    return this
  }

  async close() {
    privateWebhookHosts.splice(privateWebhookHosts.indexOf(this.host), 1)
    this.#server!.closeAllConnections()
    this.#server!.close()
    await once(this.#server!, 'close')
  }

  get host() {
    return `localhost:${(this.#server!.address() as { port: number }).port}`
  }

  get url() {
    return `http://${this.host}/hooks`
  }
}

/** What a message says, if it is signed with the secret; throws where it is not. */
export const verified = ({ body, headers }: Pick<Received, 'body' | 'headers'>, secret: string) =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as {
    type: string
    timestamp: string
    version: number
    data: { subject: { type: string; id: string }; facts: Record<string, unknown> }
  }
