import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { clock } from '#app/platform/clock'
import { acrossTenants } from '#app/platform/database/current'
import Delivery from '#app/deliveries/delivery'
import StrandedDeliveriesTimer from '#app/deliveries/stranded_deliveries_timer'
import DeliverySender from '#app/deliveries/delivery_sender'
import MailWorker from '#app/notifications/mail_worker'
import { MASK } from '#app/platform/sending/letter'
import Message from '#app/messages/message'
import Order from '#app/orders/order'
import Invitation from '#app/identity/invitation'
import LinkToken from '#app/identity/link_token'
import { countStatements } from '#tests/count_statements'
import { makeProvider, sendDeliveries, sendDelivery } from '#tests/deliveries'
import { handOver } from '#tests/hand_over'
import { eventNames, receiveLead } from '#tests/lead_factories'
import { makeCompany, type Company } from '#tests/factories'
import { MailServer } from '#tests/mail_server'

let server: MailServer

async function leadArrives(company: Company) {
  const lead = await company.inside(() => receiveLead())
  await handOver(company.tenant.id, MailWorker)
  return lead
}

const deliveries = (company: Company, kind: string) =>
  company.inside(() => Delivery.query().where('kind', kind).orderBy('id'))
const sendAll = sendDeliveries

test.group('Mails', (group) => {
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  test('a new lead writes to the office and to the customer, once however often the event arrives', async ({
    assert,
  }) => {
    const company = await makeCompany()
    await leadArrives(company)
    await handOver(company.tenant.id, MailWorker)
    const all = await company.inside(() => Delivery.all())
    assert.sameMembers(
      all.map(({ kind, recipient }) => `${kind} ${recipient}`),
      [`lead_created ${company.admin.user.email}`, 'lead_received dana@example.com']
    )
  })

  test('a customer who wrote in Spanish is written to in Spanish, the office is not', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(async () => {
      const lead = await receiveLead({ language: 'es' })
      const startsAt = DateTime.fromISO('2099-03-03T10:00', { zone: company.tenant.timeZone })
      const window = { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
      await Order.fromLead(lead, { window, assignee: null, note: null, by: null })
      await Message.post({ lead, author: company.admin.user, body: 'Hasta el martes' })
    })
    await handOver(company.tenant.id, MailWorker)
    const [received] = await deliveries(company, 'lead_received')
    assert.match(received.subject, /^Hemos recibido su solicitud n\.º \d+$/)
    assert.match(received.bodyText, /^Hola, Dana Whitfield:/)
    assert.include(received.bodyText, 'Ver su solicitud:')
    assert.include(received.bodyHtml, '<html lang="es">')
    const [booked] = await deliveries(company, 'lead_converted')
    assert.equal(booked.subject, 'Su visita está confirmada: mar, 3 de mar de 2099')
    assert.include(booked.bodyText, 'Fecha: 3 de marzo de 2099')
    const [answered] = await deliveries(company, 'message_answered')
    assert.match(answered.bodyText, /le ha escrito un mensaje/)
    const [office] = await deliveries(company, 'lead_created')
    assert.match(office.subject, /^New request/)
    assert.include(office.bodyHtml, '<html lang="en">')
  })

  test('a further visit writes to the customer, the first one only with its conversion', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const on = (day: string) => {
      const startsAt = DateTime.fromISO(`${day}T10:00`, { zone: company.tenant.timeZone })
      return { window: { startsAt, endsAt: startsAt.plus({ hours: 2 }) }, assignee: null, note: null }
    }
    await company.inside(async () => {
      const order = await Order.fromLead(await receiveLead(), { ...on('2099-03-03'), by: null })
      await order.planVisit({ ...on('2099-03-10'), note: 'We bring the part' })
    })
    await handOver(company.tenant.id, MailWorker)
    assert.lengthOf(await deliveries(company, 'lead_converted'), 1)
    const further = await deliveries(company, 'visit_planned')
    assert.lengthOf(further, 1)
    assert.equal(further[0].recipient, 'dana@example.com')
    assert.equal(further[0].subject, 'Another visit is booked: Tue, Mar 10, 2099')
    assert.include(further[0].bodyText, 'We bring the part')
  })

  test('a visit that moves or is cancelled writes to the customer, one that somebody else makes does not', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const on = (day: string) => {
      const startsAt = DateTime.fromISO(`${day}T10:00`, { zone: company.tenant.timeZone })
      return { window: { startsAt, endsAt: startsAt.plus({ hours: 2 }) }, note: null }
    }
    await company.inside(async () => {
      const lead = await receiveLead()
      const order = await Order.fromLead(lead, { ...on('2099-03-03'), assignee: null, by: null })
      const visit = await order.related('visits').query().firstOrFail()
      await visit.reschedule({ ...on('2099-03-03'), assignee: company.admin.user })
    })
    await handOver(company.tenant.id, MailWorker)
    assert.isEmpty(await deliveries(company, 'visit_rescheduled'))
    await company.inside(async () => {
      const order = await Order.query().firstOrFail()
      const visit = await order.related('visits').query().firstOrFail()
      await visit.reschedule({ ...on('2099-03-10'), assignee: company.admin.user })
      await order.cancel('The customer sold the house')
    })
    await handOver(company.tenant.id, MailWorker)
    const subjects = await Promise.all(
      ['visit_rescheduled', 'visit_cancelled'].map(async (kind) =>
        (await deliveries(company, kind)).map(({ subject, recipient }) => `${recipient}: ${subject}`)
      )
    )
    assert.deepEqual(subjects, [
      ['dana@example.com: Your visit has moved: Tue, Mar 10, 2099'],
      ['dana@example.com: Your visit is cancelled: Tue, Mar 10, 2099'],
    ])
  })

  test('the mail carries a link that works, the audit only its mask', async ({ assert }) => {
    const company = await makeCompany({ name: 'Brightwater & Söhne' })
    const lead = await leadArrives(company)
    await sendAll(company)
    await sendAll(company)

    const [delivery] = await deliveries(company, 'lead_received')
    assert.equal(delivery.state, 'sent')
    assert.include(delivery.bodyText, `/s/${MASK}`)
    const mine = server.received.filter(({ to }) => to.includes('dana@example.com'))
    assert.lengthOf(mine, 1)
    assert.include(mine[0].text, 'Brightwater')
    assert.notInclude(mine[0].text, MASK)
    const secret = /\/s\/([\w-]{20,})/.exec(mine[0].text)![1]
    assert.equal((await LinkToken.lookUp('lead_status', secret))!.subjectId, lead.id)
    assert.notInclude(delivery.bodyHtml + delivery.bodyText, secret)
  })

  test('handing over a mail with a link asks the database ten times at the most', async ({ assert }) => {
    const company = await makeCompany()
    await leadArrives(company)
    const [{ id: subjectId }] = await deliveries(company, 'lead_received')
    const [turn, provider] = [
      { tenantId: company.tenant.id, sender: 'delivery', subjectId },
      await makeProvider(),
    ]
    await acrossTenants((trx) => new DeliverySender().claim(trx, [turn]))
    assert.isAtMost(await countStatements(() => new DeliverySender().send(turn, provider)), 10)
    assert.equal((await deliveries(company, 'lead_received'))[0].state, 'sent')
  })

  test('an invitation brings its link, once and working', async ({ assert }) => {
    const company = await makeCompany()
    const invitation = await company.inside(() =>
      Invitation.send({ email: 'ray@example.com', name: 'Ray', role: 'field_user' })
    )
    await handOver(company.tenant.id, MailWorker)
    await sendAll(company)
    const [, secret] = /https?:\/\/[^/\s]+\/invitations\/([\w-]+)\s/.exec(server.received[0].text)!
    assert.equal((await LinkToken.lookUp('invitation', secret))!.subjectId, invitation.id)
  })

  test('names in a mail are words, never markup', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(() =>
      receiveLead({ summary: '<img src=x onerror=alert(1)>', contact: { name: '<b>Eve</b>' } })
    )
    await handOver(company.tenant.id, MailWorker)
    for (const { bodyHtml } of await company.inside(() => Delivery.all())) {
      assert.notInclude(bodyHtml, '<img src=x')
      assert.notInclude(bodyHtml, '<b>Eve')
      assert.notMatch(bodyHtml, /@if|@end|\{\{/)
    }
  })

  test('a temporary refusal is tried again later, a final one has failed', async ({ assert }) => {
    const company = await makeCompany()
    server.onRecipient = { code: 451, message: 'Try later' }
    await leadArrives(company)
    await sendAll(company)
    const [waiting] = await deliveries(company, 'lead_received')
    assert.include({ state: waiting.state, attempts: waiting.attempts }, { state: 'queued', attempts: 1 })
    assert.isNotNull(waiting.nextTryAt)
    assert.include(waiting.error!, 'Try later')

    server.onRecipient = { code: 550, message: 'No such user' }
    await sendDelivery(company, waiting.id)
    const [failed] = await deliveries(company, 'lead_received')
    assert.include({ state: failed.state, attempts: failed.attempts }, { state: 'failed', attempts: 2 })
    assert.include(failed.error!, 'No such user')
    assert.include(await company.inside(() => eventNames(failed)), 'delivery.failed')
  })

  test('a line cut before the body is tried again; one cut after it is unknown and never repeated by itself', async ({
    assert,
  }) => {
    const company = await makeCompany()
    server.onRecipient = 'cut'
    await leadArrives(company)
    await sendAll(company)
    const [early] = await deliveries(company, 'lead_received')
    assert.equal(early.state, 'queued')

    server.onRecipient = undefined
    server.onBody = 'cut'
    await sendDelivery(company, early.id)
    const [unknown] = await deliveries(company, 'lead_received')
    assert.equal(unknown.state, 'unknown')
    server.onBody = undefined
    await sendDelivery(company, unknown.id)
    assert.lengthOf(
      server.received.filter(({ to }) => to.includes('dana@example.com')),
      1
    )
  })

  test('a sender that died in the middle leaves a customer mail unknown and an invitation to be sent again', async ({
    assert,
  }) => {
    const company = await makeCompany()
    await leadArrives(company)
    await company.inside(() => Invitation.send({ email: 'ray@example.com', name: 'Ray', role: 'field_user' }))
    await handOver(company.tenant.id, MailWorker)
    const outcomes: Record<string, string> = {}
    for (const kind of ['lead_received', 'invitation']) {
      const [delivery] = await deliveries(company, kind)
      const turn = { tenantId: company.tenant.id, sender: 'delivery', subjectId: delivery.id }
      await acrossTenants((trx) => new DeliverySender().claim(trx, [turn]))
      await clock.during(DateTime.utc().plus({ minutes: 4 }), () => new StrandedDeliveriesTimer().handle())
      outcomes[kind] = (await deliveries(company, kind))[0].state
    }
    assert.deepEqual(outcomes, { lead_received: 'unknown', invitation: 'queued' })
  })

  test('nothing is sent to an address that can belong to nobody, and no link is made for it', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const secretsOf = (lead: { id: string }) =>
      company.inside(() => LinkToken.query().where('subjectId', lead.id))
    for (const email of ['dana@mail.example', 'dana@example', 'Dana@Brightwater.INVALID']) {
      const lead = await company.inside(() => receiveLead({ contact: { email } }))
      await handOver(company.tenant.id, MailWorker)
      await sendAll(company)
      const delivery = await company.inside(() => Delivery.query().where('recipient', email).firstOrFail())
      assert.include(
        { state: delivery.state, errorCode: delivery.errorCode },
        { state: 'not_sent', errorCode: 'E_RESERVED_ADDRESS' }
      )
      assert.isEmpty(await secretsOf(lead))
    }
    const [office] = await deliveries(company, 'lead_created')
    assert.equal(office.state, 'sent')
    assert.isEmpty(server.received.filter(({ to }) => !to.includes(company.admin.user.email)))
  })

  test('two processes cannot claim the same mail', async ({ assert }) => {
    const company = await makeCompany()
    await leadArrives(company)
    const [delivery] = await deliveries(company, 'lead_received')
    await Promise.all(Array.from({ length: 5 }, () => sendDelivery(company, delivery.id)))
    assert.lengthOf(server.received, 1)
  })

  test('sending again is a new row, and only when the first is over', async ({ client, assert }) => {
    const company = await makeCompany()
    await leadArrives(company)
    const [first] = await deliveries(company, 'lead_received')
    const ask = () =>
      client
        .post(company.path(`/mails/${first.id}/resend`))
        .loginAs(company.admin.identity)
        .withCsrfToken()
        .redirects(0)
    const early = await ask()
    assert.equal(early.status(), 409)
    await sendAll(company)
    const asked = await ask()
    asked.assertStatus(302)
    await sendAll(company)
    const both = await deliveries(company, 'lead_received')
    assert.deepEqual(
      both.map(({ state, resendNumber }) => [state, resendNumber]),
      [
        ['sent', 0],
        ['sent', 1],
      ]
    )
  })

  test('the audit lists and shows mails to an admin', async ({ client, assert }) => {
    const company = await makeCompany()
    await leadArrives(company)
    const list = await client.get(company.path('/mails')).loginAs(company.admin.identity).withInertia()
    list.assertInertiaComponent('deliveries/deliveries/index')
    const { deliveries: rows } = list.inertiaProps as { deliveries: { id: string; kind: string }[] }
    assert.sameMembers(
      rows.map(({ kind }) => kind),
      ['lead_created', 'lead_received']
    )
    const page = await client
      .get(company.path(`/mails/${rows[0].id}`))
      .loginAs(company.admin.identity)
      .withInertia()
    page.assertInertiaComponent('deliveries/deliveries/show')
  })
})
