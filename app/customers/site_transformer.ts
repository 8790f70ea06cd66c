import { BaseTransformer } from '@adonisjs/core/transformers'
import type Customer from '#app/customers/customer'
import type CustomerSite from '#app/customers/customer_site'
import type User from '#app/identity/user'

/** A site of a customer, as far as the reader's role shows it. */
export default class SiteTransformer extends BaseTransformer<CustomerSite> {
  constructor(
    resource: CustomerSite,
    private customer: Customer,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const { id, label, notes, isPrimary } = this.resource
    const place = this.resource.placeOf(this.customer)
    const address = this.resource.addressOf(this.customer)
    return this.reader.fields('customers').shown({ id, label, notes, ...place, address, isPrimary })
  }
}
