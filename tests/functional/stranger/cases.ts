import sharp from 'sharp'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncExport from '#app/crm_connections/crm_sync_export'
import Attachment from '#app/attachments/attachment'
import { downloadLinks } from '#app/attachments/download_link'
import { FileLink } from '#app/attachments/file_link'
import Customer from '#app/customers/customer'
import { RULES } from '#tests/booking_factories'
import { stampOf } from '#app/lead_flows/lead_flow'
import { factsOf } from '#app/qr_codes/label_sheet_facts'
import { LabelTemplate } from '#app/qr_codes/label_template'
import CustomerExport from '#app/customers/customer_export'
import LeadExport from '#app/leads/lead_export'
import OrderExport from '#app/orders/order_export'
import { pushTarget } from '#tests/push_service'
import { withRights } from '#tests/access_factories'
import { unique } from '#tests/factories'
import { SETTINGS as CONNECTION } from '#tests/test_issuer'
import { stillIssuer } from '#tests/still_issuer'
import type { World } from '#tests/functional/stranger/world'

export type Leaves = Record<string, string | string[] | number | boolean | null | Record<string, string>>
export type Sending = {
  params?: Record<string, string>
  qs?: Record<string, string>
  body?: Leaves
  file?: { field: string; content: Buffer; filename: string }
}
export type Persona = 'admin' | 'fieldUser' | 'api' | 'customer'
export type Case = {
  as: Persona
  /** One good request of this company, on subjects of its own. */
  send: (world: World) => Promise<Sending> | Sending
  /** Why the request is not made with the policies taken away: it works through raw SQL that only they hold. */
  rawSql?: string
  /** Own ids are recognised and then refused, because this installation is set up that way. */
  refusedWith?: number
  /** References in its body are sealed for one person and lead: of others they stand for nothing, which their field says. */
  isSealed?: true
}

const plain = (as: Persona = 'admin'): Case => ({ as, send: () => ({}) })
const by = (
  id: (world: World) => Promise<{ id: string }>,
  more: Omit<Sending, 'params'> = {},
  as: Persona = 'admin',
  name = 'id'
): Case => ({
  as,
  send: async (world) => ({ params: { [name]: (await id(world)).id }, ...more }),
})
const lead = (world: World) => world.lead()
const visitOf = (
  { isDone = false, body }: { isDone?: boolean; body?: Leaves } = {},
  as: Persona = 'admin'
): Case => ({
  as,
  send: async (w) => {
    const order = await w.order()
    const visit = await w.inside(() => order.related('visits').query().firstOrFail())
    if (isDone) await w.inside(() => visit.finish())
    return { params: { order_id: order.id, id: visit.id }, body }
  },
})
const plannedVisit = (as: Persona): Case => ({
  as,
  send: async (w) => ({
    params: { order_id: (await w.order()).id },
    body: { ...visitPlan, assigneeId: w.fieldUser.user.id },
  }),
})
const movedVisit = (as: Persona): Case => ({
  as,
  send: async (w) => {
    const order = await w.order()
    const visit = await w.inside(() => order.related('visits').query().firstOrFail())
    return {
      params: { order_id: order.id, id: visit.id },
      body: { ...visitPlan, assigneeId: w.fieldUser.user.id },
    }
  },
})
const uploaded = (as: Persona): Case => ({
  as,
  send: async (w) => ({
    params: { lead_id: (await w.lead()).id },
    file: { field: 'file', content: await picture, filename: 'boiler.png' },
  }),
})
/** An export that the world's administrator has just begun. */
const begun = (Export: typeof LeadExport | typeof CustomerExport | typeof OrderExport): Case => ({
  as: 'admin',
  send: async ({ admin, tenant, as }) => {
    const begin = async () => new Export(await withRights(admin.user), tenant, {}).begin()
    return { params: { id: (await as(admin, begin)).id } }
  },
})
const history = (as: Persona): Case => ({
  as,
  send: async (w) => ({
    params: { subject: 'customers', id: (await w.customer()).id },
    qs: { person: w.admin.user.id, field: 'name' },
  }),
})
const handedOver = (as: Persona): Case => ({
  as,
  send: async (w) => ({
    params: { id: (await w.conversation()).id },
    body: { assigneeId: (await w.colleague()).user.id },
  }),
})
const restoration = (as: Persona): Case => ({
  as,
  send: async (w) => {
    const { id } = await w.customer()
    await w.as(w.admin, async () => (await Customer.findOrFail(id)).revise({ name: `Renamed ${w.mark}` }))
    const entry = await w.inside(() =>
      db
        .from('events')
        .where({ subject_id: id, name: 'customer.updated', tenant_id: w.tenant.id })
        .firstOrFail()
    )
    return {
      params: { subject: 'customers', id },
      body: { entryId: entry.id as string, field: 'name', seen: `Renamed ${w.mark}` },
    }
  },
})
const endpoint = (world: World) => world.webhookEndpoint()
const HOOK = { url: 'https://93.184.216.34/hooks', description: 'Books', events: ['lead.created'] }
let invited = 0
const browser = pushTarget()
const WISH = { kind: 'lead.created', channel: 'mail', isWanted: true }
const day = () => DateTime.utc().plus({ days: 3 }).toISODate()!
const nowhere = { street: null, unit: null, postcode: null, city: null, region: null }
const newCustomer = {
  name: 'Dora',
  phone: '303 555 0133',
  email: null,
  ...nowhere,
  country: 'US',
  notes: null,
}
const newLead = { contactName: 'Ann', contactPhone: '303 555 0133', summary: 'Leak' }
const visitPlan = { date: day(), from: '10:00', to: '12:00', assigneeId: null, note: null }

const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#0f766e' } })
  .png()
  .toBuffer()
const settings = {
  name: 'Renamed',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  currency: 'EUR',
  locale: 'de-DE',
  brandColor: '#1d4ed8',
  phone: null,
  email: null,
  website: null,
}

const flowDraft = async (w: World): Promise<Sending> => {
  const flow = await w.flow()
  const questions = [
    { id: 'q1', type: 'short_text', label: 'What?', help: null, required: true, options: [] },
  ]
  const basedOn = await w.inside(async () => stampOf(await flow.latest()))
  return {
    params: { id: flow.id },
    body: { name: 'Heating', basedOn, intro: null, successText: null, questions: questions as never },
  }
}

const flowWays = (path: string | null) => ({
  path,
  sites: ['www.example.com'],
  redirectUrl: null,
  leadStatus: 'new',
  assigneeId: null,
  teamId: null,
})

const roleDraft = () => ({
  name: unique('Role'),
  description: null,
  grants: {} as never,
  fields: {} as never,
})

const cannedWords = () => ({
  title: 'On the way',
  shortcut: unique('way').toLowerCase(),
  english: 'Hello {{customer_name}}',
  spanish: null,
})

const sheetFacts = () => ({ ...factsOf(LabelTemplate.find('a4-24')), name: unique('Roll') })

const WORDED = { kind: 'lead_received', channel: 'mail', language: 'es' }
/** Always the same words: they are in the draft already when they are sent again. */
const words = () => ({ subject: 'Hola {{customer_name}}', body: 'Gracias', basedOn: null })

/** A part of a customer: changed, or taken away, which the primary one is not. */
const partOf = (kind: 'contact' | 'site', as: Persona, body?: Leaves): Case => ({
  as,
  send: async (w) => {
    const part = await w[kind]()
    return { params: { customer_id: part.customerId, id: part.id }, body }
  },
})
const merged = (as: Persona): Case => ({
  as,
  send: async (w) => ({
    params: { customer_id: (await w.customer()).id },
    body: { otherId: (await w.customer()).id },
  }),
})
/** Of no record: a list that is sent again is known by it. */
const LIST = '0198a1b2-0000-7000-8000-000000000001'
const CONTACT = { name: 'Jo Tenant', role: 'Tenant', phone: '+13035550166', email: 'jo.tenant@example.com' }
const SITE = { label: 'Summer house', street: '4 Lake Rd', city: 'Dillon', notes: 'Key under the mat' }

/** One case for every route that opens a company. A route without one fails the suite. */
export const CASES: Record<string, Case> = {
  'identity.landings.show': plain(),
  'dashboards.dashboards.show': plain(),
  'identity.users.index': plain(),
  'identity.users.update': by(async (w) => (await w.colleague()).user, {
    body: { name: 'Renamed', role: 'agent' },
  }),
  'identity.user_deactivations.store': by(async (w) => (await w.colleague()).user),
  'identity.user_deactivations.destroy': by(async (w) => (await w.colleague()).user),
  'identity.invitations.store': {
    as: 'admin',
    send: () => ({ body: { name: 'New', email: `new-${invited++}@example.com`, role: 'agent' } }),
  },
  'identity.invitations.destroy': by((w) => w.invitation()),
  'identity.invitation_resends.store': by((w) => w.invitation()),
  'identity.invitation_links.store': { ...by((w) => w.invitation()), refusedWith: 403 },
  'access_tokens.access_tokens.index': plain(),
  'access_tokens.access_tokens.store': { as: 'admin', send: () => ({ body: { name: 'Script' } }) },
  'access_tokens.access_tokens.destroy': by((w) => w.accessToken()),

  'webhooks.endpoints.index': plain(),
  'webhooks.endpoints.store': { as: 'admin', send: () => ({ body: HOOK }) },
  'webhooks.endpoints.show': by(endpoint),
  'webhooks.endpoints.update': by(endpoint, { body: HOOK }),
  'webhooks.endpoints.destroy': by(endpoint),
  'webhooks.secrets.store': by(endpoint),
  'webhooks.trials.store': by(endpoint),
  'webhooks.pauses.store': by(endpoint),
  'webhooks.pauses.destroy': by(endpoint),
  'webhooks.failed_resends.store': by(endpoint),
  'webhooks.deliveries.show': by((w) => w.webhookDelivery()),
  'webhooks.resends.store': by((w) => w.webhookDelivery()),
  'api.webhooks.endpoints.index': plain('api'),
  'api.webhooks.endpoints.store': { as: 'api', send: () => ({ body: HOOK }) },
  'api.webhooks.endpoints.show': by(endpoint, {}, 'api'),
  'api.webhooks.endpoints.update': by(endpoint, { body: HOOK }, 'api'),
  'api.webhooks.endpoints.destroy': by(endpoint, {}, 'api'),
  'api.webhooks.secrets.store': by(endpoint, {}, 'api'),
  'api.webhooks.trials.store': by(endpoint, {}, 'api'),
  'api.webhooks.pauses.store': by(endpoint, {}, 'api'),
  'api.webhooks.pauses.destroy': by(endpoint, {}, 'api'),
  'api.webhooks.failed_resends.store': by(endpoint, {}, 'api'),
  'api.webhooks.deliveries.index': by(endpoint, {}, 'api'),
  'api.webhooks.deliveries.show': by((w) => w.webhookDelivery(), {}, 'api'),
  'api.webhooks.resends.store': by((w) => w.webhookDelivery(), {}, 'api'),

  'access_tokens.service_tokens.index': plain(),
  'access_tokens.service_tokens.store': {
    as: 'admin',
    send: () => ({ body: { name: 'Import', role: 'agent', days: 30 } }),
  },
  'access_tokens.service_tokens.destroy': by((w) => w.serviceToken()),

  'access.roles.index': plain(),
  'access.roles.create': { as: 'admin', send: async (w) => ({ qs: { from: (await w.role()).id } }) },
  'access.roles.store': {
    as: 'admin',
    send: () => ({ body: { ...roleDraft(), basedOn: 'agent' } }),
  },
  'access.roles.edit': by((w) => w.role()),
  'access.roles.update': {
    as: 'admin',
    send: async (w) => ({ params: { id: (await w.role()).id }, body: roleDraft() }),
  },
  'access.roles.destroy': by((w) => w.role()),
  'access.teams.index': plain(),
  'access.teams.store': {
    as: 'admin',
    send: async (w) => ({
      body: {
        name: unique('Team'),
        parentId: (await w.team()).id,
        members: [(await w.colleague()).user.id],
        leads: [],
      },
    }),
  },
  'access.teams.update': {
    as: 'admin',
    send: async (w) => ({
      params: { id: (await w.team()).id },
      body: {
        name: unique('Team'),
        parentId: (await w.team()).id,
        members: [],
        leads: [(await w.colleague()).user.id],
      },
    }),
  },
  'access.teams.destroy': by((w) => w.team()),
  'access.permissions.show': by(async (w) => (await w.colleague()).user),
  'access.viewers.show': {
    as: 'admin',
    send: async (w) => ({ params: { subject: 'leads', id: (await w.lead()).id } }),
  },

  'timelines.histories.show': history('admin'),
  'timelines.restorations.store': restoration('admin'),
  'crm_connections.connections.edit': plain(),
  // No vendor is in reach of the tests here; its own spec has one.
  'crm_connections.connections.update': {
    as: 'admin',
    send: () => ({ body: { adapter: 'hubspot', settings: { token: 'none' } } }),
    refusedWith: 303,
  },
  // This installation is registered with no vendor; the flow has a spec of its own.
  'crm_connections.authorizations.store': {
    as: 'admin',
    send: () => ({ body: { adapter: 'hubspot' } }),
    refusedWith: 302,
  },
  'crm_connections.authorizations.show': { as: 'admin', send: () => ({}), refusedWith: 302 },
  'crm_connections.trials.store': {
    as: 'admin',
    send: async (w) => {
      await w.crmSync()
      return {}
    },
    refusedWith: 302,
  },
  'crm_deals.plans.edit': { as: 'admin', send: (w) => w.crmDeal().then(() => ({})) },
  'crm_deals.plans.update': {
    as: 'admin',
    send: async (w) => {
      await w.crmDeal()
      const stages = { new: 'a', in_progress: 'a', converted: 'b', cancelled: 'b', lost: 'b' }
      return { body: { pipelineId: 'sales', stages } }
    },
    refusedWith: 303,
  },
  'crm_deals.deals.update': {
    as: 'admin',
    send: async (w) => {
      const { leadId } = await w.crmDeal()
      return { params: { lead_id: leadId }, body: { choice: 'anew' } }
    },
  },
  'crm_deals.plans.destroy': { as: 'admin', send: (w) => w.crmDeal().then(() => ({})) },
  'integrations.integrations.index': plain(),
  'crm_connections.syncs.store': {
    as: 'admin',
    send: async (w) => {
      const { id } = await w.crmSync()
      await w.as(w.admin, async () => (await CrmSync.findOrFail(id)).end('stopped'))
      return { body: { purpose: 'preview' } }
    },
  },
  // No vendor is in reach of the tests here; its own spec has one.
  'crm_connections.fields.edit': { as: 'admin', send: (w) => w.crmLink().then(() => ({})) },
  'crm_connections.fields.update': {
    as: 'admin',
    send: async (w) => {
      await w.crmLink()
      return { body: { rules: [] } }
    },
    refusedWith: 303,
  },
  'crm_connections.field_previews.store': {
    as: 'admin',
    send: async (w) => {
      await w.crmLink()
      return { body: { rules: [] } }
    },
    refusedWith: 302,
  },
  'crm_connections.conflicts.index': { as: 'admin', send: (w) => w.crmConflict().then(() => ({})) },
  'crm_connections.conflicts.update': by((w) => w.crmConflict(), { body: { choice: 'theirs' } }),
  'crm_connections.newcomers.index': { as: 'admin', send: (w) => w.crmNewcomer().then(() => ({})) },
  'crm_connections.newcomers.store': { as: 'admin', send: (w) => w.crmNewcomer().then(() => ({})) },
  'crm_connections.newcomers.update': by((w) => w.crmNewcomer(), { body: { choice: 'leave_out' } }),
  'crm_connections.firm_rules.update': {
    as: 'admin',
    send: (w) => w.crmLink().then(() => ({ body: { rule: 'all' } })),
  },
  'crm_connections.newcomer_rules.update': {
    as: 'admin',
    send: (w) => w.crmNewcomer().then(() => ({ body: { rule: 'ignore' } })),
  },
  'crm_connections.links.update': by((w) => w.crmLink(), { body: { choice: 'apart' } }),
  'crm_connections.syncs.show': by((w) => w.crmSync()),
  'crm_connections.syncs.update': by((w) => w.crmSync(), { body: { state: 'stopped' } }),
  'crm_connections.exports.store': by((w) => w.crmSync(), {}, 'admin', 'sync_id'),
  'crm_connections.exports.show': {
    as: 'admin',
    send: async (w) => {
      const { id: syncId } = await w.crmSync()
      const begin = async () =>
        new CrmSyncExport(await withRights(w.admin.user), w.tenant, { syncId }).begin()
      return { params: { id: (await w.as(w.admin, begin)).id } }
    },
  },
  'crm_connections.connections.destroy': plain(),
  'retention.retentions.edit': plain(),
  'retention.retentions.update': { as: 'admin', send: () => ({ body: { kind: 'work', months: 24 } }) },
  'retention.history_exports.show': plain(),
  'retention.archives.show': by((w) => w.archive()),
  'api.timelines.histories.show': history('api'),
  'api.timelines.restorations.store': restoration('api'),

  'leads.exports.store': {
    as: 'admin',
    send: async (w) => ({ body: { assignee: (await w.colleague()).user.id, team: (await w.team()).id } }),
  },
  'leads.exports.show': begun(LeadExport),
  'customers.exports.store': plain(),
  'customers.exports.show': begun(CustomerExport),
  'customers.imports.create': plain(),
  'customers.imports.store': {
    as: 'admin',
    send: async (w) => {
      const { id } = await w.customer()
      return { body: { list: `Id,Name\n${id},Somebody`, isChecked: true, submissionKey: LIST } }
    },
  },
  'orders.exports.store': plain(),
  'orders.exports.show': begun(OrderExport),
  'leads.leads.index': {
    as: 'admin',
    send: async (w) => ({ qs: { assignee: (await w.colleague()).user.id, team: (await w.team()).id } }),
  },
  'leads.leads.show': by(lead),
  'leads.assignments.store': {
    as: 'admin',
    send: async (w) => ({
      params: { id: (await w.lead()).id },
      body: { assigneeId: (await w.colleague()).user.id, teamId: (await w.team()).id },
    }),
  },
  'leads.leads.store': {
    as: 'admin',
    send: async (w) => ({ body: { ...newLead, customerId: (await w.customer()).id } }),
  },
  'leads.starts.store': by(lead),
  'leads.losses.store': by(lead, { body: { reason: 'Too far away' } }),
  'api.leads.leads.index': {
    as: 'api',
    send: async (w) => ({ qs: { assignee: (await w.colleague()).user.id, team: (await w.team()).id } }),
  },
  'api.leads.leads.show': by(lead, {}, 'api'),
  'api.leads.leads.store': {
    as: 'api',
    send: async (w) => ({ body: { ...newLead, customerId: (await w.customer()).id } }),
  },
  'api.leads.leads.update': by(lead, { body: { summary: 'Drip' } }, 'api'),
  'api.leads.losses.destroy': by(lead, {}, 'api'),
  'api.leads.losses.store': by(lead, { body: { reason: 'Too far away' } }, 'api'),
  'api.leads.starts.store': by(lead, {}, 'api'),
  'api.leads.searches.index': { as: 'api', send: () => ({ qs: { q: 'Ann' } }) },
  'api.leads.histories.index': by(lead, {}, 'api'),
  'api.leads.reassignments.store': {
    as: 'api',
    send: async (w) => ({
      params: { id: (await w.lead()).id },
      body: { assigneeId: (await w.colleague()).user.id },
    }),
  },
  'api.leads.assignments.store': {
    as: 'api',
    send: async (w) => ({
      params: { id: (await w.lead()).id },
      body: { assigneeId: (await w.colleague()).user.id, teamId: (await w.team()).id },
    }),
  },

  'customers.customers.index': plain(),
  'customers.customers.create': plain(),
  'customers.customers.store': { as: 'admin', send: () => ({ body: { ...newCustomer, isAnother: true } }) },
  'customers.customers.show': by((w) => w.customer()),
  'customers.customers.edit': by((w) => w.customer()),
  'customers.customers.update': by((w) => w.customer(), { body: newCustomer }),
  'customer_merges.customer_merges.create': {
    as: 'admin',
    send: async (w) => ({
      params: { customer_id: (await w.customer()).id },
      qs: { other: (await w.customer()).id },
    }),
  },
  'customer_merges.customer_merges.store': merged('admin'),
  'api.customer_merges.customer_merges.store': merged('api'),
  'customers.contacts.store': by((w) => w.customer(), { body: CONTACT }, 'admin', 'customer_id'),
  'customers.contacts.update': partOf('contact', 'admin', CONTACT),
  'customers.contacts.destroy': partOf('contact', 'admin'),
  'customers.sites.store': by((w) => w.customer(), { body: SITE }, 'admin', 'customer_id'),
  'customers.sites.update': partOf('site', 'admin', SITE),
  'customers.sites.destroy': partOf('site', 'admin'),
  'api.customers.contacts.store': by((w) => w.customer(), { body: CONTACT }, 'api', 'customer_id'),
  'api.customers.contacts.update': partOf('contact', 'api', CONTACT),
  'api.customers.contacts.destroy': partOf('contact', 'api'),
  'api.customers.sites.store': by((w) => w.customer(), { body: SITE }, 'api', 'customer_id'),
  'api.customers.sites.update': partOf('site', 'api', SITE),
  'api.customers.sites.destroy': partOf('site', 'api'),
  'leads.parties.update': {
    as: 'admin',
    send: async (w) => {
      const site = await w.site()
      const { id } = await w.lead(site.customerId)
      return { params: { id }, body: { siteId: site.id } }
    },
  },
  'orders.sites.update': {
    as: 'admin',
    send: async (w) => {
      const site = await w.site()
      const order = await w.order(w.lead(site.customerId))
      return { params: { order_id: order.id }, body: { siteId: site.id } }
    },
  },
  'customers.archivals.store': by((w) => w.customer()),
  'customers.archivals.destroy': by((w) => w.customer()),

  'api.customers.customers.index': plain('api'),
  'api.customers.customers.store': { as: 'api', send: () => ({ body: { ...newCustomer, isAnother: true } }) },
  'api.customers.customers.show': by((w) => w.customer(), {}, 'api'),
  'api.customers.customers.update': by((w) => w.customer(), { body: newCustomer }, 'api'),
  'api.customers.archivals.store': by((w) => w.customer(), {}, 'api'),
  'api.customers.archivals.destroy': by((w) => w.customer(), {}, 'api'),

  'api.orders.orders.index': plain('api'),
  'api.orders.orders.show': by((w) => w.order(), {}, 'api'),

  'api.identity.users.index': plain('api'),
  'api.identity.own_users.show': plain('api'),
  'api.identity.users.show': by(async (w) => (await w.colleague()).user, {}, 'api'),
  'api.identity.users.update': by(
    async (w) => (await w.colleague()).user,
    { body: { name: 'Renamed', phone: null, role: 'agent' } },
    'api'
  ),
  'api.identity.user_deactivations.store': by(async (w) => (await w.colleague()).user, {}, 'api'),

  'api.tenancy.settings.show': plain('api'),
  'api.tenancy.settings.update': { as: 'api', send: () => ({ body: settings }) },

  'api.notifications.notifications.index': plain('api'),
  'api.notifications.notifications.show': by((w) => w.notification(), {}, 'api'),
  'api.notifications.readings.store': by((w) => w.notification(), {}, 'api'),
  'api.notifications.readings.destroy': by((w) => w.notification(), {}, 'api'),
  'api.notifications.inbox_readings.store': plain('api'),
  'api.notifications.archivals.store': by((w) => w.notification(), {}, 'api'),
  'api.notifications.archivals.destroy': by((w) => w.notification(), {}, 'api'),
  'api.notifications.snoozes.store': by((w) => w.notification(), { body: { preset: 'hour' } }, 'api'),
  'api.notifications.snoozes.destroy': by((w) => w.notification(), {}, 'api'),
  'api.notifications.notifications.destroy': by((w) => w.notification(), {}, 'api'),

  'qr_codes.qr_batches.index': plain(),
  'qr_codes.qr_batches.create': plain(),
  'qr_codes.qr_batches.store': {
    as: 'admin',
    send: async (w) => ({
      body: { name: 'Labels', quantity: 2, template: 'a4-24', isDemo: true, leadFlowId: (await w.flow()).id },
    }),
  },
  'qr_codes.qr_batches.update': {
    as: 'admin',
    send: async (w) => ({
      params: { id: (await w.batch()).id },
      body: { name: 'Labels', purpose: null, leadFlowId: (await w.flow()).id },
    }),
  },
  'qr_codes.qr_batches.show': by((w) => w.batch()),
  'qr_codes.sheets.show': by((w) => w.batch(), {}, 'admin', 'qr_batch_id'),
  'qr_codes.symbols.show': by((w) => w.batch(), { qs: { format: 'svg' } }, 'admin', 'qr_batch_id'),
  'qr_codes.stocks.show': plain(),
  'qr_codes.bulk_bindings.create': plain(),
  'qr_codes.bulk_bindings.store': {
    as: 'admin',
    send: async (w) => {
      const [code, customer] = [await w.code(), await w.customer()]
      return { body: { list: `Code,Customer\n${code.shortCode},${customer.id}`, isChecked: true } }
    },
  },
  'qr_codes.qr_printings.index': by((w) => w.batch()),
  'qr_codes.label_sheets.index': plain(),
  'qr_codes.label_sheets.create': {
    as: 'admin',
    send: async (w) => ({ qs: { from: (await w.labelSheet()).id } }),
  },
  'qr_codes.label_sheets.store': { as: 'admin', send: () => ({ body: sheetFacts() }) },
  'qr_codes.label_previews.show': {
    as: 'admin',
    send: () => {
      const { name: _, ...facts } = sheetFacts()
      return {
        qs: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)])),
      }
    },
  },
  'qr_codes.label_sheets.edit': by((w) => w.labelSheet()),
  'qr_codes.label_sheets.update': {
    as: 'admin',
    send: async (w) => ({ params: { id: (await w.labelSheet()).id }, body: sheetFacts() }),
  },
  'qr_codes.label_sheets.destroy': by((w) => w.labelSheet()),
  'scans.scans.index': plain(),
  'scans.unscanned_codes.index': plain(),
  'scans.walks.index': plain(),
  'scans.walks.show': {
    as: 'admin',
    send: (w) => ({ params: { id: w.fieldUser.user.id }, qs: { day: '2026-01-05' } }),
  },
  'qr_codes.qr_codes.show': by((w) => w.boundCode()),
  'qr_codes.retirements.store': by((w) => w.boundCode()),
  'qr_codes.losses.store': by((w) => w.boundCode()),
  'qr_codes.assignments.destroy': by((w) => w.boundCode()),
  'qr_codes.assignments.create': {
    as: 'admin',
    send: async (w) => ({
      params: { customer_id: (await w.customer()).id },
      qs: { code: (await w.code()).token },
    }),
  },
  'qr_codes.assignments.store': {
    as: 'admin',
    send: async (w) => ({
      params: { customer_id: (await w.customer()).id },
      body: { qrCodeId: (await w.code()).id },
    }),
  },

  'field.home.index': plain('fieldUser'),
  'field.customers.index': plain('fieldUser'),
  'field.customers.create': plain('fieldUser'),
  'field.customers.store': { as: 'fieldUser', send: () => ({ body: { ...newCustomer, isAnother: true } }) },
  'field.submissions.store': {
    as: 'fieldUser',
    send: async (w) => ({
      body: { customerId: (await w.customer()).id, code: (await w.code()).shortCode },
    }),
  },
  'field.customers.show': by((w) => w.customer(), {}, 'fieldUser'),
  'field.bindings.create': {
    as: 'fieldUser',
    send: async (w) => ({ qs: { code: (await w.code()).token, customer: (await w.customer()).id } }),
  },
  'field.bindings.store': {
    as: 'fieldUser',
    send: async (w) => ({ body: { qrCodeId: (await w.code()).id, customerId: (await w.customer()).id } }),
  },
  'field.bindings.show': by((w) => w.binding(), {}, 'fieldUser'),
  'field.bindings.destroy': by((w) => w.binding(), {}, 'fieldUser'),

  'messages.conversations.index': {
    as: 'admin',
    send: async (w) => ({ qs: { assignee: (await w.colleague()).user.id } }),
  },
  'canned_replies.canned_replies.index': plain(),
  'canned_replies.canned_replies.store': { as: 'admin', send: () => ({ body: cannedWords() }) },
  'canned_replies.canned_replies.update': {
    as: 'admin',
    send: async (w) => ({ params: { id: (await w.cannedReply()).id }, body: cannedWords() }),
  },
  'canned_replies.canned_replies.destroy': by((w) => w.cannedReply()),
  'api.canned_replies.canned_replies.index': plain('api'),
  'api.canned_replies.canned_replies.show': by((w) => w.cannedReply(), {}, 'api'),
  'api.canned_replies.canned_replies.store': { as: 'api', send: () => ({ body: cannedWords() }) },
  'api.canned_replies.canned_replies.update': {
    as: 'api',
    send: async (w) => ({ params: { id: (await w.cannedReply()).id }, body: cannedWords() }),
  },
  'api.canned_replies.canned_replies.destroy': by((w) => w.cannedReply(), {}, 'api'),

  'messages.assignments.store': handedOver('admin'),
  'api.messages.conversations.index': {
    as: 'api',
    send: async (w) => ({ qs: { assignee: (await w.colleague()).user.id } }),
  },
  'api.messages.assignments.store': handedOver('api'),
  'messages.replies.store': by(lead, { body: { body: 'We will call' } }, 'admin', 'lead_id'),
  'messages.readings.store': by(lead, {}, 'admin', 'lead_id'),
  'api.messages.messages.index': by(lead, {}, 'api', 'lead_id'),
  'api.messages.messages.store': by(lead, { body: { body: 'We will call' } }, 'api', 'lead_id'),

  'notes.notes.store': by(lead, { body: { body: 'Has a dog' } }, 'admin', 'lead_id'),
  'api.notes.notes.index': by(lead, {}, 'api', 'lead_id'),
  'api.notes.notes.store': by(lead, { body: { body: 'Has a dog' } }, 'api', 'lead_id'),

  'orders.orders.index': plain(),
  'orders.orders.show': by((w) => w.order()),
  'orders.conversions.store': {
    as: 'admin',
    send: async (w) => ({
      params: { lead_id: (await w.lead()).id },
      body: { ...visitPlan, assigneeId: w.fieldUser.user.id },
    }),
  },
  'orders.visits.store': plannedVisit('admin'),
  'orders.visits.update': movedVisit('admin'),
  'api.orders.visits.index': by((w) => w.order(), {}, 'api', 'order_id'),
  'api.orders.visits.store': plannedVisit('api'),
  'api.orders.visits.update': movedVisit('api'),
  'api.orders.visit_completions.store': visitOf({}, 'api'),
  'api.orders.visit_completions.destroy': visitOf({ isDone: true }, 'api'),
  'api.orders.visit_cancellations.store': visitOf({ body: { reason: 'Not needed any more' } }, 'api'),
  'orders.visit_completions.store': visitOf(),
  'orders.visit_completions.destroy': visitOf({ isDone: true }),
  'orders.visit_cancellations.store': visitOf({ body: { reason: 'Not needed any more' } }),
  'orders.completions.store': by((w) => w.order(), {}, 'admin', 'order_id'),
  'orders.cancellations.store': by(
    (w) => w.order(),
    { body: { reason: 'Customer moved' } },
    'admin',
    'order_id'
  ),

  'notifications.notifications.index': plain(),
  'notifications.notifications.show': by((w) => w.notification()),
  'notifications.readings.store': by((w) => w.notification()),
  'notifications.readings.destroy': by((w) => w.notification()),
  'notifications.archivals.store': by((w) => w.notification()),
  'notifications.archivals.destroy': by((w) => w.notification()),
  'notifications.snoozes.store': by((w) => w.notification(), { body: { preset: 'tomorrow' } }),
  'notifications.snoozes.destroy': by((w) => w.notification()),
  'notifications.inbox_readings.store': plain(),
  'notifications.inbox_readings.destroy': {
    as: 'admin',
    send: () => ({ body: { readAt: DateTime.utc().toISO() } }),
  },
  'api.notification_preferences.preferences.index': plain('api'),
  'api.notification_preferences.preferences.update': { as: 'api', send: () => ({ body: WISH }) },
  'api.notification_preferences.preferences.destroy': plain('api'),
  'api.notification_preferences.rhythms.show': plain('api'),
  'api.notification_preferences.rhythms.update': {
    as: 'api',
    send: () => ({ body: { timeZone: 'Europe/Berlin', week: null, intervalMinutes: 15 } }),
  },
  'api.deliveries.push_subscriptions.index': plain('api'),
  'api.deliveries.push_subscriptions.store': { as: 'api', send: () => ({ body: { ...browser } }) },
  'api.deliveries.push_subscriptions.destroy': by((w) => w.pushSubscription(), {}, 'api'),
  'api.deliveries.push_trials.store': by((w) => w.pushSubscription(), {}, 'api'),
  'notification_preferences.preferences.edit': plain(),
  'notification_preferences.preferences.update': { as: 'admin', send: () => ({ body: WISH }) },
  'notification_preferences.preferences.destroy': plain(),
  'deliveries.push_subscriptions.store': {
    as: 'admin',
    send: () => ({ body: { ...browser } }),
  },
  'deliveries.push_subscriptions.destroy': by((w) => w.pushSubscription()),
  'deliveries.push_trials.store': by((w) => w.pushSubscription()),
  'notification_preferences.rhythms.update': {
    as: 'admin',
    send: () => ({ body: { timeZone: 'Europe/Berlin', week: null, intervalMinutes: 0 } }),
  },
  'notification_preferences.rules.edit': plain(),
  'notification_preferences.rules.update': { as: 'admin', send: () => ({ body: WISH }) },
  'deliveries.blocked_addresses.index': plain(),
  'deliveries.blocked_addresses.destroy': by((w) => w.blockedAddress()),
  'deliveries.deliveries.index': plain(),
  'deliveries.deliveries.show': by((w) => w.delivery()),
  'deliveries.resends.store': by((w) => w.closedDelivery()),
  'message_templates.templates.index': plain(),
  'message_templates.templates.edit': { as: 'admin', send: () => ({ params: WORDED }) },
  'message_templates.templates.update': { as: 'admin', send: () => ({ params: WORDED, body: words() }) },
  'message_templates.templates.destroy': { as: 'admin', send: () => ({ params: WORDED }) },
  'message_templates.publications.store': {
    as: 'admin',
    send: async (w) => {
      await w.wordingVersion('fr')
      return { params: { ...WORDED, language: 'fr' }, body: words() }
    },
  },
  'message_templates.publications.destroy': { as: 'admin', send: () => ({ params: WORDED }) },
  'message_templates.restorations.store': {
    as: 'admin',
    send: async (w) => ({ params: WORDED, body: { version: await w.wordingVersion() } }),
  },
  'message_templates.trials.store': {
    as: 'admin',
    send: () => ({ params: { ...WORDED, language: 'it' }, body: words() }),
  },
  'deliveries.arrivals.store': by((w) => w.unknownDelivery()),

  'lead_flows.lead_flows.index': plain(),
  'lead_flows.lead_flows.store': { as: 'admin', send: () => ({ body: { name: 'Heating' } }) },
  'lead_flows.lead_flows.edit': by((w) => w.flow()),
  'lead_flows.lead_flows.update': { as: 'admin', send: flowDraft },
  'lead_flows.publications.store': { as: 'admin', send: flowDraft },
  'lead_flows.ways.edit': by((w) => w.flow()),
  'lead_flows.ways.update': {
    as: 'admin',
    send: async (w) => ({ params: { id: (await w.flow()).id }, body: flowWays(unique('heating')) }),
  },
  'lead_flows.comparisons.show': by((w) => w.flow()),
  'lead_flows.versions.index': by((w) => w.flow()),
  'lead_flows.restorations.store': {
    as: 'admin',
    send: async (w) => ({ params: { id: (await w.publishedFlow()).id }, body: { version: 1 } }),
  },
  'lead_flows.previews.show': by((w) => w.flow()),
  'lead_flows.drafts.destroy': by((w) => w.flow()),
  'lead_flows.standards.store': by((w) => w.publishedFlow()),
  'lead_flows.lead_flows.destroy': by((w) => w.flow()),

  'qr_codes.clearances.store': by((w) => w.suspectedCode()),
  'leads.attachments.store': uploaded('admin'),
  'api.leads.attachments.store': uploaded('api'),
  'api.leads.files.index': by(async (w) => ({ id: (await w.photo()).leadId }), {}, 'api', 'lead_id'),
  'api.leads.files.store': {
    as: 'api',
    isSealed: true,
    send: async (w) => {
      const one = await w.lead()
      return { params: { lead_id: one.id }, body: { attachments: [await w.heldFile(one)] } }
    },
  },
  'requests.downloads.show': {
    as: 'customer',
    send: async (w) => {
      const { id } = await w.photo()
      const url = downloadLinks.to(await w.inside(() => Attachment.findOrFail(id)))
      return { params: { reference: url.split('/').at(-1)! } }
    },
  },
  'requests.files.show': {
    as: 'customer',
    send: async (w) => {
      const { token, id, leadId } = await w.photo()
      const lead = { id: leadId, tenantId: w.tenant.id }
      return { params: { token, reference: new FileLink(lead).to({ id }).replace('files/', '') } }
    },
  },
  'leads.attachments.show': {
    as: 'admin',
    send: async (w) => {
      const { id, leadId } = await w.photo()
      return { params: { lead_id: leadId, id } }
    },
  },
  'leads.preparations.store': {
    as: 'admin',
    send: async (w) => {
      const { id, leadId } = await w.photo()
      await w.inside(async () => (await Attachment.findOrFail(id)).noteFailure())
      return { params: { lead_id: leadId, id } }
    },
  },
  'requests.attachments.show': {
    as: 'customer',
    send: async (w) => {
      const { token, id } = await w.photo()
      return { params: { token, id } }
    },
  },

  'impersonations.visit_endings.store': by((w) => w.visit()),
  'impersonations.support_accesses.edit': plain(),
  'impersonations.support_accesses.update': { as: 'admin', send: () => ({ body: { rule: 'on_request' } }) },
  'impersonations.support_consents.store': plain(),
  'impersonations.support_consents.destroy': plain(),
  'audit.entries.index': {
    as: 'admin',
    send: async (w) => ({
      qs: { person: (await w.colleague()).user.id, record: (await w.lead()).id },
    }),
  },
  'audit.exports.show': {
    as: 'admin',
    send: async (w) => ({ qs: { format: 'csv', person: (await w.colleague()).user.id } }),
  },

  'two_factor.requirements.edit': plain(),
  'two_factor.requirements.update': { as: 'admin', send: () => ({ body: { requiresTwoFactor: false } }) },
  'single_sign_on.connections.index': plain(),
  'single_sign_on.connections.update': {
    as: 'admin',
    send: async () => ({ body: { ...CONNECTION, issuer: await stillIssuer() } as never }),
  },
  'single_sign_on.role_previews.store': {
    as: 'admin',
    send: () => ({
      body: { claims: '{}', roleClaim: null, roleMap: [], defaultRole: 'agent', defaultRoleId: null },
    }),
  },
  'single_sign_on.domains.store': {
    as: 'admin',
    send: () => ({ body: { domain: `${unique('d')}.example` } }),
  },
  'single_sign_on.domains.destroy': by((w) => w.domain()),
  'single_sign_on.domain_checks.store': by((w) => w.domain()),
  'single_sign_on.enforcements.store': {
    as: 'admin',
    send: async (w) => {
      await w.readyToEnforce()
      return { body: { breakGlassUserIds: [w.admin.user.id] } }
    },
  },
  'single_sign_on.enforcements.destroy': plain(),
  'single_sign_on.scim_tokens.store': { as: 'admin', send: () => ({ body: { name: 'Directory' } }) },
  'single_sign_on.scim_tokens.destroy': by((w) => w.scimToken()),

  'timers.timers.index': plain(),
  'timers.cancellations.store': by((w) => w.timer()),
  // Its mail is given up with it, so that only sending that again brings it back.
  'timers.cancellations.destroy': { ...by((w) => w.cancelledTimer()), refusedWith: 303 },
  'timers.pauses.store': by((w) => w.schedule()),
  'timers.pauses.destroy': by((w) => w.schedule()),

  'operations.unfinished.index': plain(),
  'operations.own_replays.store': {
    as: 'admin',
    send: async (w) => ({ body: { ids: [(await w.givenUp()).id] } }),
  },
  'operations.own_discards.store': {
    as: 'admin',
    send: async (w) => ({ body: { ids: [(await w.givenUp()).id], reason: 'Test data' } }),
  },

  'tenancy.settings.edit': plain(),
  'bookings.calendars.edit': plain(),
  'bookings.calendars.update': {
    as: 'admin',
    send: () => ({ body: RULES as unknown as Leaves }),
  },
  'tenancy.numbers.edit': plain(),
  'tenancy.numbers.update': {
    as: 'admin',
    send: () => ({ body: { series: 'orders', prefix: 'O-', next: 5000 } }),
  },
  'tenancy.settings.update': { as: 'admin', send: () => ({ body: settings }) },
  'tenancy.logos.store': {
    as: 'admin',
    send: async () => ({ file: { field: 'logo', content: await picture, filename: 'logo.png' } }),
  },
  'tenancy.logos.destroy': plain(),
}

/** Routes outside companies, and why a company's ids cannot be abused there. */
export const WITHOUT_COMPANY: Record<string, string> = {
  'identity.': 'invitations by their token, companies by the identity of the session',
  'two_factor.': 'sign-in of a person, whatever company they work for',
  'sign_in.': 'by the identity of the session: a person, whatever company they work for',
  'registrations.': 'a company that does not exist yet, by the link to its founder',
  'api.registrations.': 'a company that does not exist yet',
  'api.access_tokens.api_sessions.destroy': 'revokes the very token that is sent (api_sessions spec)',
  'api.access_tokens.api_sessions.store': 'a program signs in; the company is that of the person',
  'api.access_tokens.renewals.store': 'whoever holds a refresh token; the company is that of the token',
  'social_accounts.': 'accounts of a person, whatever company they work for (own specs)',
  'single_sign_on.sign_ins.': 'leads to the issuer of a company, by its public address or mail domain',
  'single_sign_on.break_glasses.': 'by the identity of the session; others get 404 (settings spec)',
  'single_sign_on.scim_': 'the company is that of the token; ids of others are tried in the SCIM spec',
  'single_sign_on.confirmations.': 'by the identity of the session; others get 404 (confirmation spec)',
  'single_sign_on.sign_outs.': 'says that somebody is signed out',
  'single_sign_on.issuer_logouts.':
    'whoever has the issuer’s signature; ends sessions that it began (own spec)',
  'vendor_connections.arrivals.': 'leads to the company that the flow in the session was begun in (own spec)',
  'single_sign_on.callbacks.': 'opens what the issuer of the flow in the session vouches for (own specs)',
  'console.': 'super users work across companies on purpose; others get 404 (console specs)',
  'api.docs.show': 'describes the API, and says nothing about companies',
  'api.descriptions.show': 'the same for programs',
  'bounces.mail_reports.':
    'whoever has the signature of the mail provider for a topic of ours; marks only whom that mail went to (own spec)',
  'crm_connections.received_webhooks.':
    'whoever has the vendor’s signature; reaches the companies of the account it names only (own spec)',
  'deliveries.push_renewals.':
    'whoever holds the earlier address of a browser and the key of its device (web push spec)',
  'health.': 'says nothing about companies',
  'tenancy.logos.show': 'a logo is public',
  'notification_preferences.unsubscriptions.':
    'whoever has the sealed link of a mail; it names one person of one company (own spec)',
  'notification_preferences.subscriptions.': 'the same link, to take it back',
  'requests.':
    'whoever holds the token of a code or link is let in; what else they name is tried in the request specs',
}
