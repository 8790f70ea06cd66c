import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import ece from 'http_ece'
import type { PushMessage, PushTarget } from '#app/platform/sending/web_push'

export type Received = {
  message: PushMessage
  headers: IncomingHttpHeaders
  claims: { aud: string; exp: number; sub: string }
}

/**
 * A push service and the browser behind it, as the RFCs have them and by other means than the product's: the token is
 * checked by node:crypto, the message opened by http_ece.
 */
export class PushService {
  #browser = createECDH('prime256v1')
  #auth = randomBytes(16)
  #server?: Server
  received: Received[] = []
  /** Why a request was not taken. */
  refused: string[] = []
  /** What is answered instead, one for each request to come. */
  answers: { status: number; headers?: Record<string, string> }[] = []
  lengths: number[] = []

  constructor(private port = 0) {
    this.#browser.generateKeys()
  }

  async open() {
    this.#server = createServer(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request))
      this.lengths.push(body.length)
      try {
        const claims = this.#claimsIn(request.headers)
        const plain = ece.decrypt(body, {
          version: 'aes128gcm',
          privateKey: this.#browser,
          authSecret: this.#auth.toString('base64url'),
        })
        this.received.push({ message: JSON.parse(plain.toString()), headers: request.headers, claims })
      } catch (error) {
        this.refused.push((error as Error).message)
        return void response.writeHead(400).end()
      }
      const { status, headers } = this.answers.shift() ?? { status: 201, headers: { location: '/m/1' } }
      response.writeHead(status, headers).end(status < 300 ? '' : 'said the service')
    }).listen(this.port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.port = (this.#server.address() as { port: number }).port
    return this
  }

  async close() {
    this.#server!.closeAllConnections()
    this.#server!.close()
    await once(this.#server!, 'close')
  }

  get origin() {
    return `http://localhost:${this.port}`
  }

  target(): PushTarget {
    return {
      endpoint: `${this.origin}/${randomBytes(9).toString('base64url')}`,
      p256dh: this.#browser.getPublicKey('base64url'),
      auth: this.#auth.toString('base64url'),
    }
  }

  #claimsIn({ authorization = '', ttl, topic = '', ...headers }: IncomingHttpHeaders) {
    const [, token, key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization)!
    const [head, claims, signature] = token.split('.')
    const raw = Buffer.from(key, 'base64url')
    const [x, y] = [raw.subarray(1, 33), raw.subarray(33)].map((half) => half.toString('base64url'))
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } })
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url')
    )
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString())
    const isInTime = said.exp > Date.now() / 1000 && said.exp <= Date.now() / 1000 + 86_400
    if (!isSigned) throw new Error('The token is not signed with the key beside it')
    if (said.aud !== this.origin || !isInTime || !/^(mailto|https):/.test(said.sub)) throw new Error('claims')
    if (!/^\d+$/.test(String(ttl)) || !/^[\w-]{1,32}$/.test(String(topic))) throw new Error('headers')
    if (headers['content-encoding'] !== 'aes128gcm') throw new Error('encoding')
    return said
  }
}

/** A browser at a public push service, as one subscribes. */
export function pushTarget(): PushTarget {
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  return {
    endpoint: `https://push.latchkey.example/${randomBytes(9).toString('base64url')}`,
    p256dh: browser.getPublicKey('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
}
