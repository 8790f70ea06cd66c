/** The sidebar, by who may see what. `can` names a flag shared by the server. */
export type Destination = { label: string; icon: string; route: string; can?: string }

export const NAVIGATION: { label: string; items: Destination[] }[] = [
  {
    label: 'Work',
    items: [
      { label: 'Leads', icon: 'i-lucide-inbox', route: 'leads.leads.index', can: 'leads' },
      { label: 'Orders', icon: 'i-lucide-clipboard-check', route: 'orders.orders.index', can: 'orders' },
      { label: 'Customers', icon: 'i-lucide-users', route: 'customers.customers.index', can: 'customers' },
    ],
  },
  {
    label: 'Outreach',
    items: [
      { label: 'QR codes', icon: 'i-lucide-qr-code', route: 'qr_codes.qr_batches.index', can: 'qrCodes' },
      { label: 'Lead flows', icon: 'i-lucide-list-checks', route: 'lead_flows.lead_flows.index', can: 'leadFlows' },
    ],
  },
  {
    label: 'Company',
    items: [
      { label: 'Team', icon: 'i-lucide-contact', route: 'identity.users.index', can: 'team' },
      { label: 'Mail audit', icon: 'i-lucide-mail-check', route: 'notifications.deliveries.index', can: 'mailAudit' },
      { label: 'Settings', icon: 'i-lucide-settings', route: 'tenancy.settings.edit', can: 'settings' },
    ],
  },
]

export const FIELD_NAVIGATION: Destination[] = [
  { label: 'Home', icon: 'i-lucide-house', route: 'field.home.index' },
  { label: 'Scan', icon: 'i-lucide-scan-line', route: 'field.bindings.create' },
  { label: 'Customers', icon: 'i-lucide-users', route: 'field.customers.index' },
]

export const CONSOLE_NAVIGATION: Destination[] = [
  { label: 'Companies', icon: 'i-lucide-building-2', route: 'console.companies.index' },
]
