import { DateTime } from 'luxon'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CrmConflictSchema } from '#database/schema'
import Customer from '#app/customers/customer'
import type User from '#app/identity/user'
import { lockRow } from '#app/platform/database/row_lock'
import { byAge, pageIn } from '#app/platform/database/keyset_page'
import { CrmConflictResolved } from '#app/crm_connections/crm_link_events'
import type { Fact } from '#app/crm_connections/our_fields'

type Found = { field: Fact; ours: string | null; theirs: string | null; kept: 'ours' | 'theirs' }
/** More than anybody decides at a sitting are not counted. */
const COUNTED = 100

type Filters = { after?: string; limit?: number }

/** A field that people changed here and there, or that holds there what cannot stand here; and whose word was kept. */
export default class CrmConflict extends CrmConflictSchema {
  declare field: Fact
  declare kept: 'ours' | 'theirs'

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  /** Those that nobody has decided yet, of customers whom somebody may see. */
  static openFor(user: User) {
    const seen = Customer.visibleTo(user).select('customers.id')
    return this.query().whereNull('resolvedAt').whereIn('customerId', seen)
  }

  static async countOpenFor(user: User) {
    const open = await this.openFor(user).select('crm_conflicts.id').limit(COUNTED)
    return open.length
  }

  static page(user: User, { after, limit = 25 }: Filters) {
    const order = byAge<CrmConflict>('crm_conflicts.id')
    return pageIn<CrmConflict>(this.openFor(user).preload('customer'), order, {
      sort: '-createdAt',
      after,
      limit,
    })
  }

  /** Of a field the last one counts. */
  static async note(
    { crmConnectionId, customerId }: { crmConnectionId: string; customerId: string },
    { field, ours, theirs, kept }: Found
  ) {
    const open = { crmConnectionId, customerId, field }
    const known = await this.query().where(open).whereNull('resolvedAt').first()
    return (known ?? new CrmConflict().merge(open)).merge({ ours, theirs, kept }).save()
  }

  /** The other word counts, or the kept one for good; it goes there as any change does. */
  async resolve(choice: 'ours' | 'theirs', by: User) {
    await lockRow(this)
    if (this.resolvedAt) return
    if (choice !== this.kept) {
      const customer = await Customer.findOrFail(await Customer.survivorOf(this.customerId))
      await customer.revise({ [this.field]: this[choice] })
    }
    this.resolvedAt = DateTime.utc()
    this.resolvedBy = by.id
    await this.save()
    await CrmConflictResolved.record(this, { customerId: this.customerId, field: this.field, choice })
  }
}
