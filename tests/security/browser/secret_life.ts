import { randomBytes, randomUUID } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import router from '@adonisjs/core/services/router'
import { CookieClient } from '@adonisjs/core/http'
import IdentityLink, { type IdentityLinkKind } from '#app/sign_in/identity_link'
import { Totp } from '#app/two_factor/totp'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import type { MailServer } from '#tests/mail_server'
import type { Product } from '#tests/product'
import type { Markers } from '#tests/security/markers'
import { columns } from '#tests/security/surface'
import { makeCompany, makeMember, PASSWORD, unique, type Company } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { SETTINGS } from '#tests/test_issuer'
import { stillIssuer } from '#tests/still_issuer'
import { until } from '#tests/until'
import { Visitor } from '#tests/visitor'

export type Refused = { method: string; path: string; status: number; body: string }
type Page = { props: Record<string, unknown>; flash?: { shownOnce?: string | null }; version: string }

const password = () => `marker ${randomBytes(12).toString('base64')} &`
/** Refused, because it is not long enough. */
const shortPassword = () => `s&${randomBytes(3).toString('hex')}`
const spoiled = (secret: string) => secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A')

/** A company whose people use every secret there is, each rightly and wrongly, on the product as it runs. */
export class SecretLife {
  readonly refused: Refused[] = []
  #admin!: Visitor
  #cookies = new CookieClient(encryption as never)

  static async begin(product: Product, mails: MailServer, markers: Markers) {
    return new SecretLife(product, mails, markers, await makeCompany(), await product.version())
  }

  private constructor(
    private product: Product,
    private mails: MailServer,
    private markers: Markers,
    private company: Company,
    private version: string
  ) {}

  async live() {
    this.#admin = this.#visitor()
    await this.#signIn(this.#admin, this.company.admin.identity.email, PASSWORD)
    await this.#changePassword()
    await this.#newcomer()
    await this.#tokens()
    await this.#webhooks()
    await this.#directoryAndIssuer()
    await this.#withoutPassword()
    await this.#founder()
    await this.#customer()
    await this.#links()
    await this.#readEverything()
  }

  #visitor() {
    return new Visitor({
      origin: this.product.url,
      version: this.version,
      ip: `10.7.${randomBytes(1)[0]}.${randomBytes(1)[0]}`,
      onAnswer: (heard) => heard.status >= 400 && this.refused.push(heard),
    })
  }

  async #signIn(visitor: Visitor, email: string, secret: string) {
    await visitor.send('POST', '/login', { email, password: this.markers.add('password', password()) })
    await visitor.send('POST', '/login', { email, password: secret })
    this.#keepCookies(visitor)
  }

  #keepCookies(visitor: Visitor) {
    const parse = (name: string) => {
      const value = decodeURIComponent(visitor.cookie(name)!)
      return [value, String(this.#cookies.parse(name, value))]
    }
    this.markers.add('session id', ...parse('latchkey_session'))
    this.markers.add('device key', ...parse('latchkey_device'))
  }

  async #changePassword() {
    const next = this.markers.add('password', password())
    await this.#admin.send('POST', '/confirmation', { password: this.markers.add('password', password()) })
    await this.#admin.send('PUT', '/account/password', {
      password: this.markers.add('password', shortPassword()),
    })
    await this.#admin.send('PUT', '/account/password', { password: next })
    await this.#signIn(this.#admin, this.company.admin.identity.email, next)
    await this.#apiSession(next)
  }

  async #apiSession(secret: string) {
    const ask = (path: string, body: object, headers = {}) =>
      this.#api('POST', `/auth/${path}`, body, headers)
    const { email } = this.company.admin.identity
    await ask('login', { email, password: this.markers.add('password', password()) })
    const pair = (await ask('login', { email, password: secret })).data
    const next = (await ask('refresh', { refreshToken: pair.refreshToken })).data
    for (const { accessToken, refreshToken } of [pair, next]) {
      this.markers.add('access token', accessToken)
      this.markers.add('refresh token', refreshToken)
    }
    await this.#useToken('/leads', next.accessToken)
    await ask('refresh', { refreshToken: pair.refreshToken })
    await ask('refresh', { refreshToken: next.refreshToken })
    await ask('logout', {}, { authorization: `Bearer ${next.accessToken}` })
    await this.#useToken('/leads', next.accessToken)
  }

  /** Invited, lets an app show codes, loses the app, forgets the password. */
  async #newcomer() {
    const email = `${unique('new')}@example.com`
    await this.#admin.send('POST', this.company.path('/team/invitations'), {
      name: 'New',
      email,
      role: 'admin',
    })
    const link = await this.#mailed('link invitation', email, 'invitations')
    const secret = this.markers.add('password', password())
    const visitor = this.#visitor()
    await visitor.get(`/invitations/${link}`)
    await visitor.get(`/invitations/${spoiled(link)}`)
    await visitor.send('POST', `/invitations/${link}`, {
      name: 'New',
      password: this.markers.add('password', shortPassword()),
    })
    await visitor.send('POST', `/invitations/${link}`, { name: 'New', password: secret })
    await visitor.send('POST', `/invitations/${link}`, { name: 'New', password: secret })
    const codes = await this.#secondFactor(visitor, email)
    await visitor.send('DELETE', '/session')
    await this.#signIn(visitor, email, secret)
    await visitor.send('POST', '/login/second_factor', { code: this.markers.add('code of an app', '918273') })
    await visitor.send('POST', '/login/second_factor', { code: codes[0] })
    await visitor.send('POST', '/confirmation/code', { code: codes[0] })
    await visitor.send('POST', '/confirmation/code', { code: codes[1] })
    this.#keepCookies(visitor)
    await this.#forgotten(email)
  }

  async #secondFactor(visitor: Visitor, email: string) {
    const page = await this.#page(visitor, '/account/two_factor')
    const shown = String(page.props.secret)
    const secret = this.markers.add('secret of an app', shown.replaceAll(' ', ''), shown)
    const code = this.markers.add('code of an app', new Totp(secret, email).codeAt(Date.now()))
    await visitor.send('POST', '/account/two_factor', { code: this.markers.add('code of an app', '564738') })
    await visitor.send('POST', '/account/two_factor', { code })
    const once = await this.#page(visitor, '/account/sign_in')
    const codes = once.flash!.shownOnce!.split('\n')
    this.markers.add('recovery code', ...codes, ...codes.map((one) => one.replaceAll('-', '')))
    return codes
  }

  async #forgotten(email: string) {
    const stranger = this.#visitor()
    await stranger.send('POST', '/password/forgotten', { email })
    const reset = await this.#mailed('link password_reset', email, 'password_resets')
    await stranger.get(`/password_resets/${reset}`)
    await stranger.send('POST', `/password_resets/${reset}`, {
      password: this.markers.add('password', shortPassword()),
    })
    for (let time = 0; time < 2; time++)
      await stranger.send('POST', `/password_resets/${reset}`, {
        password: this.markers.add('password', password()),
      })
    await stranger.send('POST', '/login/link', { email })
    const link = await this.#mailed('link sign_in', email, 'sign_in_links')
    await stranger.get(`/sign_in_links/${link}`)
    for (let time = 0; time < 2; time++) await stranger.send('POST', `/sign_in_links/${link}`)
  }

  async #tokens() {
    const days = 30
    const own = await this.#minted('/access_tokens', { name: 'Script', days, scopes: ['leads:read'] })
    const service = await this.#minted('/settings/service_tokens', { name: 'Import', role: 'agent', days })
    this.markers.add('personal token', own)
    this.markers.add('service token', service)
    for (const token of [own, service, spoiled(own)]) await this.#useToken('/leads', token)
    await this.#api('POST', '/leads', {}, { authorization: `Bearer ${own}` })
    await this.#idempotent(service)
  }

  /** Made, and another made in its place; and once over the API, where the answer is kept for a day. */
  async #webhooks() {
    const { path } = this.company
    const endpoint = { url: 'https://hooks.latchkey.example/all', description: 'Books', events: null }
    const first = await this.#minted('/settings/webhooks', endpoint)
    this.markers.add('secret of a webhook', first)
    const [{ id }] = await this.company.inside(() => WebhookEndpoint.inOrder())
    await this.#admin.send('POST', path(`/settings/webhooks/${id}/secret`))
    const page = await this.#page(this.#admin, path(`/settings/webhooks/${id}`))
    this.markers.add('secret of a webhook', page.flash!.shownOnce!)
    const token = await this.#minted('/access_tokens', { name: 'Hooks', days: 30 })
    this.markers.add('personal token', token)
    const key = this.markers.add('idempotency key', `marker-${randomUUID()}`)
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key }
    const made = await this.#api('POST', '/webhook_endpoints', endpoint, headers)
    this.markers.add('secret of a webhook', made.data.secret)
    await this.#api('PUT', `/webhook_endpoints/${id}`, { ...endpoint, url: 'https://127.0.0.1/' }, headers)
  }

  async #idempotent(token: string) {
    const key = this.markers.add('idempotency key', `marker-${randomUUID()}`)
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key }
    const lead = { contactName: 'Ann', contactPhone: '303 555 0133', summary: 'Leak' }
    for (const summary of ['Leak', 'Leak', 'Another'])
      await this.#api('POST', '/leads', { ...lead, summary }, headers)
  }

  async #directoryAndIssuer() {
    const { path } = this.company
    const settings = '/settings/single_sign_on'
    const clientSecret = this.markers.add(
      'secret of an issuer',
      `client ${randomBytes(20).toString('base64')}`
    )
    const ways = [
      { issuer: await stillIssuer() },
      { issuer: 'https://127.0.0.1:1' },
      { issuer: clientSecret },
    ]
    for (const way of ways)
      await this.#admin.send('PUT', path(settings), { ...SETTINGS, clientSecret, ...way }, path(settings))
    await this.#visitor().get(`/sso/${this.company.tenant.slug}`)
    await this.#visitor().get('/sso/callback?state=unknown&code=unknown')
    const token = this.markers.add(
      'token of a directory',
      await this.#minted(`${settings}/scim_tokens`, { name: 'Directory' }, settings)
    )
    for (const one of [token, spoiled(token)])
      await this.#call('GET', '/scim/v2/Users', undefined, { authorization: `Bearer ${one}` })
  }

  /** Comes in by mail, and confirms by mail. */
  async #withoutPassword() {
    const { identity } = await makeMember(this.company.tenant, 'agent')
    await identity.merge({ password: null }).save()
    const { email } = identity
    const visitor = this.#visitor()
    await visitor.send('POST', '/login/link', { email })
    await visitor.send('POST', `/sign_in_links/${await this.#mailed('link sign_in', email, 'sign_in_links')}`)
    await visitor.send('POST', '/confirmation/mail')
    const code = await this.#mailed('step-up code', email, /Code: (\d{6})/)
    await visitor.send('PUT', '/confirmation/mail', { code: this.markers.add('step-up code', '827364') })
    for (let time = 0; time < 2; time++) await visitor.send('PUT', '/confirmation/mail', { code })
  }

  /** Opens a company of their own. */
  async #founder() {
    const [email, slug] = [`${unique('founder')}@example.com`, unique('own')]
    const place = { timeZone: 'America/Denver', country: 'US', currency: 'USD' }
    const secret = this.markers.add('password', password())
    const visitor = this.#visitor()
    const ask = (given: string) => {
      const body = { companyName: 'Own', slug, ...place, name: 'Fay', email, password: given }
      return visitor.send('POST', '/register', body)
    }
    await ask(this.markers.add('password', shortPassword()))
    await ask(secret)
    const link = await this.#mailed('link registration', email, 'registrations')
    for (const one of [link, spoiled(link)]) await visitor.get(`/registrations/${one}`)
    for (let time = 0; time < 2; time++)
      await visitor.send('POST', `/registrations/${link}`, { slug, password: secret })
  }

  /** Asked by mail, looks at the page of the request. */
  async #customer() {
    const email = `${unique('customer')}@example.com`
    const { id } = await this.company.inside(() => receiveLead({ contact: { email } }))
    await this.#admin.send('POST', this.company.path(`/leads/${id}/messages`), { body: 'We come at ten' })
    const token = await this.#mailed('link lead_status', email, 's')
    const customer = this.#visitor()
    for (const one of [token, spoiled(token)]) {
      await customer.get(`/s/${one}`)
      await customer.get(`/s/${one}/cancellation`)
      await customer.send('POST', `/s/${one}/messages`, { body: 'Fine' })
    }
  }

  /** Links of every kind the database knows, at every door that takes one. */
  async #links() {
    const kinds = (await columns()).find(
      ({ table, column }) => table === 'identity_links' && column === 'kind'
    )!
    const doors = Object.values(router.toJSON())
      .flat()
      .filter(({ pattern }) => /:(secret|token)\b/.test(pattern) && !pattern.startsWith('/c/'))
    for (const kind of kinds.choices as IdentityLinkKind[]) {
      const { id: identityId } = this.company.admin.identity
      const secret = this.markers.add(`link ${kind}`, await IdentityLink.mint({ kind, identityId }))
      for (const { pattern, methods } of doors) {
        const path = pattern.replace(/:(secret|token)/, secret).replace(/:\w+/g, randomUUID())
        const visitor = this.#visitor()
        if (methods.includes('GET')) await visitor.get(path)
        else
          await visitor.send(methods[0] as 'POST', path, {
            password: this.markers.add('password', password()),
          })
      }
    }
  }

  /** The screens and files of people who look at everything. */
  async #readEverything() {
    const { path } = this.company
    for (const page of ['/mails', '/notifications', '/settings/audit', '/team', '/access_tokens', '/nothing'])
      await this.#admin.get(path(page))
    for (const format of ['csv', 'jsonl']) {
      const answer = await this.#admin.get(path(`/settings/audit/export?format=${format}`))
      const body = await answer.text()
      if (answer.status !== 200 || body.length < 500) throw new Error(`no audit export: ${answer.status}`)
      // Whoever may export is refused every secret, as if it were an error.
      this.refused.push({ method: 'GET', path: `audit export ${format}`, status: answer.status, body })
    }
    await this.#quiet()
  }

  /** Until all that is owed has been sent. */
  #quiet() {
    return until(async () => {
      const count = this.mails.received.length
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return this.mails.received.length === count
    })
  }

  async #minted(path: string, body: object, page = path) {
    const at = this.company.path
    await this.#admin.send('POST', at(path), body, at(page))
    return (await this.#page(this.#admin, at(page))).flash?.shownOnce as string
  }

  async #page(visitor: Visitor, path: string) {
    const answer = await visitor.get(path)
    if (answer.status !== 200)
      throw new Error(`${path} answers ${answer.status} ${answer.headers.get('location')}`)
    return (await answer.json()) as Page
  }

  async #mailed(kind: string, email: string, what: string | RegExp) {
    const pattern = typeof what === 'string' ? new RegExp(`/${what}/([\\w-]{20,})`) : what
    const found = () =>
      this.mails.received
        .filter(({ to }) => to.includes(email))
        .flatMap(({ text }) => pattern.exec(text)?.[1] ?? [])
        .at(-1)
    await until(async () => found() !== undefined, { within: 30_000, what: `a mail with a ${kind}` })
    return this.markers.add(kind, found())
  }

  #useToken = async (path: string, token: string) => {
    await this.#api('GET', path, undefined, { authorization: `Bearer ${token}` })
    await this.#api('GET', `${path}/${randomUUID()}`, undefined, { authorization: `Bearer ${token}` })
    await this.#api('GET', `${path}?access_token=${token}`)
  }

  #api = (method: string, path: string, body?: object, headers = {}) =>
    this.#call(method, `/api${path}`, body, headers)

  async #call(method: string, path: string, body?: object, headers = {}) {
    const answer = await fetch(this.product.url + path, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    })
    const text = await answer.text()
    if (answer.status >= 400) this.refused.push({ method, path, status: answer.status, body: text })
    return text ? JSON.parse(text) : {}
  }
}
