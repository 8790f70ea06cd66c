import { ApiRequest } from '@adonisjs/ally'
import { safeFetch } from '#app/platform/outbound/safe_http'
import { SocialLoginError } from '#plugins/social_login/errors'

export type Network = {
  /** Servers inside the private network, as `host:port`, that may be called; without TLS too. */
  privateHosts?: readonly string[]
}

const MAX_BYTES = 256 * 1024
const TIMEOUT = 8_000

/** A driver's request, sent through the one way out of the product. */
export class SafeRequest extends ApiRequest {
  constructor(
    private url: string,
    private network: Network
  ) {
    super(url)
  }

  get() {
    return this.#send({ method: 'GET' })
  }

  /** Drivers post for nothing but tokens. */
  async post() {
    const tokens = await this.#send({ method: 'POST', body: new URLSearchParams(this.getFields()) })
    if (typeof tokens.access_token !== 'string')
      throw new SocialLoginError(`${this.#host} gave no token: ${String(tokens.error).slice(0, 100)}`)
    return tokens
  }

  get #host() {
    return new URL(this.url).host
  }

  async #send(init: RequestInit): Promise<Record<string, unknown>> {
    const { privateHosts = [] } = this.network
    const isNamed = privateHosts.length > 0
    const headers = { 'user-agent': 'Latchkey', ...this.getHeaders(), accept: 'application/json' }
    const limits = { maxBytes: MAX_BYTES, timeout: TIMEOUT }
    const answer = await safeFetch(
      this.url,
      { ...init, headers, redirect: 'error' },
      { privateHosts, allowHttp: isNamed, anyPort: isNamed, ...limits }
    )
    if (!answer.ok) throw new SocialLoginError(`${this.#host} answered with ${answer.status}`)
    const body: unknown = await answer.json().catch(() => null)
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
    throw new SocialLoginError(`${this.#host} answered with something else than an object`)
  }
}
