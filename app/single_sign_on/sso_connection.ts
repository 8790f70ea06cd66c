import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import { SsoConnectionSchema } from '#database/schema'
import type { StandardRole } from '#app/access/standard_roles'
import Role from '#app/access/role'
import Tenant from '#app/tenancy/tenant'
import { decideRole, roleWordsIn, type RoleMapping, type RoleRule } from '#app/single_sign_on/role_map'
import SsoAccount from '#app/single_sign_on/sso_account'
import BreakGlassUser from '#app/single_sign_on/break_glass_user'
import SsoDomain from '#app/single_sign_on/sso_domain'
import { NotReadyToEnforceError, wordsFor } from '#app/single_sign_on/errors'
import {
  SsoConnectionChanged,
  SsoConnectionEnforced,
  SsoConnectionRelaxed,
} from '#app/single_sign_on/sso_events'

export type ConnectionSettings = RoleMapping & {
  issuer: string
  clientId: string
  /** Left out, the one that is kept stays. */
  clientSecret?: string | null
  scopes: string
  emailClaim: string
  nameClaim: string
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

  static history = [
    'issuer',
    'clientId',
    'scopes',
    'emailClaim',
    'nameClaim',
    'roleClaim',
    'defaultRole',
    'provisionsUsers',
    'decidesRoles',
    'trustsEmail',
    'isEnabled',
    'apiAudience',
  ] as const

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
    return this.roleAmong(roleWordsIn(claims, this))
  }

  /** The role here of somebody who has these at the issuer. A role that is gone gives nothing. */
  async roleAmong(words: string[]) {
    const { choice } = decideRole(this, words)
    if (!choice?.roleId) return choice
    const custom = await Role.find(choice.roleId)
    return custom && { role: custom.basedOn, roleId: custom.id }
  }

  async change({ clientSecret, ...settings }: ConnectionSettings) {
    const isOtherIssuer = this.$isPersisted && this.issuer !== settings.issuer
    Object.assign(this, { defaultRoleId: null }, settings)
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
