import * as client from 'openid-client'
import { errors as jose } from 'jose'
import { Current } from '#app/platform/database/current'
import { OutgoingRequestError } from '#app/platform/outbound/safe_http_errors'
import Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { textAt } from '#app/single_sign_on/claims'
import Issuer, { CLOCK_SKEW } from '#app/single_sign_on/issuer'
import SsoAccount from '#app/single_sign_on/sso_account'
import SsoArrival from '#app/single_sign_on/sso_arrival'
import SsoConnection from '#app/single_sign_on/sso_connection'
import { SsoSignInRefused } from '#app/single_sign_on/sso_events'
import { IssuerUnusableError, SignInRefusedError, type RefusalReason } from '#app/single_sign_on/errors'
import type { SsoFlow } from '#app/single_sign_on/sso_flow'

/** The way of one company's members to their issuer and back. */
export default class SsoSignIn {
  private constructor(
    readonly tenant: Tenant,
    private connection: SsoConnection
  ) {}

  static async of(tenant: Tenant | null) {
    const connection = tenant?.isActive ? await SsoConnection.ofCompany(tenant.id) : null
    if (!connection) throw new SignInRefusedError('no_connection')
    return new SsoSignIn(tenant!, connection)
  }

  static async ofFlow({ tenantId }: SsoFlow) {
    return this.of(await Tenant.query({ connection: 'system' }).where('id', tenantId).first())
  }

  addressFor(flow: SsoFlow, email: string | null) {
    return this.#asking(async () => {
      const issuer = await Issuer.find(this.connection.issuer)
      return issuer.authorizationUrl(this.connection, flow, { email, isFresh: flow.purpose === 'confirm' })
    })
  }

  /** Who has come back with this answer of the issuer. */
  async arrive(flow: SsoFlow, answer: URL, requestId: string) {
    const { claims, idToken } = await this.#redeem(flow, answer)
    const { user, account } = await this.#inCompany(requestId, (connection) =>
      new SsoArrival(connection, claims, flow.identityId).admit()
    )
    const there = { tenantId: this.tenant.id, accountId: account.id, sid: textAt(claims, 'sid'), idToken }
    return { identity: await Identity.findOrFail(user.identityId), there }
  }

  /** Whether the issuer has asked the person again since the flow began, and it is the person of the session. */
  async confirm(flow: SsoFlow, answer: URL, requestId: string) {
    const { claims } = await this.#redeem(flow, answer)
    const askedAt = typeof claims.auth_time === 'number' ? claims.auth_time : 0
    if (askedAt < flow.startedAt / 1000 - CLOCK_SKEW) throw new SignInRefusedError('not_fresh')
    await this.#inCompany(requestId, async (connection) => {
      const account = await SsoAccount.of(connection, claims.sub)
      const user = account && (await User.active().where('id', account.userId).first())
      if (user?.identityId !== flow.identityId) throw new SignInRefusedError('other_person')
    })
  }

  /** For the administrators: what went wrong, when it was last tried. */
  async noteRefusal({ reason }: SignInRefusedError, requestId: string) {
    await this.#inCompany(requestId, async (connection) => {
      await connection.noteFailure(reason)
      await SsoSignInRefused.record(connection, { reason })
    })
  }

  #redeem(flow: SsoFlow, answer: URL) {
    return this.#asking(async () => {
      const issuer = await Issuer.find(this.connection.issuer)
      return issuer.redeem(this.connection, answer, flow)
    })
  }

  #inCompany<T>(requestId: string, work: (connection: SsoConnection) => Promise<T>) {
    const actor = { kind: 'system' as const, id: null, name: 'Single sign-on' }
    return Current.run({ tenantId: this.tenant.id, actor, requestId }, async () =>
      work(await SsoConnection.findOrFail(this.connection.id))
    )
  }

  // The issuer is not ours: what it does wrong is a refusal, never a fault of this product.
  async #asking<T>(work: () => Promise<T>) {
    try {
      return await work()
    } catch (error) {
      const reason = reasonOf(error)
      if (!reason) throw error
      throw new SignInRefusedError(reason, error)
    }
  }
}

function reasonOf(error: unknown): RefusalReason | null {
  const chain = causesOf(error)
  const has = (type: abstract new (...args: never[]) => unknown) => chain.some((one) => one instanceof type)
  if (has(OutgoingRequestError) || has(IssuerUnusableError)) return 'issuer_unreachable'
  if (has(client.AuthorizationResponseError)) return 'issuer_refused'
  if (chain.some((one) => (one as NodeJS.ErrnoException).code === 'ERR_INVALID_URL'))
    return 'connection_broken'
  const isAnswer = [client.ClientError, client.ResponseBodyError, client.WWWAuthenticateChallengeError]
  return isAnswer.some(has) || has(jose.JOSEError) ? 'answer_invalid' : null
}

function causesOf(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}
