import { DateTime } from 'luxon'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import encryption from '@adonisjs/core/services/encryption'
import { CrmConnectionSchema } from '#database/schema'
import type { CrmName } from '#plugins/crm/contract'
import { crm } from '#plugins/crm/manager'
import { CrmNeedsReconnectError } from '#plugins/crm/errors'
import type User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import CrmLink from '#app/crm_connections/crm_link'
import { CrmConnected, CrmConnectionLost, CrmDisconnected } from '#app/crm_connections/crm_connection_events'

type Settings = Record<string, string>

/** A system outside that a company has connected: its customers are written there too from then on. */
export default class CrmConnection extends CrmConnectionSchema {
  declare adapter: CrmName
  declare state: 'working' | 'needs_reconnect'

  @hasMany(() => CrmLink)
  declare links: HasMany<typeof CrmLink>

  static own() {
    return this.query().first()
  }

  /** The same system again keeps which record is whose. */
  static async keep(adapter: CrmName, settings: Settings, by: User) {
    const former = await this.query().forUpdate().first()
    if (former && former.adapter !== adapter) await former.delete()
    const connection = former?.adapter === adapter ? former : new CrmConnection()
    await connection.renew(adapter, settings, by)
    await CrmConnected.record(connection, { adapter })
    return connection
  }

  async disconnect() {
    await CrmDisconnected.record(this, { adapter: this.adapter })
    await this.delete()
  }

  /** The way there; asks nobody yet. */
  async open() {
    const { country } = await Tenant.current()
    return crm.connect(this.adapter, { settings: this.#opened, country })
  }

  noteSuccess() {
    this.lastSuccessAt = DateTime.utc()
    return this.save()
  }

  /** What failed with settings that were entered anew meanwhile says nothing of those. */
  async noteFailure(error: Error) {
    const present = await CrmConnection.query().where('id', this.id).forUpdate().first()
    if (present?.settings !== this.settings) return
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
