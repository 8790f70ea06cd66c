import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import { VendorConnectionSchema } from '#database/schema'
import { BREAKER } from '#config/providers'
import { acrossTenants } from '#app/platform/database/current'
import type { OauthTokens } from '#app/platform/oauth/oauth_client'
import { oneMore, type Paces, type VendorLimit } from '#app/vendor_connections/vendor_pace'
import {
  closedBy,
  isSpent,
  restFor,
  tightestOf,
  type VendorUsage,
} from '#app/vendor_connections/vendor_usage'
import { VendorBusyError, VendorDownError } from '#app/vendor_connections/errors'

type KeptTokens = Pick<OauthTokens, 'access' | 'refresh'>

/** Who tries a vendor that was left alone has so long before another may. */
const PROBE = { seconds: BREAKER.probeWithin }
/** Longer than a refresh can take. */
const LEASE = { seconds: 30 }
/** An access token that ends within this time is renewed before it is used. */
const MARGIN = { seconds: 60 }

const UNKNOWN = {
  failures: 0,
  openings: 0,
  retryAt: null,
  isProbing: false,
  closedUntil: null,
  usage: null,
  usageAt: null,
}

/** A company's way to a vendor, shared by all processes; what it is for is told by a row of the same id. */
export default class VendorConnection extends VendorConnectionSchema {
  declare scopes: string[]
  declare paces: Paces
  declare usage: VendorUsage | null

  static locked(id: string) {
    return this.query().where('id', id).forUpdate().first()
  }

  /** Starts with nothing that went wrong before. `null`: the company has entered what opens the vendor. */
  async renew(tokens: OauthTokens | null) {
    Object.assign(this, UNKNOWN)
    if (tokens) await this.keepTokens(tokens)
    else
      await this.#put({ tokens: null, tokensUntil: null, scopes: [], refreshingUntil: null, account: null })
  }

  /** Of whatever companies those are that have connected this account there. */
  static ofAccounts(family: string, vendor: string, accounts: string[]) {
    return acrossTenants(async (trx) => {
      const { rows } = await trx.rawQuery<{ rows: { id: string; tenantId: string; account: string }[] }>(
        `select id, tenant_id as "tenantId", account from vendor_connections
          where account = any(?::text[]) and vendor = ? and family = ? order by id`,
        [accounts, vendor, family]
      )
      return rows
    })
  }

  async keepTokens({ access, refresh, until, scopes, account }: OauthTokens) {
    const kept: KeptTokens = { access, refresh }
    this.tokens = encryption.encrypt(kept, { purpose: purposeIn(this.tenantId) })
    this.tokensUntil = DateTime.fromJSDate(until)
    this.scopes = scopes
    this.refreshingUntil = null
    if (account) this.account = account
    await this.save()
  }

  get openedTokens() {
    return this.tokens ? encryption.decrypt<KeptTokens>(this.tokens, purposeIn(this.tenantId)) : null
  }

  get isFresh() {
    return this.tokensUntil !== null && this.tokensUntil > DateTime.utc().plus(MARGIN)
  }

  /** One process at a time renews them; one that died over it frees them after a while. */
  async leaseTokens() {
    if (this.refreshingUntil && this.refreshingUntil > DateTime.utc()) return false
    this.refreshingUntil = DateTime.utc().plus(LEASE)
    await this.save()
    return true
  }

  /** Milliseconds until the next request may leave; 0: it has been counted, and leaves now. */
  async takeTurn(limits: readonly VendorLimit[]) {
    const now = DateTime.utc()
    if (this.closedUntil && this.closedUntil > now) throw new VendorBusyError(this.closedUntil.toJSDate())
    if (this.retryAt && this.retryAt > now) throw new VendorDownError(this.retryAt.toJSDate())
    const { wait, paces } = oneMore(this.paces, limits, now.toMillis())
    if (wait > 0) return wait
    const isProbing = this.retryAt !== null
    Object.assign(this, { paces, askedAt: now, isProbing, retryAt: isProbing ? now.plus(PROBE) : null })
    await this.save()
    return 0
  }

  /** Nobody asks before that, in whatever process. */
  async closeUntil(at: Date) {
    const until = DateTime.fromJSDate(at)
    if (this.closedUntil && this.closedUntil >= until) return
    await this.#put({ closedUntil: until })
  }

  /** What an answer said of how much is used; where little is left, nobody asks for a while. */
  async noteUsage(told: readonly VendorUsage[]) {
    const usage = tightestOf(told)
    if (!usage) return
    const now = DateTime.utc()
    await this.#put({ usage, usageAt: now })
    const until = closedBy(usage, now)
    if (until) await this.closeUntil(until.toJSDate())
  }

  async noteAnswer() {
    if (this.failures > 0 || this.retryAt)
      await this.#put({ failures: 0, openings: 0, retryAt: null, isProbing: false })
  }

  /** After so many failures in a row it is left alone, longer each time. */
  async noteFailure() {
    this.failures += 1
    const isOpening = this.retryAt === null && this.failures >= BREAKER.failures
    if (isOpening || this.isProbing) {
      const seconds = Math.min(BREAKER.longestWait, BREAKER.wait * 2 ** this.openings)
      const retryAt = DateTime.utc().plus({ seconds })
      Object.assign(this, { openings: this.openings + 1, retryAt, isProbing: false })
    }
    await this.save()
  }

  #put(facts: Partial<VendorConnectionSchema>) {
    return Object.assign(this, facts).save()
  }

  /** Until when long work rests, so that enough is left of what the vendor allows; `null` when it may go on. */
  get restsUntil() {
    return this.usage && this.usageAt ? restFor(this.usage, this.usageAt, DateTime.utc()) : null
  }

  /** As the vendor said last, while that may still be so. */
  get knownUsage() {
    const { usage, usageAt: at } = this
    if (!usage || !at || at.plus({ seconds: usage.seconds }) < DateTime.utc()) return null
    const { used, requests, seconds, resetsAt } = usage
    return { used, requests, seconds, resetsAt, at: at.toUTC().toISO()!, isSpent: isSpent(usage) }
  }

  /** Until when it is left alone; `null` when it may be asked now. */
  get waitsUntil() {
    const now = DateTime.utc()
    const ends = [this.closedUntil, this.retryAt].filter((at) => at !== null && at > now) as DateTime[]
    return ends.length > 0 ? DateTime.max(...ends) : null
  }
}

const purposeIn = (tenantId: string) => `vendor_connections.tokens.${tenantId}`
