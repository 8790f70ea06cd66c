import { randomBytes } from 'node:crypto'
import { Events, OAuth2Server } from 'oauth2-mock-server'
import type { ApiClient, ApiRequest, ApiResponse } from '@japa/api-client'
import { privateIssuers } from '#config/single_sign_on'
import Issuer from '#app/single_sign_on/issuer'
import SsoConnection, { type ConnectionSettings } from '#app/single_sign_on/sso_connection'
import SsoDomain from '#app/single_sign_on/sso_domain'
import { answerTextRecords } from '#app/single_sign_on/text_records'
import { unique, type Company } from '#tests/factories'

export const CLIENT_ID = 'latchkey'

type Claims = Record<string, unknown>
type IdToken = { header: Claims; payload: Claims }

/** A real issuer on this machine, whose tokens can be told to lie. */
export class TestIssuer {
  readonly server = new OAuth2Server()
  /** What it says of everybody; a test writes its own. */
  claims: Claims = {}
  forge: (token: IdToken) => void = () => {}
  /** The token as a whole, after signing. */
  swap: (idToken: string) => string = (idToken) => idToken
  /** What it adds when it is asked about the person. */
  userinfo: Claims = {}
  #description: Claims = {}

  static async start() {
    const issuer = new TestIssuer()
    await issuer.server.issuer.keys.generate('RS256')
    await issuer.server.start(0, '127.0.0.1')
    privateIssuers.push(issuer.host)
    issuer.#obey()
    return issuer
  }

  get url() {
    return this.server.issuer.url!
  }

  get host() {
    return new URL(this.url).host
  }

  async stop() {
    privateIssuers.splice(privateIssuers.indexOf(this.host), 1)
    await this.server.stop()
  }

  /** Forgets what the test before has told it. */
  calm() {
    this.claims = { sub: unique('sub'), email_verified: true, name: 'Ida Issuer' }
    this.forge = () => {}
    this.swap = (idToken) => idToken
    this.userinfo = {}
    this.describe({})
  }

  /** Changes its discovery document. */
  describe(change: Claims) {
    this.#description = change
    Issuer.forget(this.url)
  }

  accessToken(change: (token: IdToken) => void, kid?: string) {
    return this.server.issuer.buildToken({
      kid,
      scopesOrTransform: (header, payload) => change({ header, payload }),
    })
  }

  #obey() {
    this.server.service.on(Events.BeforeTokenSigning, (token: IdToken) => {
      Object.assign(token.payload, this.claims)
      this.forge(token)
    })
    this.server.service.on(Events.BeforeResponse, (response: { body: { id_token: string } }) => {
      if (response.body.id_token) response.body.id_token = this.swap(response.body.id_token)
    })
    this.server.service.on(Events.BeforeWellKnownOpenIdConfiguration, (response: { body: object }) => {
      Object.assign(response.body, this.#description)
    })
    this.server.service.on(Events.BeforeUserinfo, (response: { body: Claims }) => {
      Object.assign(response.body, { sub: this.claims.sub }, this.userinfo)
    })
  }
}

export const SETTINGS: Omit<ConnectionSettings, 'issuer'> = {
  clientId: CLIENT_ID,
  clientSecret: 'a secret of the client',
  scopes: 'openid email profile',
  emailClaim: 'email',
  nameClaim: 'name',
  roleClaim: 'realm_access.roles',
  roleMap: [
    { value: 'crm-admin', role: 'admin' },
    { value: 'crm-office', role: 'agent' },
  ],
  defaultRole: 'associate',
  provisionsUsers: true,
  decidesRoles: false,
  trustsEmail: false,
  isEnabled: true,
  apiAudience: null,
  apiClients: [],
}

/** Connects a company with an issuer, and proves a domain of its own to it. */
export async function connect(company: Company, issuer: string, settings: Partial<ConnectionSettings> = {}) {
  const domain = `${unique('d')}.example`
  await company.inside(() => SsoConnection.save({ ...SETTINGS, issuer, ...settings }))
  await proveDomain(company, domain)
  return { domain, address: () => `${unique('p')}@${domain}` }
}

export async function proveDomain(company: Company, domain: string) {
  const added = await company.inside(() => SsoDomain.add(domain))
  answerTextRecords(async () => [[added.token]])
  const isProved = await added.isProved()
  await company.inside(async () => (await SsoDomain.findOrFail(added.id)).settle(isProved))
  answerTextRecords()
}

const someAddress = () => [10, ...randomBytes(3)].join('.')

/** What a browser keeps between its requests. */
export type Visit = Parameters<ApiRequest['withSession']>[0]

export async function leave(client: ApiClient, company: Company, visit: Visit = {}, query = '') {
  const answer = await client
    .get(`/sso/${company.tenant.slug}${query}`)
    .header('x-forwarded-for', someAddress())
    .withSession(visit)
    .redirects(0)
  return { answer, to: answer.header('location')!, visit: answer.session() as Visit }
}

/** The issuer's own pages: it recognises everybody, and sends the browser back. */
export async function passIssuer(address: string) {
  const answer = await fetch(address, { redirect: 'manual' })
  return new URL(answer.headers.get('location')!)
}

export const comeBack = (client: ApiClient, callback: URL, visit: Visit) =>
  client
    .get(callback.pathname + callback.search)
    .withSession(visit)
    .redirects(0)

/** Signs in through the issuer, from the company's link to the answer of the callback. */
export async function walk(client: ApiClient, company: Company, visit: Visit = {}): Promise<ApiResponse> {
  const left = await leave(client, company, visit)
  return comeBack(client, await passIssuer(left.to), left.visit)
}
