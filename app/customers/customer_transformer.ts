import { BaseTransformer } from '@adonisjs/core/transformers'
import type Customer from '#app/customers/customer'

export default class CustomerTransformer extends BaseTransformer<Customer> {
  toObject() {
    const { id, name, email, address, isArchived } = this.resource
    return { id, name, email, address, isArchived, phone: this.resource.displayPhone }
  }

  forRow() {
    return {
      ...this.toObject(),
      codes: Number(this.resource.$extras.codes),
      createdAt: this.resource.createdAt.toUTC().toISO()!,
    }
  }

  forRecord() {
    return {
      ...this.toObject(),
      ...this.pick(this.resource, ['street', 'unit', 'postcode', 'city', 'region', 'country', 'notes']),
      phoneNumber: this.resource.phone,
      createdAt: this.resource.createdAt.toUTC().toISO()!,
      updatedAt: this.resource.updatedAt.toUTC().toISO()!,
    }
  }
}
