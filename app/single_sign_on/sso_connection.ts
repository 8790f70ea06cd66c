import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import { SsoConnectionSchema } from '#database/schema'
import type { StandardRole } from '#app/access/standard_roles'
import Tenant from '#app/tenancy/tenant'
import { wordsAt } from '#app/single_sign_on/claims'
import SsoAccount from '#app/single_sign_on/sso_account'
import BreakGlassUser from '#app/single_sign_on/break_glass_user'
import SsoDomain from '#app/single_sign_on/sso_domain'
import { NotReadyToEnforceError, wordsFor } from '#app/single_sign_on/errors'
import {
  SsoConnectionChanged,
  SsoConnectionEnforced,
  SsoConnectionRelaxed,
} from '#app/single_sign_on/sso_events'

export type RoleRule = { value: string; role: StandardRole }

export type ConnectionSettings = {
  issuer: string
  clientId: string
  /** Left out, the one that is kept stays. */
  clientSecret?: string | null
  scopes: string
  emailClaim: string
  nameClaim: string
  roleClaim: string | null
  roleMap: RoleRule[]
  defaultRole: StandardRole | null
  provisionsUsers: boolean
  decidesRoles: boolean
  trustsEmail: boolean
  isEnabled: boolean
  apiAudience: string | null
  apiClients: string[]
}

/** How the members of a company sign in through its own identity provider. */
export default class SsoConnection extends SsoConnectionSchema {
  declare roleMap: RoleRule[]
  declare apiClients: string[]
  declare defaultRole: StandardRole | null

  /** The connection of the company under way. */
  static own() {
    return this.query().first()
  }

  static ofCompany(tenantId: string) {
    return this.query({ connection: 'system' }).where({ tenantId, isEnabled: true }).first()
  }

  /** Several companies may use the same public issuer, each with a client of its own. */
  static ofIssuer(issuer: string) {
    return this.query({ connection: 'system' }).where({ issuer, isEnabled: true })
  }

  static async save(settings: ConnectionSettings) {
    const connection = (await this.query().forUpdate().first()) ?? new SsoConnection()
    await connection.change(settings)
    return connection
  }

  get secret() {
    return this.clientSecret && encryption.decrypt<string>(this.clientSecret, this.#purpose)
  }

  roleOf(claims: object) {
    return this.roleAmong(this.roleClaim ? wordsAt(claims, this.roleClaim) : [])
  }

  /** The role here of somebody who has these at the issuer: the first rule that one of them meets. */
  roleAmong(words: string[]): StandardRole | null {
    return this.roleMap.find(({ value }) => words.includes(value))?.role ?? this.defaultRole
  }

  async change({ clientSecret, ...settings }: ConnectionSettings) {
    const isOtherIssuer = this.$isPersisted && this.issuer !== settings.issuer
    Object.assign(this, settings)
    const tenant = await Tenant.current()
    if (clientSecret !== undefined)
      this.clientSecret = clientSecret && encryption.encrypt(clientSecret, { purpose: purposeFor(tenant.id) })
    const changed = Object.keys(this.$dirty)
    if (changed.length === 0) return
    await this.save()
    await SsoConnectionChanged.record(this, { issuer: this.issuer, changed })
    // Another issuer may give the same name to somebody else.
    if (isOtherIssuer) await SsoAccount.disconnectAll()
    if (!this.isEnabled && tenant.requiresSingleSignOn) await this.relax()
  }

  /** What the last person heard who was refused, unless it has worked since. */
  get failureInWords() {
    const { lastFailure, lastFailureAt, lastSuccessAt } = this
    const isOver = lastFailureAt && lastSuccessAt && lastSuccessAt > lastFailureAt
    return lastFailure && !isOver ? (wordsFor(lastFailure) ?? null) : null
  }

  async noteSuccess() {
    this.lastSuccessAt = DateTime.utc()
    await this.save()
  }

  async noteFailure(reason: string) {
    this.lastFailureAt = DateTime.utc()
    this.lastFailure = reason
    await this.save()
  }

  /** Members with an address of a verified domain must come through the issuer from now on. */
  async enforce() {
    const missing = await this.#missingToEnforce()
    if (missing) throw new NotReadyToEnforceError(missing)
    const tenant = await Tenant.current()
    if (tenant.requiresSingleSignOn) return
    await tenant.merge({ requiresSingleSignOn: true }).save()
    await SsoConnectionEnforced.record(this, {})
  }

  async relax() {
    const tenant = await Tenant.current()
    if (!tenant.requiresSingleSignOn) return
    await tenant.merge({ requiresSingleSignOn: false }).save()
    await SsoConnectionRelaxed.record(this, {})
  }

  async #missingToEnforce() {
    if (!this.isEnabled) return 'Switch single sign-on on first.'
    if (!this.lastSuccessAt)
      return 'Sign in through your identity provider once first, so that it is sure to work.'
    if (!(await SsoDomain.verified().first()))
      return 'Prove a domain first: only its addresses are asked to come through your identity provider.'
    if (!(await BreakGlassUser.active().first()))
      return 'Name an administrator first who can still enter when your identity provider is down.'
    return null
  }

  get #purpose() {
    return purposeFor(this.tenantId)
  }
}

const purposeFor = (tenantId: string) => `sso_connections.client_secret:${tenantId}`
