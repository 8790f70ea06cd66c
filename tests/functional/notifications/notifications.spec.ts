import { test } from '@japa/runner'
import Message from '#app/messages/message'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'

const inbox = (company: Company, { user }: Member) =>
  company.inside(() => Notification.of(user).orderBy('id'))
const titles = async (company: Company, member: Member) =>
  (await inbox(company, member)).map(({ title }) => title)

test.group('Notifications', () => {
  test('a new lead tells the office once, and not the people in the field', async ({ assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    const ray = await makeMember(company.tenant, 'field_user')
    const lead = await company.inside(() => receiveLead())
    await handOver(company.tenant.id, NotificationWorker)
    await handOver(company.tenant.id, NotificationWorker)
    assert.deepEqual(await titles(company, company.admin), [`Dana Whitfield sent request #${lead.number}`])
    assert.lengthOf(await inbox(company, agent), 1)
    assert.lengthOf(await inbox(company, ray), 0)
  })

  test('a lead handed to a colleague tells that colleague, not the one who did it', async ({ assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    const lead = await company.inside(() => receiveLead())
    await company.as(company.admin, () => lead.assign(agent.user))
    await handOver(company.tenant.id, NotificationWorker)
    assert.include(await titles(company, agent), `Request #${lead.number} is yours now`)
    assert.notInclude(await titles(company, company.admin), `Request #${lead.number} is yours now`)
  })

  test('a customer message reaches the person who has the lead', async ({ assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    await company.inside(async () => {
      const lead = await receiveLead()
      await lead.assign(agent.user)
      await Message.post({ lead, author: 'customer', body: 'Is Tuesday possible?' })
    })
    await handOver(company.tenant.id, NotificationWorker)
    const found = await inbox(company, agent)
    assert.equal(found.at(-1)!.body, 'Is Tuesday possible?')
  })

  test('opening one reads it; reading all empties the count; nobody reads for another', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    await company.inside(async () => {
      await receiveLead()
      await receiveLead()
    })
    await handOver(company.tenant.id, NotificationWorker)
    const [mine, other] = [await inbox(company, company.admin), await inbox(company, agent)]
    const open = await client
      .get(company.path(`/notifications/${mine[0].id}`))
      .loginAs(company.admin.identity)
      .redirects(0)
    open.assertStatus(302)
    assert.equal(await company.inside(() => Notification.unreadOf(company.admin.user)), 1)
    const foreign = await client
      .get(company.path(`/notifications/${other[0].id}`))
      .loginAs(company.admin.identity)
    foreign.assertStatus(404)
    const all = await client
      .post(company.path('/inbox/reading'))
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .redirects(0)
    all.assertStatus(302)
    assert.equal(await company.inside(() => Notification.unreadOf(company.admin.user)), 0)
    assert.equal(await company.inside(() => Notification.unreadOf(agent.user)), 2)
  })
})
