import { BaseTransformer } from '@adonisjs/core/transformers'
import { displayPhone } from '#app/platform/phone'
import type Customer from '#app/customers/customer'
import type CustomerContact from '#app/customers/customer_contact'
import type User from '#app/identity/user'

/** A contact of a customer, as far as the reader's role shows them. */
export default class ContactTransformer extends BaseTransformer<CustomerContact> {
  constructor(
    resource: CustomerContact,
    private customer: Customer,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const { id, name, role, isPrimary } = this.resource
    const { phone, email } = this.resource.waysOf(this.customer)
    return this.reader.fields('customers').shown({
      id,
      name,
      role,
      phone: phone && displayPhone(phone, this.customer.country),
      phoneNumber: phone,
      email,
      isPrimary,
    })
  }
}
