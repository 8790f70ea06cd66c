import pg from 'pg'
import { test } from '@japa/runner'
import { LIVE_CHANNEL, type Broadcast } from '#app/platform/live/live'
import { leadsChannel, leadsChannelOf, ownLeadsChannel } from '#app/leads/lead_channel'
import Message from '#app/messages/message'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import { makeMemberWith, makeTeam } from '#tests/access_factories'
import { makeCompany, makeMember } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { until } from '#tests/until'

async function setting() {
  const company = await makeCompany()
  const mate = await makeMember(company.tenant, 'field_user')
  const other = await makeMember(company.tenant, 'field_user')
  const leader = await makeMemberWith(company, 'agent', { grants: { leads: { read: 'team' } } })
  const blind = await makeMemberWith(company, 'agent', { grants: { leads: { read: 'none' } } })
  const team = await company.inside(() => makeTeam([mate.user, leader.user, blind.user]))
  return { ...company, mate, other, leader, blind, team }
}

test.group('Live news of leads', () => {
  test('are heard where everything is told by those who see every lead, by others on a channel of their own', async ({
    assert,
  }) => {
    const { tenant, admin, mate, leader, blind } = await setting()
    assert.equal(leadsChannelOf(admin.user), leadsChannel(tenant.id))
    for (const { user } of [mate, leader, blind])
      assert.equal(leadsChannelOf(user), ownLeadsChannel(tenant.id, user.id))
  })

  test('are told to the people who may read the lead, and to nobody else', async ({ assert, cleanup }) => {
    const { tenant, inside, mate, other, leader, blind } = await setting()
    const heard: Broadcast[] = []
    const listener = new pg.Client({ connectionString: process.env.DATABASE_SYSTEM_URL })
    await listener.connect()
    cleanup(() => listener.end())
    listener.on('notification', ({ payload }) => {
      const broadcast = JSON.parse(payload!) as Broadcast
      if (broadcast.channel.includes(tenant.id)) heard.push(broadcast)
    })
    await listener.query(`listen ${LIVE_CHANNEL}`)
    const lead = await inside(() => receiveLead())
    await inside(() => lead.assign(mate.user))
    await until(() => heard.some(({ channel }) => channel.includes(mate.user.id)))
    const channels = new Set(heard.map(({ channel }) => channel))
    const own = ({ user }: { user: { id: string } }) => ownLeadsChannel(tenant.id, user.id)
    assert.sameMembers([...channels], [leadsChannel(tenant.id), own(mate), own(leader)])
    heard.length = 0
    await inside(() => lead.assign(other.user))
    await until(() => heard.some(({ channel }) => channel === own(other)))
    assert.deepEqual(
      heard.filter(({ channel }) => channel === own(mate)).map(({ news }) => news),
      [{}]
    )
    assert.isFalse(heard.some(({ channel }) => channel === own(blind) || channel === own(leader)))
  })
})

test.group('Notifications', () => {
  test('are for those who may read what they tell of', async ({ assert }) => {
    const { tenant, inside, admin, leader, blind } = await setting()
    const mute = await makeMemberWith({ tenant, inside, admin } as never, 'agent', {
      grants: { messages: { read: 'none' } },
    })
    await inside(async () => {
      const lead = await receiveLead()
      await Message.post({ lead, author: 'customer', body: 'Hello' })
    })
    await handOver(tenant.id, NotificationWorker)
    await inside(async () => {
      const kindsOf = async ({ user }: { user: typeof admin.user }) =>
        (await Notification.of(user).orderBy('id')).map(({ kind }) => kind)
      assert.deepEqual(await kindsOf(admin), ['lead.created', 'message.created'])
      assert.deepEqual(await kindsOf(mute), ['lead.created'])
      assert.deepEqual(await kindsOf(leader), [])
      assert.deepEqual(await kindsOf(blind), [])
    })
  })

  test('reach the leads of a team that a request is given to', async ({ assert }) => {
    const { tenant, inside, team, leader, mate } = await setting()
    await inside(async () => {
      await team.gather([
        { userId: leader.user.id, isLead: true },
        { userId: mate.user.id, isLead: true },
      ])
      await (await receiveLead()).giveTo(team)
    })
    await handOver(tenant.id, NotificationWorker)
    await inside(async () => {
      const told = await Notification.query().where('kind', 'lead.given')
      assert.deepEqual(
        told.map(({ userId }) => userId),
        [leader.user.id]
      )
    })
  })
})
