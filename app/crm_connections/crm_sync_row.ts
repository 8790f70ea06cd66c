import db from '@adonisjs/lucid/services/db'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CrmSyncRowSchema } from '#database/schema'
import Customer from '#app/customers/customer'
import type { Action } from '#app/access/subjects'
import type User from '#app/identity/user'
import { newId } from '#app/platform/ids'
import { byAge, pageIn } from '#app/platform/database/keyset_page'
import type { Foreseen, Outcome } from '#app/crm_connections/crm_push'

type Filters = { outcome?: Outcome; after?: string; limit?: number; action?: Action }

/** What became, or would become, of one customer. */
export default class CrmSyncRow extends CrmSyncRowSchema {
  declare outcome: Outcome

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  /** Of customers whom somebody may see, or whatever else the action is. */
  static seenBy(user: User, sync: { id: string }, { outcome, action }: Pick<Filters, 'outcome' | 'action'>) {
    return this.query()
      .where('crmSyncId', sync.id)
      .if(outcome, (all) => all.where('outcome', outcome!))
      .whereIn('customerId', Customer.visibleTo(user, action).select('customers.id'))
  }

  static page(sync: { id: string }, user: User, { after, limit = 25, ...which }: Filters) {
    const rows = this.seenBy(user, sync, which).preload('customer')
    const order = byAge<CrmSyncRow>('crm_sync_rows.id')
    return pageIn<CrmSyncRow>(rows, order, { sort: '-createdAt', after, limit })
  }

  static async isThere(sync: { id: string }, customer: { id: string }) {
    return (await this.findBy({ crmSyncId: sync.id, customerId: customer.id })) !== null
  }

  static async noteAll({ id }: { id: string }, customerIds: string[], outcome: Outcome) {
    await db.rawQuery(
      `insert into crm_sync_rows (id, crm_sync_id, customer_id, outcome)
        select id, ?, customer_id, ? from unnest(?::uuid[], ?::uuid[]) as whose (id, customer_id)
        on conflict do nothing`,
      [id, outcome, customerIds.map(() => newId()), customerIds]
    )
  }

  /** Whose records, of these, a preview would link. */
  static async linkedAmong({ id: crmSyncId }: { id: string }, externalIds: string[]) {
    const linked = await this.query().where({ crmSyncId }).whereIn('externalId', externalIds)
    return new Set(linked.map(({ externalId }) => externalId!))
  }

  static note(sync: { id: string }, customer: { id: string }, foreseen: Foreseen) {
    return this.updateOrCreate({ crmSyncId: sync.id, customerId: customer.id }, foreseen)
  }
}
