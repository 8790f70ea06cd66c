import { defineEvent } from '#app/platform/events/events'
import type { ExportFacts } from '#app/exports/csv_export'

export const CustomerCreated = defineEvent('customer.created')
/** Names what changed; what it said and says stays in the history and does not travel. */
export const CustomerUpdated = defineEvent<{ fields: string[] }>('customer.updated')
export const CustomerArchived = defineEvent('customer.archived')
export const CustomerRestored = defineEvent('customer.restored')

/** What belonged to the other record is the subject's now. */
export const CustomerMerged = defineEvent<{
  customerId: string
  codes: number
  leads: number
  orders: number
}>('customer.merged', { audited: true })

export const CustomersExported = defineEvent<ExportFacts>('customers.exported', { audited: true })
