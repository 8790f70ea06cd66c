import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmLink from '#app/crm_connections/crm_link'

/** A customer whom the system outside refused. */
export default class CrmLinkTransformer extends BaseTransformer<CrmLink> {
  toObject() {
    const { id, failure, customer } = this.resource
    return { id, failure, customer: { id: customer.id, name: customer.name } }
  }
}
