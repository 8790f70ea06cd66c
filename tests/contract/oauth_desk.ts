import { createHash, randomBytes } from 'node:crypto'
import type { Answer } from '#tests/contract/vendor_server'

type Grant = { redirectUri: string; challenge: string; scopes: string[] }
type Form = Record<string, string>

export const CLIENT = { clientId: 'our-client', clientSecret: 'our-client-secret' }

/** The part of a vendor that lets programs in: a screen, codes that open once, and tokens (RFC 6749, 7636). */
export class OauthDesk {
  #codes = new Map<string, Grant>()
  #refreshTokens = new Map<string, string[]>()
  #accessTokens = new Set<string>()
  /** Each refresh token is good for one use, and a second use ends all. */
  rotates = false
  lasts = 1800
  refreshes = 0
  /** Whose account it is, as far as this vendor says so. */
  account: object = {}

  constructor(private redirectUris: string[]) {}

  takes(accessToken: string) {
    return this.#accessTokens.has(accessToken)
  }

  knows(refreshToken: string) {
    return this.#refreshTokens.has(refreshToken)
  }

  /** Somebody lets us in on the screen of this address; where their browser is sent. */
  agree(address: string) {
    const asked = this.#asked(address)
    const code = word()
    this.#codes.set(code, {
      redirectUri: asked.redirect_uri,
      challenge: asked.code_challenge,
      scopes: asked.scope.split(' '),
    })
    return sentBack(asked, { code })
  }

  deny(address: string) {
    return sentBack(this.#asked(address), { error: 'access_denied' })
  }

  /** Tokens of somebody who has let us in before. */
  admit(scopes: string[] = []) {
    const { access_token: access, refresh_token: refresh } = this.#issue(word(), scopes).body as Form
    return { access, refresh }
  }

  /** As a company's administrator does there. */
  withdraw() {
    this.#refreshTokens.clear()
    this.#accessTokens.clear()
  }

  endAccess() {
    this.#accessTokens.clear()
  }

  answer(form: Form): Answer {
    if (form.client_id !== CLIENT.clientId || form.client_secret !== CLIENT.clientSecret)
      return refusal('invalid_client')
    return form.grant_type === 'refresh_token' ? this.#refresh(form) : this.#exchange(form)
  }

  revoke({ token }: Form): Answer {
    this.#refreshTokens.delete(token)
    return { status: 200, body: {} }
  }

  #asked(address: string) {
    const asked = Object.fromEntries(new URL(address).searchParams) as Form
    if (asked.client_id !== CLIENT.clientId || asked.response_type !== 'code')
      throw new Error('unknown client')
    if (!this.redirectUris.includes(asked.redirect_uri))
      throw new Error(`no registered address: ${asked.redirect_uri}`)
    if (!asked.code_challenge || asked.code_challenge_method !== 'S256') throw new Error('PKCE is missing')
    return asked
  }

  #exchange({ code, code_verifier: verifier = '', redirect_uri: redirectUri }: Form): Answer {
    const grant = this.#codes.get(code)
    this.#codes.delete(code)
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    if (!grant || grant.redirectUri !== redirectUri || grant.challenge !== challenge)
      return refusal('invalid_grant')
    return this.#issue(word(), grant.scopes)
  }

  #refresh({ refresh_token: refreshToken }: Form): Answer {
    const scopes = this.#refreshTokens.get(refreshToken)
    if (!scopes) {
      if (this.rotates) this.withdraw()
      return refusal('invalid_grant')
    }
    this.refreshes += 1
    if (!this.rotates) return this.#issue(refreshToken, scopes)
    this.#refreshTokens.delete(refreshToken)
    return this.#issue(word(), scopes)
  }

  #issue(refreshToken: string, scopes: string[]): Answer {
    const accessToken = word()
    this.#accessTokens.add(accessToken)
    this.#refreshTokens.set(refreshToken, scopes)
    return {
      status: 200,
      body: {
        access_token: accessToken,
        refresh_token: refreshToken,
        expires_in: this.lasts,
        token_type: 'bearer',
        token_use: 'access_token',
        scopes,
        ...this.account,
      },
    }
  }
}

function sentBack(asked: Form, answer: Form) {
  const to = new URL(asked.redirect_uri)
  for (const [name, value] of Object.entries({ ...answer, state: asked.state }))
    to.searchParams.set(name, value)
  return to.pathname + to.search
}

const refusal = (error: string): Answer => ({
  status: 400,
  body: { error, status: error, message: `Refused: ${error}`, category: error, correlationId: word() },
})

const word = () => randomBytes(24).toString('base64url')
