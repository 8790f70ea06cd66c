import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { lockRow } from '#app/platform/database/row_lock'
import { newestFirst } from '#app/platform/database/keyset_page'
import { CrmNewcomerSchema } from '#database/schema'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import { CrmNewcomersWanted } from '#app/crm_connections/crm_connection_events'
import type CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import type { CrmMapping } from '#app/crm_connections/crm_mapping'

type Filters = { after?: string; isLeftOut?: boolean }
type Met = { externalId: string; facts: CustomerFacts; likely: string[] }

/** More than anybody decides at a sitting are not counted. */
const COUNTED = 100

/** Somebody who is new in the system outside and unknown here, with what would be known of them here. */
export default class CrmNewcomer extends CrmNewcomerSchema {
  @column({ prepare: (value: CustomerFacts) => JSON.stringify(value) })
  declare facts: CustomerFacts

  declare likely: string[]

  /** Those of whom somebody has to say, or has said, that they are left out; not whose record is a customer's by now. */
  static undecided({ isLeftOut = false }: Filters = {}) {
    return this.query()
      .whereNull('wantedAt')
      .if(isLeftOut, (all) => all.whereNotNull('leftOutAt'))
      .if(!isLeftOut, (all) => all.whereNull('leftOutAt'))
      .whereNotExists((links) =>
        links
          .from('crm_links')
          .whereColumn('crm_links.crm_connection_id', 'crm_newcomers.crm_connection_id')
          .whereColumn('crm_links.external_id', 'crm_newcomers.external_id')
      )
  }

  static page(filters: Filters) {
    return newestFirst<CrmNewcomer>(this.undecided(filters), filters.after)
  }

  static async count(filters: Filters = {}) {
    return (await this.undecided(filters).select('id').limit(COUNTED)).length
  }

  /** Of one record the last that was met counts; whoever was left out stays so. */
  static async note({ id: crmConnectionId }: CrmConnection, { externalId, ...met }: Met) {
    const whose = { crmConnectionId, externalId }
    const known = await this.query().where(whose).forUpdate().first()
    return (known ?? new CrmNewcomer().merge(whose)).merge(met).save()
  }

  static async leftOutAmong({ id: crmConnectionId }: CrmConnection, externalIds: string[]) {
    const leftOut = await this.query()
      .where({ crmConnectionId })
      .whereIn('externalId', externalIds)
      .whereNotNull('leftOutAt')
    return new Set(leftOut.map(({ externalId }) => externalId))
  }

  /** Their records have ended. */
  static async forget({ id: crmConnectionId }: CrmConnection, externalIds: string[]) {
    await this.query().where({ crmConnectionId }).whereIn('externalId', externalIds).delete()
  }

  /** All who are nobody's likeness are taken in, one after the other. */
  static async wantAll(connection: CrmConnection) {
    await this.undecided().where('likely', '{}').update({ wantedAt: DateTime.utc().toISO() })
    await CrmNewcomersWanted.record(connection, {})
  }

  /** A customer from now on, whose record that is. */
  async takeIn(mapping: CrmMapping) {
    await lockRow(this)
    const customer = await Customer.register(this.facts)
    const link = await CrmLink.adopt({ id: this.crmConnectionId }, customer, this.externalId)
    const lastValues = mapping.marksHere(customer)
    await link.merge({ asOf: customer.updatedAt, lastValues }).save()
    if (mapping.isReading) await link.noteChange()
    await this.delete()
    return customer
  }

  /** They are somebody whom we know: that record is this customer's from now on. */
  async beCustomer(connection: CrmConnection, customer: Customer) {
    await lockRow(this)
    const link = await CrmLink.adopt({ id: this.crmConnectionId }, customer, this.externalId)
    await link.noteChange()
    await link.noteSettled(connection)
    await this.delete()
  }

  async leaveOut() {
    this.leftOutAt ??= DateTime.utc()
    await this.save()
  }
}
