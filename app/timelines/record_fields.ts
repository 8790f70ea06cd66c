import type { Subject } from '#app/access/subjects'
import type User from '#app/identity/user'

type Described = { rights?: Subject; labels: Readonly<Record<string, string>> }

const PLACE = {
  street: 'Street',
  unit: 'Apartment',
  postcode: 'Postcode',
  city: 'City',
  region: 'Region',
  country: 'Country',
}

/** The fields whose history is told, by the type of their record, and whose rights may hide them. */
const FIELDS: Record<string, Described> = {
  customer: {
    rights: 'customers',
    labels: { name: 'Name', email: 'E-mail', phone: 'Phone', ...PLACE, notes: 'Notes' },
  },
  lead: {
    rights: 'leads',
    labels: {
      contactName: 'Name',
      contactPhone: 'Phone',
      contactEmail: 'E-mail',
      address: 'Address',
      contactId: 'Contact',
      siteId: 'Site',
      summary: 'Summary',
      status: 'Status',
      assigneeId: 'Assignee',
      teamId: 'Team',
    },
  },
  conversation: { labels: { assigneeId: 'Assignee' } },
  order: { rights: 'orders', labels: { status: 'Status', siteId: 'Site' } },
  visit: {
    rights: 'orders',
    labels: {
      startsAt: 'Arrives from',
      endsAt: 'Arrives until',
      assigneeId: 'Assignee',
      note: 'Note',
      status: 'Status',
    },
  },
  qr_batch: { labels: { name: 'Name', purpose: 'What they are for', leadFlowId: 'What a scan asks' } },
  qr_code: { labels: { state: 'State', customerId: 'Customer' } },
  lead_flow: {
    labels: {
      name: 'Name',
      isDefault: 'Standard flow',
      path: 'Address',
      sites: 'Own sites',
      redirectUrl: 'Leads on to',
      leadStatus: 'Status of requests',
      booking: 'Booking',
      assigneeId: 'Assignee',
      teamId: 'Team',
    },
  },
  user: { labels: { name: 'Name', phone: 'Phone', role: 'Role', roleId: 'Custom role' } },
  team: { labels: { name: 'Name', parentId: 'Part of' } },
  role: { labels: { name: 'Name', description: 'Description', grants: 'Rights', fields: 'Fields' } },
  tenant: {
    labels: {
      name: 'Name',
      timeZone: 'Time zone',
      country: 'Country',
      currency: 'Currency',
      locale: 'Language',
      brandColor: 'Brand colour',
      phone: 'Phone',
      email: 'E-mail',
      website: 'Website',
      requiresTwoFactor: 'Two-factor sign-in required',
      supportAccess: 'Support access',
    },
  },
  sso_connection: {
    labels: {
      issuer: 'Issuer',
      clientId: 'Client',
      scopes: 'Scopes',
      emailClaim: 'Claim with the e-mail address',
      nameClaim: 'Claim with the name',
      roleClaim: 'Claim with the roles',
      defaultRole: 'Role of everybody else',
      provisionsUsers: 'Adds members',
      decidesRoles: 'Decides roles',
      trustsEmail: 'Trusts e-mail addresses',
      isEnabled: 'Switched on',
      apiAudience: 'Audience of the API',
    },
  },
}

export const DESCRIBED_TYPES = Object.keys(FIELDS)

export const labelsOf = (type: string) => FIELDS[type]?.labels ?? {}

/** The fields of a type that somebody may see, by key: what their role hides is hidden in the past too. */
export function shownFields(type: string, reader: User): Record<string, string> {
  const { rights, labels } = FIELDS[type] ?? { labels: {} }
  const isShown = (key: string) => !rights || reader.fields(rights).levelOf(key) !== 'none'
  return Object.fromEntries(Object.entries(labels).filter(([key]) => isShown(key)))
}
