import { test } from '@japa/runner'
import { policies } from '#generated/policies'
import { STANDARD_ROLES, type StandardRole } from '#app/access/standard_roles'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import Order from '#app/orders/order'
import { sourceFiles } from '#tests/architecture/source'
import { makeCompany, makeMember } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { tomorrow } from '#tests/functional/stranger/world'

type Answers = Record<string, Record<string, StandardRole[]>>

const EVERYBODY = [...STANDARD_ROLES]
const DESK: StandardRole[] = ['admin', 'supervisor', 'agent']
const LEADING: StandardRole[] = ['admin', 'supervisor']
const ADMIN: StandardRole[] = ['admin']

/** Who may do what with a record of somebody else's: everybody else is refused. */
const TABLE: Answers = {
  AccessTokenPolicy: { index: EVERYBODY, store: EVERYBODY, revoke: EVERYBODY },
  ArchivePolicy: { show: ADMIN },
  AuditPolicy: { read: ADMIN, export: ADMIN },
  CannedReplyPolicy: { index: EVERYBODY, update: LEADING },
  ConversationPolicy: { index: EVERYBODY, assign: DESK },
  CustomerPolicy: {
    index: EVERYBODY,
    show: EVERYBODY,
    create: [...DESK, 'field_user'],
    update: [...DESK, 'field_user'],
    keepSites: [...DESK, 'field_user'],
    archive: DESK,
    merge: DESK,
    export: LEADING,
  },
  DeliveryPolicy: { index: LEADING, resend: ADMIN },
  ImpersonationPolicy: { decide: ADMIN },
  InvitationPolicy: { store: ADMIN, resend: ADMIN, revoke: ADMIN, reveal: ADMIN },
  LeadFlowPolicy: { index: LEADING, create: LEADING, update: LEADING, archive: LEADING },
  LeadPolicy: {
    index: EVERYBODY,
    show: EVERYBODY,
    create: DESK,
    start: DESK,
    update: DESK,
    assign: DESK,
    lose: DESK,
    convert: DESK,
    export: LEADING,
  },
  MessagePolicy: { index: DESK, store: DESK },
  OrderPolicy: {
    index: EVERYBODY,
    show: EVERYBODY,
    planVisit: DESK,
    reschedule: DESK,
    finish: DESK,
    cancel: DESK,
    export: LEADING,
  },
  QrBatchPolicy: { index: DESK, show: DESK, create: LEADING, update: LEADING, print: LEADING },
  QrCodePolicy: { show: DESK, assign: EVERYBODY.filter((role) => role !== 'agent'), retire: LEADING },
  RolePolicy: { index: ADMIN, create: ADMIN, update: ADMIN, destroy: ADMIN, explain: ADMIN },
  ScanPolicy: { index: DESK, walks: LEADING },
  ServiceTokenPolicy: { index: ADMIN, store: ADMIN, revoke: ADMIN },
  SsoConnectionPolicy: { index: ADMIN, update: ADMIN },
  TeamPolicy: { index: ADMIN, create: ADMIN, update: ADMIN, destroy: ADMIN },
  TenantPolicy: { show: EVERYBODY, update: ADMIN },
  WebhookEndpointPolicy: { manage: ADMIN },
  UserPolicy: { index: ADMIN, update: ADMIN, appoint: ADMIN, deactivate: ADMIN },
}

/** What is different for a record of one's own. */
const OWN: Answers = {
  LeadPolicy: { start: EVERYBODY, update: EVERYBODY },
  MessagePolicy: { index: EVERYBODY, store: EVERYBODY },
  OrderPolicy: { finish: EVERYBODY },
}

type Policy = Record<string, (user: User, record?: { id: string }) => boolean | Promise<boolean>>

/** A company with somebody of every standard role, and records of each kind that nobody or one of them holds. */
async function makeSetting() {
  const { tenant, inside } = await makeCompany()
  const people = new Map<StandardRole, User>()
  for (const role of STANDARD_ROLES) people.set(role, (await makeMember(tenant, role)).user)
  const recordsOf = async (assignee: User | null) => {
    const customer = await Customer.register({ name: 'Ann', country: 'US' })
    const [lead, converted] = [await receiveLead(), await receiveLead()]
    await lead.assign(assignee)
    await converted.assign(assignee)
    const order = await Order.fromLead(converted, { window: tomorrow(), assignee, note: null, by: null })
    const UserPolicy = people.get('agent')!
    const aboutLead = { LeadPolicy: lead, MessagePolicy: lead, ConversationPolicy: lead }
    return { ...aboutLead, OrderPolicy: order, CustomerPolicy: customer, UserPolicy }
  }
  const records = new Map<StandardRole | 'nobody', Record<string, { id: string }>>()
  await inside(async () => {
    records.set('nobody', await recordsOf(null))
    for (const [role, user] of people) records.set(role, await recordsOf(user))
  })
  return async (name: string, action: string, role: StandardRole, holder: StandardRole | 'nobody') => {
    const policy = new (await policyNamed(name))() as unknown as Policy
    return inside(async () => policy[action](people.get(role)!, records.get(holder)![name]))
  }
}

async function loaded() {
  const found = await Promise.all(Object.values(policies).map((load) => load()))
  return found.map(({ default: Policy }) => Policy)
}

async function policyNamed(name: string) {
  return (await loaded()).find((Policy) => Policy.name === name)!
}

test.group('What each standard role may do', (group) => {
  let answer: Awaited<ReturnType<typeof makeSetting>>
  group.setup(async () => {
    answer = await makeSetting()
  })

  test('is written down for every action of every policy', async ({ assert }) => {
    const found = (await loaded()).map((Policy) => [
      Policy.name,
      Object.getOwnPropertyNames(Policy.prototype)
        .filter((name) => name !== 'constructor')
        .sort(),
    ])
    const told = Object.entries(TABLE).map(([name, actions]) => [name, Object.keys(actions).sort()])
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(told))
  })

  for (const [name, actions] of Object.entries(TABLE)) {
    test(`${name}, of a record that is not theirs`, async ({ assert }) => {
      for (const [action, allowed] of Object.entries(actions)) {
        for (const role of STANDARD_ROLES)
          assert.equal(
            await answer(name, action, role, 'nobody'),
            allowed.includes(role),
            `${action} as ${role}`
          )
      }
    })
  }

  for (const [name, actions] of Object.entries(OWN)) {
    test(`${name}, of a record of their own`, async ({ assert }) => {
      for (const role of STANDARD_ROLES) {
        for (const [action, allowed] of Object.entries({ ...TABLE[name], ...actions }))
          assert.equal(await answer(name, action, role, role), allowed.includes(role), `${action} as ${role}`)
      }
    })
  }

  test('is asked of rights, never read off the role', ({ assert }) => {
    const readers = sourceFiles('app').filter(
      ({ path, text }) => path.endsWith('_policy.ts') && /\.role\b|isAdmin|isAtDesk|isFieldUser/.test(text)
    )
    assert.deepEqual(
      readers.map(({ path }) => path),
      []
    )
  })
})
