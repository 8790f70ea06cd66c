import type Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'

type Told = {
  contactName: string
  contactPhone?: string | null
  contactEmail?: string | null
  address?: string | null
  summary: string
  key?: string | null
}

/** Takes a request in that somebody told the office; what the office knows of the customer already need not be told again. */
export function enterLead({ summary, key = null, ...told }: Told, customer: Customer | null) {
  return Lead.receive({
    key,
    source: 'manual',
    customerId: customer?.id ?? null,
    contact: {
      name: told.contactName,
      phone: told.contactPhone ?? customer?.phone ?? null,
      email: told.contactEmail ?? customer?.email ?? null,
      address: told.address ?? customer?.address ?? null,
    },
    summary,
    answers: [],
  })
}
