import { DateTime } from 'luxon'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import encryption from '@adonisjs/core/services/encryption'
import { CrmConnectionSchema } from '#database/schema'
import type { CrmName } from '#plugins/crm/contract'
import { crm } from '#plugins/crm/manager'
import { CrmNeedsReconnectError, CrmRateLimitedError } from '#plugins/crm/errors'
import type { OauthTokens } from '#app/platform/oauth/oauth_client'
import { timers } from '#app/platform/timers/timers'
import type User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import CrmLink from '#app/crm_connections/crm_link'
import {
  CrmConnected,
  CrmConnectionLost,
  CrmDisconnected,
  CrmFirmsRuled,
  CrmNewcomersRuled,
} from '#app/crm_connections/crm_connection_events'
import { carrierOf } from '#app/crm_connections/crm_way'
import VendorConnection from '#app/vendor_connections/vendor_connection'

type Settings = Record<string, string>
export const NEWCOMER_RULES = ['ask', 'take_in', 'ignore'] as const
export type NewcomerRule = (typeof NEWCOMER_RULES)[number]
export const FIRM_RULES = ['none', 'named', 'all'] as const
export type FirmRule = (typeof FIRM_RULES)[number]

/** One of each at most: a company has one system. */
const READINGS = { crm_feed: { minutes: 5 }, crm_merged_deals: { hours: 6 } }

/** A system outside that a company has connected: its customers are written there too from then on. */
export default class CrmConnection extends CrmConnectionSchema {
  declare adapter: CrmName
  declare state: 'working' | 'needs_reconnect'
  /** What becomes of people who are new there: somebody is asked, they are customers here at once, or nothing. */
  declare newcomers: NewcomerRule
  /** Which customers are companies there too: none, those whose primary contact has another name, or all. */
  declare firms: FirmRule
  /** What requests become there, where they become anything. */
  declare dealKind: 'deal' | 'lead'

  @hasMany(() => CrmLink)
  declare links: HasMany<typeof CrmLink>

  /** What all processes know of the way there; of the same id. */
  @belongsTo(() => VendorConnection, { foreignKey: 'id' })
  declare vendor: BelongsTo<typeof VendorConnection>

  static own() {
    return this.query().preload('vendor').first()
  }

  /** It, while it lets us in and the company is open; else all that belongs there waits. */
  static async atWork() {
    const connection = await this.own()
    return connection?.state === 'working' && (await Tenant.current()).isActive ? connection : null
  }

  /** Whose customers wait for somebody who connects it again. */
  static lost() {
    return this.query().where('state', 'needs_reconnect').first()
  }

  /** The same system again keeps which record is whose. `tokens`: it was let in on its own screen. */
  static async keep(adapter: CrmName, settings: Settings, by: User, tokens: OauthTokens | null = null) {
    const former = await this.query().preload('vendor').forUpdate().first()
    const isSame = former?.adapter === adapter
    if (former && !isSame) await former.vendor.delete()
    const vendor = isSame ? former.vendor : await VendorConnection.create({ family: 'crm', vendor: adapter })
    await vendor.renew(tokens)
    const connection = isSame ? former : new CrmConnection().merge({ id: vendor.id })
    await connection.renew(adapter, settings, by)
    const data = { tenantId: connection.tenantId, connectionId: connection.id }
    for (const [timer, every] of Object.entries(READINGS))
      await timers.recurring(timer, { rule: { every }, zone: 'UTC', followsCompany: false, data })
    await CrmConnected.record(connection, { adapter })
    return connection
  }

  async ruleNewcomers(rule: NewcomerRule) {
    if (this.newcomers === rule) return
    this.newcomers = rule
    await this.save()
    await CrmNewcomersRuled.record(this, { rule })
  }

  async ruleFirms(rule: FirmRule) {
    if (this.firms === rule) return
    this.firms = rule
    await this.save()
    await CrmFirmsRuled.record(this, { rule })
  }

  async disconnect() {
    for (const timer of Object.keys(READINGS)) await timers.endRecurring(timer)
    await CrmDisconnected.record(this, { adapter: this.adapter })
    await this.vendor.delete()
  }

  /** The way there; asks nobody yet. */
  async open() {
    return (await this.opener())()
  }

  /** Opens it as often as it is wanted, each time for the values of some of its own fields. */
  async opener() {
    const { country, timeZone } = await Tenant.current()
    const { id, tenantId, adapter } = this
    const { tokens, account } = await VendorConnection.findOrFail(id)
    const carry = await carrierOf({ id, tenantId, adapter, isLetInByScreen: tokens !== null })
    const settings = this.#opened
    return (values: readonly string[] = []) =>
      crm.connect(adapter, { settings, country, timeZone, account, values, carry })
  }

  /** Somebody has tried it, and it lets us in: what waited goes. */
  async regain() {
    const wasLost = this.state === 'needs_reconnect'
    this.state = 'working'
    this.lastFailure = this.lastFailureAt = null
    await this.noteSuccess()
    if (wasLost) await CrmConnected.record(this, { adapter: this.adapter })
  }

  noteSuccess() {
    this.lastSuccessAt = DateTime.utc()
    return this.save()
  }

  /** What failed with settings that were entered anew meanwhile says nothing of those. */
  async noteFailure(error: Error) {
    const present = await CrmConnection.query().where('id', this.id).forUpdate().first()
    if (present?.settings !== this.settings) return
    if (error instanceof CrmRateLimitedError)
      return (await VendorConnection.locked(this.id))?.closeUntil(error.retryAt)
    const isLost = error instanceof CrmNeedsReconnectError && present.state === 'working'
    if (isLost) present.state = 'needs_reconnect'
    present.lastFailure = error.message.slice(0, 500)
    present.lastFailureAt = DateTime.utc()
    await present.save()
    if (isLost) await CrmConnectionLost.record(present, { adapter: present.adapter })
  }

  private async renew(adapter: CrmName, settings: Settings, by: User) {
    this.adapter = adapter
    this.settings = encryption.encrypt(settings, { purpose: purposeIn(by.tenantId) })
    this.connectedBy = by.id
    this.state = 'working'
    this.lastFailure = this.lastFailureAt = null
    await this.noteSuccess()
  }

  get #opened() {
    return encryption.decrypt<Settings>(this.settings, purposeIn(this.tenantId)) ?? {}
  }
}

const purposeIn = (tenantId: string) => `crm_connections.settings.${tenantId}`
