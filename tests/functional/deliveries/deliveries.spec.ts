import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import Delivery from '#app/deliveries/delivery'
import { makeCompany, makeMember, makeSuperUser, type Company } from '#tests/factories'
import { sendDelivery } from '#tests/deliveries'
import { MailServer } from '#tests/mail_server'

const owe = (company: Company, kind = 'lead_received') =>
  company.inside(() =>
    Delivery.queue({
      eventId: newId(),
      kind,
      templateVersion: 1,
      recipient: { kind: 'customer', id: null, name: 'Dana', address: 'dana@example.com' },
      subject: 'Hello',
      bodyHtml: '<p>Hello</p>',
      bodyText: 'Hello',
      link: null,
    })
  )
const again = (company: Company, { id }: Delivery) => company.inside(() => Delivery.findOrFail(id))
const audited = ({ tenant }: Company) =>
  db.connection('system').from('events').where({ tenant_id: tenant.id, name: 'delivery.resolved' })

test.group('A delivery that nobody knows the end of', (group) => {
  let server: MailServer
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  async function lost() {
    const company = await makeCompany()
    const delivery = await owe(company)
    server.onBody = 'cut'
    await sendDelivery(company, delivery.id)
    server.onBody = undefined
    return { company, delivery: await again(company, delivery) }
  }

  test('is counted, shown with its try, and waits for a person', async ({ client, assert }) => {
    const { company, delivery } = await lost()
    assert.equal(delivery.state, 'unknown')
    const as = company.admin.identity
    const list = await client.get(company.path('/mails')).loginAs(as).withInertia()
    list.assertInertiaPropsContains({ meta: { unresolved: 1 } })
    const page = await client
      .get(company.path(`/mails/${delivery.id}`))
      .loginAs(as)
      .withInertia()
    page.assertInertiaPropsContains({
      delivery: { isUnresolved: true, tries: [{ outcome: 'unknown', code: 'ECONNECTION' }] },
    })
  })

  test('is settled when somebody finds that it arrived, once and on record', async ({ client, assert }) => {
    const { company, delivery } = await lost()
    const say = () =>
      client
        .post(company.path(`/mails/${delivery.id}/arrival`))
        .loginAs(company.admin.identity)
        .withCsrfToken()
        .redirects(0)
    ;(await say()).assertStatus(302)
    const settled = await again(company, delivery)
    assert.deepEqual(
      [settled.state, settled.resolution, settled.resolvedBy],
      ['sent', 'arrived', company.admin.user.name]
    )
    assert.equal((await say()).status(), 409)
    const [event, ...others] = await audited(company)
    assert.isEmpty(others)
    assert.isTrue(event.audited)
    assert.deepEqual(event.data, { kind: 'lead_received', channel: 'mail', resolution: 'arrived' })
  })

  test('is settled when it is sent again, as a row of its own', async ({ client, assert }) => {
    const { company, delivery } = await lost()
    await client
      .post(company.path(`/mails/${delivery.id}/resend`))
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .redirects(0)
    const [first, second] = await company.inside(() => Delivery.query().orderBy('id'))
    assert.deepEqual([first.state, first.resolution], ['unknown', 'sent_again'])
    await sendDelivery(company, second.id)
    assert.equal((await again(company, second)).state, 'sent')
    assert.lengthOf(await company.inside(() => Delivery.unresolved()), 0)
    assert.lengthOf(await audited(company), 1)
  })

  test('is not for those to settle who may not send mails', async ({ client, assert }) => {
    const { company, delivery } = await lost()
    const { identity } = await makeMember(company.tenant, 'field_user')
    const said = await client
      .post(company.path(`/mails/${delivery.id}/arrival`))
      .loginAs(identity)
      .withCsrfToken()
      .redirects(0)
    assert.equal(said.status(), 403)
    assert.isTrue((await again(company, delivery)).isUnresolved)
  })
})

test.group('Sending, in the console', () => {
  test('tells of what waits, and lets a provider that is out of order be tried at once', async ({
    client,
    assert,
    cleanup,
  }) => {
    const smtp = () => db.connection('system').from('providers').where('name', 'smtp')
    await db
      .connection('system')
      .rawQuery(`insert into providers (name) values ('smtp') on conflict do nothing`)
    cleanup(async () => {
      await smtp().update({ opened_at: null, retry_at: null, failures: 0 })
    })
    await smtp().update({ opened_at: new Date(), retry_at: new Date(Date.now() + 60_000), error: 'No route' })
    await owe(await makeCompany())
    const root = await makeSuperUser()
    const page = await client.get('/console/providers').loginAs(root).withInertia()
    page.assertInertiaComponent('console/providers/index')
    const [shown] = (page.inertiaProps as { providers: { waiting: { normal: number } }[] }).providers
    assert.containsSubset(shown, { name: 'smtp', state: 'out_of_order', error: 'No route' })
    assert.isAbove(shown.waiting.normal, 0)

    await client.post('/console/providers/smtp/probes').loginAs(root).withCsrfToken().redirects(0)
    assert.isAtMost((await smtp().firstOrFail()).retry_at.getTime(), Date.now())
    const nobody = await client.post('/console/providers/pigeon/probes').loginAs(root).withCsrfToken()
    nobody.assertStatus(404)
  })

  test('shows what became of a company’s mails, and not what they say or to whom', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const delivery = await owe(company)
    const page = await client
      .get(`/console/companies/${company.tenant.slug}/deliveries`)
      .loginAs(await makeSuperUser())
      .withInertia()
    page.assertInertiaPropsContains({
      deliveries: [{ id: delivery.id, kind: 'lead_received', state: 'queued' }],
    })
    for (const said of ['dana@example.com', 'Hello', 'Dana']) assert.notInclude(page.text(), said)
  })
})
