import { createHash } from 'node:crypto'
import { safeFetch } from '#app/platform/outbound/safe_http'
import { OutgoingRequestError } from '#app/platform/outbound/safe_http_errors'
import {
  OauthGrantLostError,
  OauthRefusedError,
  OauthUnavailableError,
} from '#app/platform/oauth/oauth_errors'

export type OauthVendor = {
  authorizeUrl: string
  tokenUrl: string
  revokeUrl: string | null
  /** What the vendor calls `invalid_grant`, where it has words of its own. */
  lost: readonly string[]
  /** Under which name it says whose account the tokens open; `null` where it does not say. */
  account?: string | null
  /** What else it says beside the tokens, by our name of it: its name of it. */
  told?: Readonly<Record<string, string>>
  scopes: readonly string[]
  clientId: string
  clientSecret: string
  /** Servers inside that the operator has put in the vendor's place, as `host:port`. */
  privateHosts: readonly string[]
}

export type OauthTokens = {
  access: string
  refresh: string
  until: Date
  scopes: string[]
  /** Whose account there they open, where the vendor says so. */
  account: string | null
}
/** `told`: what else the vendor said beside the tokens; an empty text where it said nothing. */
type OauthGrant = OauthTokens & { told: Record<string, string> }
type Answer = Record<string, unknown>

/** Shorter than a lease on the tokens, so that nobody else begins while a request of ours is under way. */
const TIMEOUT = 10_000
/** For vendors who do not say how long an access token lasts. */
const LASTS = 15 * 60
const LONGEST = 16_384

/** The authorization code flow with PKCE (RFC 6749, 7636, 9700) at one vendor, and what follows it. */
export class OauthClient {
  constructor(
    private vendor: OauthVendor,
    private redirectUri: string
  ) {}

  get scopes() {
    return this.vendor.scopes
  }

  /** The vendor's screen on which a person lets us in. */
  addressFor({ state, verifier }: { state: string; verifier: string }) {
    const address = new URL(this.vendor.authorizeUrl)
    const asked = {
      response_type: 'code',
      client_id: this.vendor.clientId,
      redirect_uri: this.redirectUri,
      scope: this.vendor.scopes.join(' '),
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
    return address.href
  }

  async exchange(code: string, verifier: string) {
    const answer = await this.#ask({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: this.redirectUri,
    })
    return this.#tokensIn(answer)
  }

  /** A vendor who sends no new refresh token, or no scopes, leaves the former ones. */
  async refresh({ refresh, scopes }: Pick<OauthTokens, 'refresh' | 'scopes'>) {
    const answer = await this.#ask({ grant_type: 'refresh_token', refresh_token: refresh })
    return this.#tokensIn({ refresh_token: refresh, scope: scopes.join(' '), ...answer })
  }

  /** Whether the vendor knows by now that the company is with us no more. */
  async revoke(refreshToken: string) {
    const { revokeUrl } = this.vendor
    if (!revokeUrl) return false
    const facts = { token: refreshToken, token_type_hint: 'refresh_token' }
    try {
      return (await this.#post(revokeUrl, facts)).ok
    } catch (error) {
      if (error instanceof OauthUnavailableError) return false
      throw error
    }
  }

  async #ask(facts: Record<string, string>): Promise<Answer> {
    const response = await this.#post(this.vendor.tokenUrl, facts)
    if (response.status === 429 || response.status >= 500) throw new OauthUnavailableError()
    const answer = await response.json().catch(() => null)
    if (!isRecord(answer)) throw new OauthUnavailableError()
    if (response.ok) return answer
    const words = [answer.error, answer.status, answer.category].map(String)
    const isLost = words.some((word) => word === 'invalid_grant' || this.vendor.lost.includes(word))
    throw isLost ? new OauthGrantLostError() : new OauthRefusedError()
  }

  #tokensIn(answer: Answer): OauthGrant {
    const [access, refresh] = [answer.access_token, answer.refresh_token]
    if (!isToken(access) || !isToken(refresh)) throw new OauthUnavailableError()
    const until = new Date(Date.now() + (Number(answer.expires_in) || LASTS) * 1000)
    const { account, told = {} } = this.vendor
    return {
      access,
      refresh,
      until,
      scopes: scopesIn(answer),
      account: (account && wordIn(answer, account)) || null,
      told: Object.fromEntries(Object.entries(told).map(([ours, theirs]) => [ours, wordIn(answer, theirs)])),
    }
  }

  async #post(url: string, facts: Record<string, string>) {
    const { clientId, clientSecret, privateHosts } = this.vendor
    const isInside = privateHosts.length > 0
    const body = new URLSearchParams({ ...facts, client_id: clientId, client_secret: clientSecret })
    try {
      return await safeFetch(
        url,
        {
          method: 'POST',
          redirect: 'error',
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
          body: body.toString(),
        },
        { privateHosts, allowHttp: isInside, anyPort: isInside, timeout: TIMEOUT }
      )
    } catch (error) {
      if (error instanceof OutgoingRequestError) throw new OauthUnavailableError(undefined, { cause: error })
      throw error
    }
  }
}

function scopesIn({ scope, scopes }: Answer) {
  const words = Array.isArray(scopes) ? scopes : String(scope ?? '').split(/[ ,]+/)
  return words.map(String).filter(Boolean).slice(0, 100)
}

const wordIn = (answer: Answer, name: string) => String(answer[name] ?? '').slice(0, 200)
const isRecord = (value: unknown): value is Answer => typeof value === 'object' && value !== null
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST
