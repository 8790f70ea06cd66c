import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import MailWorker from '#app/notifications/mail_worker'
import Delivery from '#app/deliveries/delivery'
import Message from '#app/messages/message'
import NotificationPreference from '#app/notification_preferences/notification_preference'
import Order from '#app/orders/order'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeCompany, makeIdentity, makeMember, type Company } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { handOver } from '#tests/hand_over'

const CUSTOMER = 'dana@example.com'

/** A company with an administrator, a supervisor, an agent and a field user, and the mails that something causes there. */
async function setting() {
  const company = await makeCompany({ name: 'Brightwater' })
  const { tenant } = company
  const [supervisor, agent, fielder] = [
    await makeMember(tenant, 'supervisor'),
    await makeMember(tenant, 'agent'),
    await makeMember(tenant, 'field_user', 'Finn Field'),
  ]
  return { ...company, supervisor, agent, fielder }
}
type Setting = Awaited<ReturnType<typeof setting>>

const mailsOf = ({ inside }: Pick<Company, 'inside'>, kind: string) =>
  inside(() => Delivery.query().where('kind', kind).orderBy('recipient'))

type Scenario = {
  kind: string
  cause: (here: Setting) => Promise<unknown>
  to: (here: Setting) => string[]
  says: RegExp
}

/** The list of the specification, by its own names. */
const EIGHT: Record<string, Scenario> = {
  'User Welcome Email': {
    kind: 'user_welcomed',
    cause: async ({ inside }) => {
      const identity = await makeIdentity('Nora New')
      await inside(async () => {
        const user = await User.join(identity, { name: 'Nora New', role: 'agent' })
        await user.merge({ email: 'nora@example.com' }).save()
        await User.engage({ name: 'Website', role: 'agent' })
      })
    },
    to: () => ['nora@example.com'],
    says: /Hello Nora New,[^]*Brightwater/,
  },
  'User Updated Email': {
    kind: 'user_updated',
    cause: ({ inside, fielder }) =>
      inside(async () => (await User.findOrFail(fielder.user.id)).change({ name: 'Finn Fielding' })),
    to: ({ fielder }) => [fielder.user.email],
    says: /Hello Finn Fielding,[^]*Name/,
  },
  'User Deactivated Email': {
    kind: 'user_deactivated',
    cause: ({ inside, fielder }) => inside(async () => (await User.findOrFail(fielder.user.id)).deactivate()),
    to: ({ fielder }) => [fielder.user.email],
    says: /Finn Field[^]*Brightwater/,
  },
  'Company Updated Email': {
    kind: 'company_updated',
    cause: ({ inside }) =>
      inside(async () => (await Tenant.current()).change({ phone: '+13035550177', turnWeight: 4 })),
    to: ({ admin }) => [admin.user.email],
    says: /Phone(?![^]*weight)/,
  },
  'Company Deactivated Email': {
    kind: 'company_deactivated',
    cause: ({ inside }) => inside(async () => (await Tenant.current()).deactivate('The contract has ended')),
    to: ({ admin }) => [admin.user.email],
    says: /The contract has ended/,
  },
  'Lead Created Email': {
    kind: 'lead_created',
    cause: ({ inside }) => inside(() => receiveLead()),
    to: ({ admin, supervisor }) => [admin.user.email, supervisor.user.email],
    says: /Boiler makes a knocking noise/,
  },
  'Lead Converted Email': {
    kind: 'lead_converted',
    cause: ({ inside }) =>
      inside(async () => {
        const startsAt = DateTime.utc().plus({ days: 2 }).startOf('hour')
        const window = { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
        await Order.fromLead(await receiveLead(), { window, assignee: null, note: null, by: null })
      }),
    to: () => [CUSTOMER],
    says: /Dana Whitfield/,
  },
  'Message Created Email': {
    kind: 'message_received',
    cause: ({ inside }) =>
      inside(async () =>
        Message.post({ lead: await receiveLead(), author: 'customer', body: 'Are you coming?' })
      ),
    to: ({ admin, supervisor }) => [admin.user.email, supervisor.user.email],
    says: /Are you coming\?/,
  },
}

test.group('The eight mails of the specification', () => {
  for (const [name, { kind, cause, to, says }] of Object.entries(EIGHT))
    test(`${name}: to the right people, in the company’s brand, as text and HTML, once`, async ({
      assert,
    }) => {
      const here = await setting()
      await cause(here)
      await handOver(here.tenant.id, MailWorker)
      await handOver(here.tenant.id, MailWorker)
      const mails = await mailsOf(here, kind)
      assert.deepEqual(
        mails.map(({ recipient }) => recipient),
        to(here).sort()
      )
      for (const { bodyText, bodyHtml, subject } of mails) {
        assert.match(bodyText, says)
        assert.include(bodyHtml, here.tenant.brandColor ?? '#0f766e')
        assert.include(bodyHtml, 'Brightwater')
        assert.notMatch(subject + bodyText, /\{\{|undefined|null/)
      }
    })

  test('a message of the company goes to the customer', async ({ assert }) => {
    const here = await setting()
    await here.inside(async () =>
      Message.post({ lead: await receiveLead(), author: here.agent.user, body: 'We come at ten' })
    )
    await handOver(here.tenant.id, MailWorker)
    const [mail, ...others] = await mailsOf(here, 'message_answered')
    assert.equal(mail.recipient, CUSTOMER)
    assert.isEmpty(others)
    assert.isEmpty(await mailsOf(here, 'message_received'))
  })

  test('another role is told to whom it was given', async ({ assert }) => {
    const here = await setting()
    await here.inside(async () => (await User.findOrFail(here.agent.user.id)).change({ role: 'supervisor' }))
    await handOver(here.tenant.id, MailWorker)
    const [mail] = await mailsOf(here, 'user_updated')
    assert.equal(mail.recipient, here.agent.user.email)
    assert.include(mail.bodyText, 'Role')
  })

  test('an administrator who turned it off hears no more of changes of the company', async ({ assert }) => {
    const here = await setting()
    const { user } = here.admin
    const wish = { kind: 'tenant.updated', channel: 'mail', isWanted: false } as const
    await here.inside(() => NotificationPreference.say(wish, user))
    await here.inside(async () => (await Tenant.current()).change({ phone: '+13035550177' }))
    await handOver(here.tenant.id, MailWorker)
    assert.isEmpty(await mailsOf(here, 'company_updated'))
  })
})
