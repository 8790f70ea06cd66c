import { BaseTransformer } from '@adonisjs/core/transformers'
import type Customer from '#app/customers/customer'
import ContactTransformer from '#app/customers/contact_transformer'
import SiteTransformer from '#app/customers/site_transformer'
import type User from '#app/identity/user'

/** A customer, as far as the reader's role shows them. */
export default class CustomerTransformer extends BaseTransformer<Customer> {
  constructor(
    resource: Customer,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    return this.shown(this.#known)
  }

  forRow() {
    return this.shown({
      ...this.#known,
      codes: Number(this.resource.$extras.codes),
      createdAt: this.resource.createdAt.toUTC().toISO()!,
    })
  }

  /** After `Customer.withParts`. */
  forRecord() {
    const facts = this.pick(this.resource, [
      'street',
      'unit',
      'postcode',
      'city',
      'region',
      'country',
      'notes',
    ])
    return this.shown({
      ...this.#known,
      ...facts,
      phoneNumber: this.resource.phone,
      contacts: ContactTransformer.transform(this.resource.contacts, this.resource, this.reader),
      sites: SiteTransformer.transform(this.resource.sites, this.resource, this.reader),
      createdAt: this.resource.createdAt.toUTC().toISO()!,
      updatedAt: this.resource.updatedAt.toUTC().toISO()!,
    })
  }

  private shown<T extends object>(record: T) {
    return this.reader.fields('customers').shown(record)
  }

  get #known() {
    const { id, name, email, address, isArchived, displayPhone: phone } = this.resource
    return { id, name, email, address, isArchived, phone }
  }
}
