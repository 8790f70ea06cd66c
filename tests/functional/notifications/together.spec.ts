import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Delivery from '#app/deliveries/delivery'
import { findRecordedEvents } from '#app/platform/events/recorded_events'
import { deliverTogether } from '#app/platform/events/worker'
import MailWorker from '#app/notifications/mail_worker'
import NoticeWorker from '#app/notifications/notice_worker'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import { countStatements } from '#tests/count_statements'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

const WORKERS = [MailWorker, NoticeWorker, NotificationWorker]

async function leadsArrive({ inside, tenant }: Company, count: number) {
  for (let one = 0; one < count; one++)
    await inside(() => receiveLead({ contact: { email: `dana-${one}@example.com` } }))
  const rows: { id: string }[] = await inside(() =>
    db.from('events').where('name', 'lead.created').orderBy('id').select('id')
  )
  const references = rows.map(({ id }) => ({ tenantId: tenant.id, eventId: id }))
  const events = await findRecordedEvents(db.connection('system'), references)
  return rows.map(({ id }) => events.get(id)!)
}

test.group('What several events owe', () => {
  test('is written in one statement for each table, however many events and people there are', async ({
    assert,
  }) => {
    const company = await makeCompany()
    await makeMember(company.tenant, 'admin')
    const events = await leadsArrive(company, 4)
    const owe = () => deliverTogether(events, WORKERS)
    const writes = await countStatements(owe, /insert into (deliveries|notifications)\b/)
    assert.equal(writes, 1)
    const [mails, told] = await company.inside(async () => [await Delivery.all(), await Notification.all()])
    assert.lengthOf(mails, 12)
    assert.lengthOf(told, 8)
  })

  test('costs one more question to the database for one more event', async ({ assert }) => {
    const company = await makeCompany()
    const [first, ...others] = await leadsArrive(company, 3)
    const one = await countStatements(() => deliverTogether([first], WORKERS))
    const two = await countStatements(() => deliverTogether(others, WORKERS))
    assert.isAtMost(one, 13)
    assert.isAtMost(two - one, 1)
  })

  test('is owed once, by whatever name a worker was known when it came before', async ({ assert }) => {
    const company = await makeCompany()
    const events = await leadsArrive(company, 2)
    await deliverTogether(events, [MailWorker])
    await deliverTogether(events, [class Renamed extends MailWorker {}])
    assert.lengthOf(await company.inside(() => Delivery.all()), 4)
  })
})
