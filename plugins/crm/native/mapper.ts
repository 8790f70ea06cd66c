import type { CrmCustomer, CrmCustomerFields, CrmField } from '#plugins/crm/contract'
import { placesOf } from '#plugins/crm/values'
import type Customer from '#app/customers/customer'

const LABELS: Record<keyof CrmCustomerFields, string> = {
  name: 'Name',
  email: 'E-mail address',
  phone: 'Phone number',
  street: 'Street',
  unit: 'Unit',
  postcode: 'Postcode',
  city: 'City',
  region: 'State',
  country: 'Country',
  notes: 'Notes',
}
const NAMES = Object.keys(LABELS) as (keyof CrmCustomerFields)[]

export const PLACES = placesOf(Object.fromEntries(NAMES.map((name) => [name, name])) as typeof LABELS)

export const FIELDS = NAMES.map((name): CrmField => ({
  name,
  label: LABELS[name],
  type: name === 'email' || name === 'phone' ? name : 'text',
  choices: [],
  isWritable: true,
  isRequired: name === 'name',
  isCustom: false,
  maxLength: null,
}))

export function toCrmCustomer(customer: Customer): CrmCustomer {
  return {
    id: customer.id,
    name: customer.name,
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    street: customer.street ?? null,
    unit: customer.unit ?? null,
    postcode: customer.postcode ?? null,
    city: customer.city ?? null,
    region: customer.region ?? null,
    country: customer.country,
    notes: customer.notes ?? null,
    isArchived: customer.isArchived,
    updatedAt: customer.updatedAt.toUTC().toISO()!,
  }
}
