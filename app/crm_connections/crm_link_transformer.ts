import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmLink from '#app/crm_connections/crm_link'

/** A customer whom the system outside refused, or whose record there has ended. */
export default class CrmLinkTransformer extends BaseTransformer<CrmLink> {
  toObject() {
    const { id, failure, goneAt, customer } = this.resource
    return {
      id,
      failure,
      isGone: Boolean(goneAt),
      customer: { id: customer.id, name: customer.name },
    }
  }
}
