import http from 'node:http'
import { once } from 'node:events'
import { createHash, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Events, OAuth2Server } from 'oauth2-mock-server'
import { github, githubAt, google } from '#config/ally'
import { unique } from '#tests/factories'

type Answer = { status?: number; body: unknown }
type Offer = { clientId: string; redirectUri: string; challenge: string }

export const CLIENT = { clientId: 'client-of-latchkey', clientSecret: 'a secret of the client' }

/** Google, as its documents describe it, by a server of OpenID Connect on this machine. */
export class TestGoogle {
  readonly name = 'google'
  readonly settings = google
  readonly server = new OAuth2Server()
  /** What the userinfo endpoint says. */
  person: Record<string, unknown> = {}
  isDenied = false
  /** What the token endpoint was sent. */
  asked: Record<string, string> = {}

  static async start() {
    const provider = new TestGoogle()
    await provider.server.issuer.keys.generate('RS256')
    await provider.server.start(0, '127.0.0.1')
    provider.#obey()
    const url = provider.server.issuer.url!
    point(google, url, { authorizeUrl: '/authorize', accessTokenUrl: '/token', userInfoUrl: '/userinfo' })
    return provider
  }

  async stop() {
    forget(google)
    await this.server.stop()
  }

  recognise(email: string, { isVerified = true, ...rest }: { isVerified?: boolean; hd?: string } = {}) {
    this.isDenied = false
    this.person = { sub: unique('sub'), name: 'Gus Google', email, email_verified: isVerified, ...rest }
    return this.person.sub as string
  }

  #obey() {
    const { service } = this.server
    service.on(Events.BeforeUserinfo, (response: { body: object }) => {
      response.body = this.person
    })
    service.on(Events.BeforeResponse, (_: unknown, request: { body: Record<string, string> }) => {
      this.asked = { ...request.body }
    })
    service.on(Events.BeforeAuthorizeRedirect, ({ url }: { url: URL }) => {
      if (!this.isDenied) return
      url.searchParams.delete('code')
      url.searchParams.set('error', 'access_denied')
    })
  }
}

/** A GitHub Enterprise Server, as it documents its web application flow and the two calls of its REST API that the product makes. */
export class TestGithub {
  readonly name = 'github'
  readonly settings = github
  url = ''
  person: { id: number; login: string; name: string | null; email: string | null } = nobody()
  addresses: { email: string; primary: boolean; verified: boolean; visibility: string | null }[] = []
  isDenied = false
  /** Instead of an answer of the API. */
  broken: Answer | undefined
  #codes = new Map<string, Offer>()
  #tokens = new Set<string>()
  #server = http.createServer((request, response) => void this.#serve(request, response))

  static async start() {
    const provider = new TestGithub()
    provider.#server.listen(0, '127.0.0.1')
    await once(provider.#server, 'listening')
    const url = `http://127.0.0.1:${(provider.#server.address() as AddressInfo).port}`
    Object.assign(github, CLIENT, githubAt(url))
    provider.url = url
    return provider
  }

  async stop() {
    forget(github)
    this.#server.closeAllConnections()
    this.#server.close()
  }

  recognise(email: string, { isVerified = true }: { isVerified?: boolean } = {}) {
    this.isDenied = false
    this.broken = undefined
    this.person = { ...nobody(), name: 'Gitte Hub', email: `shown-${email}` }
    this.addresses = [
      { email: `old-${email}`, primary: false, verified: true, visibility: null },
      { email, primary: true, verified: isVerified, visibility: 'private' },
    ]
    return String(this.person.id)
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse) {
    const url = new URL(request.url!, 'http://here')
    const body = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
    if (url.pathname === '/login/oauth/authorize') {
      response.writeHead(302, { location: this.#authorize(url.searchParams) }).end()
    } else {
      const token = /^token (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
      const { status = 200, body: answer } =
        url.pathname === '/login/oauth/access_token'
          ? { body: this.#redeem(body) }
          : this.#api(url.pathname, request.headers['user-agent'], token)
      const isJson = request.headers.accept?.includes('json') || url.pathname.startsWith('/api/v3/')
      const words = isJson ? JSON.stringify(answer) : new URLSearchParams(answer as never).toString()
      response.writeHead(status, { 'content-type': isJson ? 'application/json' : 'text/plain' }).end(words)
    }
  }

  #authorize(query: URLSearchParams) {
    const back = new URL(query.get('redirect_uri')!)
    back.searchParams.set('state', query.get('state') ?? '')
    if (this.isDenied) {
      back.searchParams.set('error', 'access_denied')
      back.searchParams.set('error_description', 'The user has denied your application access.')
    } else {
      const code = randomBytes(10).toString('hex')
      const [clientId, challenge] = [query.get('client_id')!, query.get('code_challenge')!]
      this.#codes.set(code, { clientId, challenge, redirectUri: query.get('redirect_uri')! })
      back.searchParams.set('code', code)
    }
    return back.href
  }

  // Refusals come with 200, as GitHub documents them.
  #redeem(form: URLSearchParams) {
    const offer = this.#codes.get(form.get('code') ?? '')
    this.#codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (form.get('client_id') !== CLIENT.clientId || form.get('client_secret') !== CLIENT.clientSecret)
      return { error: 'incorrect_client_credentials' }
    if (!offer || offer.challenge !== challenge) return { error: 'bad_verification_code' }
    if (offer.redirectUri !== form.get('redirect_uri')) return { error: 'redirect_uri_mismatch' }
    const token = `gho_${randomBytes(18).toString('hex')}`
    this.#tokens.add(token)
    return { access_token: token, scope: 'read:user,user:email', token_type: 'bearer' }
  }

  #api(path: string, userAgent: string | undefined, token: string | undefined): Answer {
    if (this.broken) return this.broken
    if (!userAgent) return { status: 403, body: { message: 'Request forbidden by administrative rules' } }
    if (!token || !this.#tokens.has(token)) return { status: 401, body: { message: 'Bad credentials' } }
    return { body: path === '/api/v3/user' ? this.person : this.addresses }
  }
}

let lastId = Math.floor(Math.random() * 1e9)
const nobody = () => ({ id: ++lastId, login: unique('octo'), name: null, email: null })

type Settings = typeof google | typeof github

function point(settings: Settings, url: string, paths: Record<string, string>) {
  const places = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, url + path]))
  Object.assign(settings, CLIENT, places, { privateHosts: [new URL(url).host] })
}

function forget(settings: Settings) {
  Object.assign(settings, { clientId: '', clientSecret: '' })
}
