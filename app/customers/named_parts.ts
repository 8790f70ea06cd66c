import Customer from '#app/customers/customer'
import CustomerContact from '#app/customers/customer_contact'
import CustomerSite from '#app/customers/customer_site'
import { OtherCustomersPartError } from '#app/customers/errors'
import type User from '#app/identity/user'

type Named = { contactId?: string | null; siteId?: string | null }

/** The contact and the site that a lead or an order names, which have to be its customer's. */
export async function partsNamed(customerId: string | null, { contactId, siteId }: Named) {
  const contact = contactId ? await CustomerContact.findOrFail(contactId) : null
  const site = siteId ? await CustomerSite.findOrFail(siteId) : null
  const isTheirs = (part: CustomerContact | CustomerSite) => part.customerId === customerId && !part.removedAt
  if (contact && !isTheirs(contact)) throw new OtherCustomersPartError('contactId', 'contact')
  if (site && !isTheirs(site)) throw new OtherCustomersPartError('siteId', 'site')
  return { contact, site }
}

/** A customer with all that a lead or an order may name, as far as somebody may see it. */
export async function withChoices(customer: Customer, reader: User) {
  const { id, name, contacts, sites } = await Customer.withParts(customer)
  const shown = reader.fields('customers').shows('sites') ? sites : []
  return {
    id,
    name,
    contacts: contacts.map((one) => ({ id: one.id, name: one.name, detail: one.role })),
    sites: shown.map((one) => ({ id: one.id, name: one.label, detail: one.addressOf(customer) })),
  }
}
