import * as client from 'openid-client'
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTVerifyOptions } from 'jose'
import { appUrl } from '#config/app'
import { fetchFor, isNamedByOperator } from '#app/single_sign_on/issuer_http'
import { IssuerUnusableError } from '#app/single_sign_on/errors'
import { ALGORITHMS, missingIn, onlyOurAlgorithms, unusable } from '#app/single_sign_on/issuer_demands'
import { claimAt, textAt, type Claims } from '#app/single_sign_on/claims'
import type SsoConnection from '#app/single_sign_on/sso_connection'

export const CLOCK_SKEW = 30
export const callbackUrl = () => `${appUrl}/sso/callback`
export const signedOutUrl = () => `${appUrl}/sso/signed_out`

const REMEMBERED_FOR = 10 * 60_000
const MOST_REMEMBERED = 500
/** A signing key that we do not know may be new, but nobody can make us ask for it in a row. */
const KEYS_COOLDOWN = 3_000

export type Proof = { state: string; nonce: string; verifier: string }

/** An identity provider, as its discovery document describes it. */
export default class Issuer {
  private constructor(
    readonly metadata: client.ServerMetadata,
    private keys: ReturnType<typeof createRemoteJWKSet>
  ) {}

  /** Asks for the discovery document, or takes it as it was some minutes ago. */
  static async find(issuer: string): Promise<Issuer> {
    const known = remembered.get(issuer)
    if (known && known.until > Date.now()) return known.issuer
    const found = await this.discover(issuer)
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!)
    remembered.set(issuer, { issuer: found, until: Date.now() + REMEMBERED_FOR })
    return found
  }

  /** The issuer as it writes itself, once it has shown that it can be used. */
  static async nameOf(address: string) {
    try {
      const { metadata } = await this.discover(address)
      this.forget(metadata.issuer)
      return metadata.issuer
    } catch (error) {
      throw unusable(address, error)
    }
  }

  static forget(issuer: string) {
    remembered.delete(issuer)
  }

  static async discover(issuer: string) {
    const fetch = fetchFor(issuer)
    const options = { [client.customFetch]: fetch, execute: insecureIf(issuer) }
    const found = await client.discovery(new URL(issuer), 'discovery', undefined, client.None(), options)
    const metadata = found.serverMetadata()
    const missing = missingIn(metadata)
    if (missing) throw new IssuerUnusableError(missing)
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri!), {
      [customFetch]: fetch,
      cooldownDuration: KEYS_COOLDOWN,
    })
    return new Issuer(onlyOurAlgorithms(metadata), keys)
  }

  /** Where the person is asked who they are; with `isFresh` anew, even if the issuer knows them already. */
  async authorizationUrl(
    connection: SsoConnection,
    { state, nonce, verifier }: Proof,
    { email, isFresh }: { email: string | null; isFresh: boolean }
  ) {
    return client.buildAuthorizationUrl(this.#clientOf(connection), {
      redirect_uri: callbackUrl(),
      scope: connection.scopes,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(email && { login_hint: email }),
      ...(isFresh && { prompt: 'login', max_age: '0' }),
    })
  }

  /** Exchanges the code of the answer for what the issuer says of the person, and the token in which it does. */
  async redeem(connection: SsoConnection, answer: URL, { state, nonce, verifier }: Proof) {
    const config = this.#clientOf(connection)
    const tokens = await client.authorizationCodeGrant(config, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const { payload } = await this.verify(tokens.id_token!, { audience: connection.clientId })
    const claims = { ...payload, sub: subjectOf(payload) }
    const completed = await this.#completed(config, connection, claims, tokens.access_token)
    return { claims: completed, idToken: tokens.id_token! }
  }

  /** Where the person ends their session with the issuer, if it has such a page. */
  endSessionUrl(connection: SsoConnection, { idToken, state }: { idToken: string | null; state: string }) {
    if (!URL.canParse(this.metadata.end_session_endpoint ?? '')) return null
    const url = client.buildEndSessionUrl(this.#clientOf(connection), {
      post_logout_redirect_uri: signedOutUrl(),
      state,
      ...(idToken && { id_token_hint: idToken }),
    })
    const isPlain = url.protocol === 'http:' && isNamedByOperator(this.metadata.issuer)
    return url.protocol === 'https:' || isPlain ? url : null
  }

  /** The signature by the issuer's present keys, and the claims that every token must have. */
  verify(token: string, options: JWTVerifyOptions) {
    return jwtVerify(token, this.keys, {
      algorithms: ALGORITHMS,
      issuer: this.metadata.issuer,
      clockTolerance: CLOCK_SKEW,
      requiredClaims: ['sub', 'exp', 'iat'],
      ...options,
    })
  }

  // Some issuers keep the token small and tell the rest when asked.
  async #completed(
    config: client.Configuration,
    connection: SsoConnection,
    claims: Claims,
    accessToken: string
  ) {
    const { emailClaim, roleClaim } = connection
    const isComplete = textAt(claims, emailClaim) && (!roleClaim || claimAt(claims, roleClaim) !== undefined)
    if (isComplete || !this.metadata.userinfo_endpoint) return claims
    const told = await client.fetchUserInfo(config, accessToken, claims.sub)
    return { ...told, ...claims }
  }

  #clientOf(connection: SsoConnection) {
    const { clientId, secret } = connection
    const config = new client.Configuration(
      this.metadata,
      clientId,
      { [client.clockTolerance]: CLOCK_SKEW },
      this.#authentication(secret)
    )
    config[client.customFetch] = fetchFor(this.metadata.issuer)
    for (const loosen of insecureIf(this.metadata.issuer)) loosen(config)
    return config
  }

  #authentication(secret: string | null) {
    const methods = this.metadata.token_endpoint_auth_methods_supported
    if (!secret) return client.None()
    return !methods || methods.includes('client_secret_basic')
      ? client.ClientSecretBasic(secret)
      : client.ClientSecretPost(secret)
  }
}

/** Who the token is about: never nobody, and at most as long as the standard lets it be. */
export function subjectOf({ sub }: { sub?: unknown }) {
  if (typeof sub === 'string' && sub.trim() !== '' && sub.length <= 255) return sub
  throw new errors.JWTInvalid('The token names no subject')
}

const remembered = new Map<string, { issuer: Issuer; until: number }>()

const insecureIf = (issuer: string) => (isNamedByOperator(issuer) ? [client.allowInsecureRequests] : [])
