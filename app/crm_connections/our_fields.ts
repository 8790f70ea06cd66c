import type { CrmCustomerFields } from '#plugins/crm/contract'
import type Customer from '#app/customers/customer'

type Told = { label: string; of: (customer: Customer) => string | null }

const FACTS: Record<keyof CrmCustomerFields, { label: string; longest: number }> = {
  name: { label: 'Name', longest: 120 },
  email: { label: 'E-mail address', longest: 254 },
  phone: { label: 'Phone number', longest: 20 },
  street: { label: 'Street', longest: 120 },
  unit: { label: 'Unit', longest: 120 },
  postcode: { label: 'Postcode', longest: 20 },
  city: { label: 'City', longest: 120 },
  region: { label: 'State', longest: 60 },
  country: { label: 'Country', longest: 2 },
  notes: { label: 'Notes', longest: 5_000 },
}

/** What can be told of a customer, and is never taken back. */
const TOLD = {
  id: { label: 'Our number', of: ({ id }) => id },
  address: { label: 'Whole address', of: ({ address }) => address || null },
  taken_in: { label: 'Day of the first entry', of: ({ createdAt }) => createdAt.toUTC().toISODate() },
  state: { label: 'Whether archived', of: ({ isArchived }) => String(isArchived) },
} satisfies Record<string, Told>

export type Fact = keyof typeof FACTS
export type OurField = Fact | keyof typeof TOLD

export const OUR_FACTS = Object.keys(FACTS) as Fact[]
export const OUR_FIELDS = [...OUR_FACTS, ...Object.keys(TOLD)] as OurField[]

export const isFact = (field: string): field is Fact => field in FACTS
export const labelOf = (field: OurField) => (isFact(field) ? FACTS[field] : TOLD[field]).label
export const longestOf = (field: Fact) => FACTS[field].longest

export const valueOf = (customer: Customer, field: OurField) =>
  isFact(field) ? (customer[field] ?? null) : TOLD[field].of(customer)
