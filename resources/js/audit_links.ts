import type { Data } from '@generated/data'
import type { TimelineItem } from '~/components/RecordTimeline.vue'
import { urlFor } from '~/client'

const LINKS: Record<string, (id: string) => string> = {
  customer: (id) => urlFor('customers.customers.show', { id }),
  invitation: () => urlFor('identity.users.index'),
  lead: (id) => urlFor('leads.leads.show', { id }),
  lead_flow: (id) => urlFor('lead_flows.lead_flows.edit', { id }),
  order: (id) => urlFor('orders.orders.show', { id }),
  qr_batch: (id) => urlFor('qr_codes.qr_batches.show', { id }),
  qr_code: (id) => urlFor('qr_codes.qr_codes.show', { id }),
  tenant: () => urlFor('tenancy.settings.edit'),
  user: () => urlFor('identity.users.index'),
}

const ICONS: Record<string, string> = {
  sign_in: 'i-lucide-log-in',
  tokens: 'i-lucide-key-round',
  permissions: 'i-lucide-shield-check',
  single_sign_on: 'i-lucide-fingerprint',
  exports: 'i-lucide-download',
  impersonation: 'i-lucide-venetian-mask',
  people: 'i-lucide-users',
  settings: 'i-lucide-settings',
  operation: 'i-lucide-waypoints',
  data: 'i-lucide-file-pen',
}

/** Where the record of an entry is shown, if it has a page. */
export const recordLink = ({ type, id }: { type: string; id: string }) => LINKS[type]?.(id)

export const categoryIcon = (category: string) => ICONS[category] ?? 'i-lucide-dot'

export const toTimeline = ({
  id,
  category,
  who,
  what,
  at,
  isFailure,
}: Data.Audit.AuditEntry): TimelineItem => ({
  id,
  icon: categoryIcon(category),
  title: `${who} ${what}`,
  at,
  tone: isFailure ? 'error' : 'neutral',
})
