import { setTimeout as sleep } from 'node:timers/promises'
import { DateTime } from 'luxon'
import { Current, SYSTEM } from '#app/platform/database/current'
import type { OauthClient, OauthTokens } from '#app/platform/oauth/oauth_client'
import { retryAfterIn } from '#app/platform/outbound/retry_after'
import { OauthGrantLostError, OauthUnavailableError } from '#app/platform/oauth/oauth_errors'
import { VendorAccessLostError, VendorBusyError } from '#app/vendor_connections/errors'
import VendorConnection from '#app/vendor_connections/vendor_connection'
import VendorExchange, { type Asked } from '#app/vendor_connections/vendor_exchange'
import type { VendorLimit } from '#app/vendor_connections/vendor_pace'
import type { VendorUsage } from '#app/vendor_connections/vendor_usage'

/**
 * `limits`: what the vendor allows. `oauth`: where the company let us in on the vendor's screen. `usageIn`: what an answer says
 * of how much of it is used.
 */
type Rules = {
  limits: readonly VendorLimit[]
  oauth: OauthClient | null
  usageIn?: (headers: Headers) => readonly VendorUsage[]
}
export type Send = (accessToken: string | null) => Promise<Response>
type Settled = { status: string; value: Response; reason: unknown }
type Step =
  { token: string } | { refresh: Pick<OauthTokens, 'refresh' | 'scopes'>; of: string } | { wait: true }

/** Whoever has to wait longer than this is told when to come back instead. */
const PATIENCE = 10_000
/** Seconds, where the vendor names no time. */
const PENALTY = 10
const LOOK_AGAIN = 200
const LOOKS = 200

/**
 * Each request to a vendor takes its turn, carries the access token, and is written down. All that processes share is a
 * row, locked for as long as it takes to read and write it and never while a vendor is asked.
 */
export class VendorWay {
  constructor(
    private to: { id: string; tenantId: string },
    private rules: Rules
  ) {}

  async carry(asked: Asked, send: Send): Promise<Response> {
    await this.#turn()
    const token = this.rules.oauth && (await this.accessToken())
    const response = await this.#exchange(asked, () => send(token))
    if (response.status !== 401 || !token) return response
    // What an access token that has ended was asked for was not done.
    await this.#turn()
    const another = await this.accessToken(token)
    return this.#exchange(asked, () => send(another))
  }

  /** One that the vendor takes; `refused` is one that it took no more. */
  async accessToken(refused?: string): Promise<string> {
    let avoided = refused
    for (let looks = 0; looks < LOOKS; looks++) {
      const step = await this.#locked((connection) => nextStep(connection, avoided))
      if ('token' in step) return step.token
      if ('wait' in step) await sleep(LOOK_AGAIN)
      else {
        await this.#renew(step)
        avoided = undefined
      }
    }
    throw new OauthUnavailableError()
  }

  // The new refresh token is kept before anything is asked with the access token beside it.
  async #renew({ refresh, of }: Extract<Step, { refresh: unknown }>) {
    try {
      const tokens = await this.rules.oauth!.refresh(refresh)
      await this.#locked(async (connection) => {
        if (connection.tokens === of) await connection.keepTokens(tokens)
      })
    } catch (error) {
      const isStillTheirs = await this.#locked(async (connection) => {
        if (connection.tokens === of) await connection.merge({ refreshingUntil: null }).save()
        return connection.tokens === of
      })
      // Another process was quicker, and has renewed them meanwhile.
      if (!isStillTheirs) return
      if (error instanceof OauthGrantLostError) throw new VendorAccessLostError(undefined, { cause: error })
      throw error
    }
  }

  async #turn() {
    for (let waited = 0; ;) {
      const wait = await this.#locked((connection) => connection.takeTurn(this.rules.limits))
      if (wait === 0) return
      waited += wait
      if (waited > PATIENCE) throw new VendorBusyError(after(wait))
      await sleep(wait)
    }
  }

  async #exchange(asked: Asked, send: () => Promise<Response>) {
    const begun = performance.now()
    const [{ status, value, reason }] = (await Promise.allSettled([send()])) as [Settled]
    const isAnswered = status === 'fulfilled'
    const became = {
      status: isAnswered ? value.status : null,
      failureCode: isAnswered ? null : String((reason as { code?: string }).code ?? 'E_UNKNOWN'),
      durationMs: Math.round(performance.now() - begun),
    }
    await this.#locked(async (connection) => {
      await VendorExchange.note(connection.id, asked, became)
      if (!isAnswered || value.status >= 500) await connection.noteFailure()
      else if (value.status === 429)
        await connection.closeUntil(after(1000 * (retryAfterIn(value.headers) ?? PENALTY)))
      else await connection.noteAnswer()
      if (isAnswered) await connection.noteUsage(this.rules.usageIn?.(value.headers) ?? [])
    })
    if (!isAnswered) throw reason
    return value
  }

  #locked<T>(work: (connection: VendorConnection) => Promise<T>): Promise<T> {
    const { id, tenantId } = this.to
    return Current.outside(() =>
      Current.run({ tenantId, actor: SYSTEM }, async () => {
        const connection = await VendorConnection.locked(id)
        if (!connection) throw new VendorAccessLostError()
        return work(connection)
      })
    )
  }
}

async function nextStep(connection: VendorConnection, refused?: string): Promise<Step> {
  const kept = connection.openedTokens
  if (!kept) throw new VendorAccessLostError()
  const { access, refresh } = kept
  if (connection.isFresh && access !== refused) return { token: access }
  const isOurs = await connection.leaseTokens()
  return isOurs ? { refresh: { refresh, scopes: connection.scopes }, of: connection.tokens! } : { wait: true }
}

const after = (milliseconds: number) => DateTime.utc().plus({ milliseconds }).toJSDate()
