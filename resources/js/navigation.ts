import type { Data } from '@generated/data'

type Access = keyof NonNullable<Data.SharedProps['destinations']>

/** The sidebar, by who may see what: `may` names a flag shared by the server. */
export type Destination = { label: string; icon: string; route: string }

export const NAVIGATION: {
  label: string
  /** `unread` names the shared figure that stands beside the entry. */
  items: (Destination & { may: Access; unread?: 'unreadConversations' })[]
}[] = [
  {
    label: 'Work',
    items: [
      { label: 'Home', icon: 'i-lucide-house', route: 'dashboards.dashboards.show', may: 'dashboard' },
      { label: 'Leads', icon: 'i-lucide-inbox', route: 'leads.leads.index', may: 'leads' },
      {
        label: 'Messages',
        icon: 'i-lucide-messages-square',
        route: 'messages.conversations.index',
        may: 'messages',
        unread: 'unreadConversations',
      },
      { label: 'Orders', icon: 'i-lucide-clipboard-check', route: 'orders.orders.index', may: 'orders' },
      { label: 'Customers', icon: 'i-lucide-users', route: 'customers.customers.index', may: 'customers' },
    ],
  },
  {
    label: 'Outreach',
    items: [
      { label: 'QR codes', icon: 'i-lucide-qr-code', route: 'qr_codes.qr_batches.index', may: 'qrCodes' },
      { label: 'Scans', icon: 'i-lucide-scan-line', route: 'scans.scans.index', may: 'qrCodes' },
      {
        label: 'Lead flows',
        icon: 'i-lucide-list-checks',
        route: 'lead_flows.lead_flows.index',
        may: 'leadFlows',
      },
    ],
  },
  {
    label: 'Company',
    items: [
      { label: 'Team', icon: 'i-lucide-contact', route: 'identity.users.index', may: 'team' },
      {
        label: 'Mail audit',
        icon: 'i-lucide-mail-check',
        route: 'deliveries.deliveries.index',
        may: 'mailAudit',
      },
      { label: 'Settings', icon: 'i-lucide-settings', route: 'tenancy.settings.edit', may: 'settings' },
    ],
  },
]

/** What is known of scans, and of those who bind codes. */
export const SCAN_NAVIGATION: (Destination & { may: Access })[] = [
  { label: 'Scans', icon: 'i-lucide-scan-line', route: 'scans.scans.index', may: 'qrCodes' },
  {
    label: 'Never scanned',
    icon: 'i-lucide-eye-off',
    route: 'scans.unscanned_codes.index',
    may: 'qrCodes',
  },
  { label: 'Walks', icon: 'i-lucide-footprints', route: 'scans.walks.index', may: 'walks' },
]

/** The parts of the company's settings; one that this build does not know is left out. */
export const SETTINGS_NAVIGATION: (Destination & { may: Access; also?: string })[] = [
  { label: 'General', icon: 'i-lucide-settings', route: 'tenancy.settings.edit', may: 'settings' },
  {
    label: 'Booking',
    icon: 'i-lucide-calendar-clock',
    route: 'bookings.calendars.edit',
    may: 'settings',
  },
  { label: 'Numbers', icon: 'i-lucide-hash', route: 'tenancy.numbers.edit', may: 'settings' },
  {
    label: 'Sign-in',
    icon: 'i-lucide-lock',
    route: 'two_factor.requirements.edit',
    may: 'settings',
  },
  { label: 'Roles', icon: 'i-lucide-shield-check', route: 'access.roles.index', may: 'roles' },
  { label: 'Teams', icon: 'i-lucide-network', route: 'access.teams.index', may: 'roles' },
  {
    label: 'Single sign-on',
    icon: 'i-lucide-log-in',
    route: 'single_sign_on.connections.index',
    may: 'singleSignOn',
  },
  {
    label: 'Notifications',
    icon: 'i-lucide-bell',
    route: 'notification_preferences.rules.edit',
    may: 'settings',
  },
  {
    label: 'Wording',
    icon: 'i-lucide-pencil-line',
    route: 'message_templates.templates.index',
    may: 'settings',
  },
  {
    label: 'Canned replies',
    icon: 'i-lucide-message-square-quote',
    route: 'canned_replies.canned_replies.index',
    may: 'cannedReplies',
  },
  {
    label: 'Service tokens',
    icon: 'i-lucide-key-round',
    route: 'access_tokens.service_tokens.index',
    may: 'serviceTokens',
  },
  {
    label: 'Support access',
    icon: 'i-lucide-venetian-mask',
    route: 'impersonations.support_accesses.edit',
    may: 'settings',
  },
  { label: 'Scheduled work', icon: 'i-lucide-alarm-clock', route: 'timers.timers.index', may: 'settings' },
  {
    label: 'Unfinished work',
    icon: 'i-lucide-circle-dashed',
    route: 'operations.unfinished.index',
    may: 'settings',
  },
  { label: 'Audit log', icon: 'i-lucide-scroll-text', route: 'audit.entries.index', may: 'audit' },
  {
    label: 'Integrations',
    icon: 'i-lucide-plug',
    route: 'integrations.integrations.index',
    also: 'crm_connections.connections.edit',
    may: 'settings',
  },
  { label: 'Webhooks', icon: 'i-lucide-webhook', route: 'webhooks.endpoints.index', may: 'settings' },
  { label: 'Retention', icon: 'i-lucide-archive', route: 'retention.retentions.edit', may: 'settings' },
]

/** What belongs to a person, whatever company they work for. */
export const ACCOUNT_NAVIGATION: Destination[] = [
  { label: 'Profile', icon: 'i-lucide-user', route: 'sign_in.profiles.edit' },
  { label: 'Sign-in', icon: 'i-lucide-lock', route: 'sign_in.credentials.show' },
  { label: 'Devices', icon: 'i-lucide-monitor-smartphone', route: 'sign_in.devices.index' },
]

export const FIELD_NAVIGATION: Destination[] = [
  { label: 'Home', icon: 'i-lucide-house', route: 'field.home.index' },
  { label: 'Scan', icon: 'i-lucide-scan-line', route: 'field.bindings.create' },
  { label: 'Customers', icon: 'i-lucide-users', route: 'field.customers.index' },
]

export const CONSOLE_NAVIGATION: Destination[] = [
  { label: 'Companies', icon: 'i-lucide-building-2', route: 'console.companies.index' },
  { label: 'Queues', icon: 'i-lucide-waypoints', route: 'console.queues.index' },
  { label: 'Timers', icon: 'i-lucide-alarm-clock', route: 'console.installation_timers.index' },
  { label: 'Sending', icon: 'i-lucide-send', route: 'console.providers.index' },
  { label: 'Mails', icon: 'i-lucide-mail-check', route: 'console.identity_mails.index' },
  { label: 'Super users', icon: 'i-lucide-key-round', route: 'console.super_users.index' },
  { label: 'Log', icon: 'i-lucide-scroll-text', route: 'console.operator_entries.index' },
]
