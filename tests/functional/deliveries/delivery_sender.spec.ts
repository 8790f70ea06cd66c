import { test } from '@japa/runner'
import { newId } from '#app/platform/ids'
import { acrossTenants } from '#app/platform/database/current'
import type { LinkKind } from '#app/identity/link_token'
import BlockedAddress from '#app/deliveries/blocked_address'
import Delivery from '#app/deliveries/delivery'
import DeliverySender from '#app/deliveries/delivery_sender'
import { recordSent } from '#app/deliveries/sent_deliveries'
import { countStatements } from '#tests/count_statements'
import { makeProvider } from '#tests/deliveries'
import { makeCompany, type Company } from '#tests/factories'
import { eventNames } from '#tests/lead_factories'
import { MailServer } from '#tests/mail_server'

const TAKEN = { state: 'sent', providerId: 'abc', answer: '250 Taken' } as const

test.group('Mails of a company that are sent at the same time', (group) => {
  let server: MailServer

  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  const owe = (company: Company, name: string, more: { linkKind?: LinkKind; linkSubjectId?: string } = {}) =>
    company.inside(() =>
      Delivery.create({
        ...{ eventId: newId(), channel: 'mail', kind: 'lead_received', templateVersion: 1 },
        ...{ recipientKind: 'customer', recipient: `${name}@example.com`, subject: 'Hello' },
        ...{ bodyHtml: '<p>Hello</p>', bodyText: 'Hello', state: 'queued', ...more },
      })
    )
  const fresh = ({ inside }: Company, { id }: Delivery) => inside(() => Delivery.findOrFail(id))

  async function claimed({ tenant }: Company, owed: Delivery[]) {
    const sender = new DeliverySender()
    const turns = owed.map(({ id }) => ({ tenantId: tenant.id, sender: 'delivery', subjectId: id }))
    await acrossTenants((trx) => sender.claim(trx, turns))
    return { sender, turns, provider: await makeProvider() }
  }

  test('are read once for all, and recorded each with its try and its event', async ({ assert }) => {
    const company = await makeCompany()
    const owed = [await owe(company, 'ann'), await owe(company, 'bob'), await owe(company, 'cem')]
    const { sender, turns, provider } = await claimed(company, owed)
    const sent = () => Promise.all(turns.map((turn) => sender.send(turn, provider)))
    assert.equal(await countStatements(sent, /from deliveries where /), 1)
    assert.lengthOf(server.received, 3)
    for (const one of owed) {
      const delivery = await fresh(company, one)
      assert.deepEqual([delivery.state, delivery.attempts, delivery.error], ['sent', 1, null])
      assert.isNotNull(delivery.sentAt)
      assert.include(delivery.providerId!, one.id)
      const [{ answer, startedAt, endedAt, ...ending }] = delivery.tries
      assert.deepEqual(ending, {
        provider: provider.name,
        outcome: 'sent',
        providerId: delivery.providerId,
      })
      assert.match(answer!, /^250/)
      assert.isAtLeast(Date.parse(endedAt!), Date.parse(startedAt))
      assert.deepEqual(await company.inside(() => eventNames(delivery)), ['delivery.sent'])
    }
  })

  test('one that cannot be prepared, or is for a blocked address, keeps no other from leaving', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const gone = { linkKind: 'invitation', linkSubjectId: newId() } as const
    const owed = [await owe(company, 'ann'), await owe(company, 'bad', gone), await owe(company, 'Cem')]
    const blocked = await owe(company, 'Blocked')
    await company.inside(() => BlockedAddress.block(blocked, { reason: 'bounced', detail: null }))
    const { sender, turns, provider } = await claimed(company, [...owed, blocked])
    const outcomes = await Promise.allSettled(turns.map((turn) => sender.send(turn, provider)))
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'fulfilled']
    )
    const states = [...owed, blocked].map(async (one) => (await fresh(company, one)).state)
    assert.deepEqual(await Promise.all(states), ['sent', 'sending', 'sent', 'not_sent'])
    assert.lengthOf(server.received, 2)
  })

  test('what was given up or recorded meanwhile stays as it is', async ({ assert }) => {
    const company = await makeCompany()
    const [late, twice, other] = [
      await owe(company, 'ann'),
      await owe(company, 'bob'),
      await owe(company, 'cem'),
    ]
    await claimed(company, [late, twice])
    await company.inside(() => Delivery.query().where('id', late.id).update({ state: 'unknown' }))
    const record = (of: Delivery[], { tenant } = company) =>
      recordSent(
        tenant.id,
        of.map(({ id }) => ({ id, provider: 'smtp', outcome: TAKEN }))
      )
    await record([late, twice, other])
    await record([twice])
    const states = [late, twice, other].map(async (one) => (await fresh(company, one)).state)
    assert.deepEqual(await Promise.all(states), ['unknown', 'sent', 'queued'])
    const events = [late, twice, other].map((one) => company.inside(() => eventNames(one)))
    assert.deepEqual(await Promise.all(events), [[], ['delivery.sent'], []])
  })

  test('another company’s cannot be recorded', async ({ assert }) => {
    const [company, stranger] = [await makeCompany(), await makeCompany()]
    const owed = await owe(company, 'ann')
    await claimed(company, [owed])
    await recordSent(stranger.tenant.id, [{ id: owed.id, provider: 'smtp', outcome: TAKEN }])
    assert.equal((await fresh(company, owed)).state, 'sending')
  })
})
