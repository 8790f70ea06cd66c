import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CrmLinkSchema } from '#database/schema'
import Customer from '#app/customers/customer'

/** Which record in the system outside a customer is; or why there is none, or an older one. */
export default class CrmLink extends CrmLinkSchema {
  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  /** What was written last, and of when. */
  note(customer: Customer, outcome: { externalId: string | null; failure: string | null }) {
    this.externalId = outcome.externalId
    this.failure = outcome.failure
    this.asOf = customer.updatedAt
    return this.save()
  }

  /** The newest that the system refused, for somebody to look at. */
  static refused() {
    return this.query().whereNotNull('failure').orderBy('id', 'desc').preload('customer')
  }

  static of(connection: { id: string }, customer: { id: string }) {
    return this.firstOrNew({ crmConnectionId: connection.id, customerId: customer.id })
  }
}
