import type { HttpContext } from '@adonisjs/core/http'
import Role from '#app/access/role'
import RolePolicy from '#app/access/role_policy'
import Team from '#app/access/team'
import TeamPolicy from '#app/access/team_policy'
import Customer from '#app/customers/customer'
import CustomerPolicy from '#app/customers/customer_policy'
import Invitation from '#app/identity/invitation'
import User from '#app/identity/user'
import UserPolicy from '#app/identity/user_policy'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import Conversation from '#app/messages/conversation'
import Message from '#app/messages/message'
import Note from '#app/notes/note'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrBatch from '#app/qr_codes/qr_batch'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import SsoConnection from '#app/single_sign_on/sso_connection'
import SsoConnectionPolicy from '#app/single_sign_on/sso_connection_policy'
import Tenant from '#app/tenancy/tenant'
import TenantPolicy from '#app/tenancy/tenant_policy'

type Row = { id: string }

type HistoryOf<R extends Row> = {
  /** Whoever may not read these at all is refused; a single one that they do not see does not exist. */
  admit(bouncer: HttpContext['bouncer']): Promise<unknown>
  find(reader: User, id: string): Promise<R>
  title(record: R): string
  /** Types whose events belong to the record's history, its own first. */
  types: readonly [string, ...string[]]
  /** Other records whose events belong to it, as far as the reader may see them. */
  about?(record: R, reader: User): Promise<Row[]>
  /** Whether an event of another record concerns this one. */
  concerns?: string
}

const LATEST = 200

const history = <R extends Row>(one: HistoryOf<R>) => one as unknown as HistoryOf<Row>

/** Every kind of record that has a history, by the word that addresses it. */
export const RECORDS = {
  leads: history<Lead>({
    admit: (bouncer) => bouncer.with(LeadPolicy).authorize('show'),
    types: ['lead', 'order', 'visit', 'conversation', 'message', 'note'],
    find: (reader, id) => Lead.visibleTo(reader).where('leads.id', id).firstOrFail(),
    title: (lead) => `Lead ${lead.reference}`,
    about: async (lead, reader) => {
      const ofLead = { leadId: lead.id }
      const messages = Message.visibleTo(reader).where(ofLead).orderBy('id', 'desc').limit(LATEST)
      const notes = Note.visibleTo(reader).where(ofLead).orderBy('id', 'desc').limit(LATEST)
      const order = await Order.ofLead(lead, reader)
      const conversations = await Conversation.visibleTo(reader).where(ofLead)
      return [
        ...conversations,
        ...(await messages),
        ...(await notes),
        ...(order ? [order, ...order.visits] : []),
      ]
    },
  }),
  orders: history<Order>({
    admit: (bouncer) => bouncer.with(OrderPolicy).authorize('show'),
    types: ['order', 'visit'],
    find: (reader, id) => Order.visibleTo(reader).where('orders.id', id).firstOrFail(),
    title: (order) => `Order ${order.reference}`,
    about: async (order) => {
      await Order.loadVisits(order)
      return order.visits
    },
  }),
  customers: history<Customer>({
    admit: (bouncer) => bouncer.with(CustomerPolicy).authorize('show'),
    types: ['customer', 'qr_code'],
    find: (reader, id) => Customer.visibleTo(reader).where('customers.id', id).firstOrFail(),
    title: (customer) => customer.name,
    about: async (customer) => {
      const bound = QrAssignment.query().where('customerId', customer.id).orderBy('id', 'desc').limit(LATEST)
      return (await bound).map(({ qrCodeId: id }) => ({ id }))
    },
    // A code has a life before and after a customer, which is not the customer's.
    concerns: `(data ->> 'customerId' = :record::text or data ->> 'previousCustomerId' = :record::text)`,
  }),
  qr_codes: history<QrCode>({
    admit: (bouncer) => bouncer.with(QrCodePolicy).authorize('show'),
    types: ['qr_code'],
    find: (_, id) => QrCode.query().where('id', id).firstOrFail(),
    title: (code) => `Code ${code.displayCode}`,
  }),
  qr_batches: history<QrBatch>({
    admit: (bouncer) => bouncer.with(QrBatchPolicy).authorize('show'),
    types: ['qr_batch'],
    find: (_, id) => QrBatch.query().where('id', id).firstOrFail(),
    title: (batch) => batch.name,
  }),
  lead_flows: history<LeadFlow>({
    admit: (bouncer) => bouncer.with(LeadFlowPolicy).authorize('index'),
    types: ['lead_flow'],
    find: (_, id) => LeadFlow.query().where('id', id).firstOrFail(),
    title: (flow) => flow.name,
  }),
  members: history<User>({
    admit: (bouncer) => bouncer.with(UserPolicy).authorize('index'),
    types: ['user'],
    find: (_, id) => User.people().where('id', id).firstOrFail(),
    title: (user) => user.name,
  }),
  invitations: history<Invitation>({
    admit: (bouncer) => bouncer.with(UserPolicy).authorize('index'),
    types: ['invitation'],
    find: (_, id) => Invitation.query().where('id', id).firstOrFail(),
    title: (invitation) => invitation.name,
  }),
  teams: history<Team>({
    admit: (bouncer) => bouncer.with(TeamPolicy).authorize('index'),
    types: ['team'],
    find: (_, id) => Team.query().where('id', id).firstOrFail(),
    title: (team) => team.name,
  }),
  roles: history<Role>({
    admit: (bouncer) => bouncer.with(RolePolicy).authorize('index'),
    types: ['role'],
    find: (_, id) => Role.query().where('id', id).firstOrFail(),
    title: (role) => role.name,
  }),
  company: history<Tenant>({
    admit: (bouncer) => bouncer.with(TenantPolicy).authorize('update'),
    types: ['tenant'],
    find: (reader, id) => Tenant.query().where({ id }).where('id', reader.tenantId).firstOrFail(),
    title: (tenant) => tenant.name,
  }),
  single_sign_on: history<SsoConnection>({
    admit: (bouncer) => bouncer.with(SsoConnectionPolicy).authorize('index'),
    types: ['sso_connection'],
    find: (_, id) => SsoConnection.query().where('id', id).firstOrFail(),
    title: () => 'Single sign-on',
  }),
} as const

export type RecordSubject = keyof typeof RECORDS
export const RECORD_SUBJECTS = Object.keys(RECORDS) as RecordSubject[]
