import type Customer from '#app/customers/customer'
import { partsNamed } from '#app/customers/named_parts'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'

type Told = {
  contactName: string
  contactPhone?: string | null
  contactEmail?: string | null
  address?: string | null
  contactId?: string | null
  siteId?: string | null
  summary: string
  key?: string | null
}

/**
 * Takes a request in that somebody told the office; what they can read of the customer already need not be told again.
 * What their role hides there does not come to light as a fact of the lead.
 */
export async function enterLead({ summary, key = null, ...told }: Told, customer: Customer | null, by: User) {
  const { contactId = null, siteId = null } = told
  const { contact, site } = await partsNamed(customer?.id ?? null, { contactId, siteId })
  const { phone = null, email = null } = (customer && contact?.waysOf(customer)) ?? customer ?? {}
  const address = (customer && site?.addressOf(customer)) ?? customer?.address ?? null
  const known = by.fields('customers').shown({ phone, email, address })
  return Lead.receive({
    key,
    source: 'manual',
    customerId: customer?.id ?? null,
    contactId,
    siteId,
    contact: {
      name: told.contactName,
      phone: told.contactPhone ?? known.phone ?? null,
      email: told.contactEmail ?? known.email ?? null,
      address: told.address ?? known.address ?? null,
    },
    summary,
    answers: [],
  })
}
