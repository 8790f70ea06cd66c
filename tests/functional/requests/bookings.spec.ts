import { test } from '@japa/runner'
import { clock } from '#app/platform/clock'
import { DateTime } from 'luxon'
import BookingCalendar from '#app/bookings/booking_calendar'
import BookingPlace from '#app/bookings/booking_place'
import Delivery from '#app/deliveries/delivery'
import LinkToken from '#app/identity/link_token'
import LeadFlow, { type BookingMode } from '#app/lead_flows/lead_flow'
import Lead from '#app/leads/lead'
import MailWorker from '#app/notifications/mail_worker'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import Order from '#app/orders/order'
import Visit from '#app/orders/visit'
import { bookableVisit, keyIn, RULES, windowIn } from '#tests/booking_factories'
import { openForm, somewhere, stampIn } from '#tests/functional/requests/setting'
import { handOver } from '#tests/hand_over'
import { eventsOf } from '#tests/lead_factories'
import { makeCompany } from '#tests/factories'
import type { ApiClient } from '@japa/api-client'

const CONTACT = { name: 'Ann Lee', phone: '(303) 555-0199', email: 'ann@example.com' }

async function makeBookable(booking: BookingMode, { isOpen = true } = {}) {
  const company = await makeCompany()
  const flow = await company.inside(async () => {
    if (isOpen) await BookingCalendar.state(RULES)
    const standard = await LeadFlow.startFor(company.tenant)
    await standard.arrange({
      path: 'help',
      sites: [],
      redirectUrl: null,
      leadStatus: 'new',
      assigneeId: null,
      teamId: null,
      booking,
    })
    return standard
  })
  const [first] = await company.inside(async () => (await LeadFlow.versionFor(flow.id)).questions)
  const answers = { [first.id]: 'The heating is cold' }
  const leads = () => company.inside(() => Lead.query().orderBy('id'))
  const key = await company.inside(() => keyIn(3))
  const path = `/f/${company.tenant.slug}/help`
  const send = (client: ApiClient, stamp: string, window: string | undefined) =>
    client
      .post(path)
      .header('x-forwarded-for', somewhere())
      .redirects(0)
      .form({ stamp, answers, contact: CONTACT, ...(window !== undefined && { window }) })
  return { ...company, desk: company.path, flow, answers, leads, key, path, send }
}

test.group('Booking on the form', () => {
  test('makes the order with its visit at once, and the page and the mail say so', async ({
    client,
    assert,
  }) => {
    const company = await makeBookable('instant')
    const { path, key, send, inside, leads } = company
    const { page, stamp } = await openForm(client, path)
    assert.include(page, 'When shall we come?')
    assert.include(page, `value="${key}"`)
    const taken = await send(client, stamp, key)
    taken.assertStatus(303)
    const [lead] = await leads()
    assert.equal(lead.status, 'converted')
    const visit = await inside(async () => {
      const order = await Order.findByOrFail('leadId', lead.id)
      return order.related('visits').query().firstOrFail()
    })
    const { startsAt } = await inside(() => windowIn(3))
    assert.equal(+visit.startsAt, +startsAt)
    const status = await client.get(taken.header('location')!)
    status.assertTextIncludes('Visit booked')
    status.assertTextIncludes('between 8:00')
    assert.notInclude((await openForm(client, path)).page, `value="${key}"`)
    await handOver(company.tenant.id, MailWorker)
    const mails = await inside(() => Delivery.query().orderBy('kind'))
    assert.deepEqual(
      mails.map(({ kind }) => kind),
      ['lead_converted', 'lead_created']
    )
    assert.match(mails[1].bodyText, /Booked/)
  })

  test('posted twice is one visit, although the time is gone by then', async ({ client, assert }) => {
    const { path, key, send, inside, leads } = await makeBookable('instant')
    const { stamp } = await openForm(client, path)
    const posts = await Promise.all([send(client, stamp, key), send(client, stamp, key)])
    for (const post of [...posts, await send(client, stamp, key)]) post.assertStatus(303)
    assert.lengthOf(await leads(), 1)
    await inside(async () => assert.lengthOf(await Visit.all(), 1))
  })

  test('of two who choose the last place at once one gets it; the other is told, and loses nothing', async ({
    client,
    assert,
  }) => {
    const { path, key, send, inside, leads } = await makeBookable('instant')
    const [one, other] = [await openForm(client, path), await openForm(client, path)]
    const posts = await Promise.all([send(client, one.stamp, key), send(client, other.stamp, key)])
    assert.sameMembers(
      posts.map((post) => post.status()),
      [303, 422]
    )
    const refused = posts.find((post) => post.status() === 422)!
    refused.assertTextIncludes('This time is not free any more')
    for (const kept of ['The heating is cold', 'Ann Lee', 'ann@example.com']) refused.assertTextIncludes(kept)
    const next = await inside(() => keyIn(3, '10:00/12:00'))
    assert.notInclude(refused.text(), `value="${key}"`)
    assert.include(refused.text(), `value="${next}"`)
    assert.lengthOf(await leads(), 1)
    ;(await send(client, stampIn(refused.text()), next)).assertStatus(303)
    await inside(async () => assert.lengthOf(await Visit.all(), 2))
  })

  test('takes no time that is not offered: past, foreign, too far or made up', async ({ client, assert }) => {
    const { path, send, inside, leads } = await makeBookable('instant')
    const wrong = await inside(async () => [
      await keyIn(0),
      await keyIn(-3),
      await keyIn(60),
      await keyIn(3, '03:00/05:00'),
      await keyIn(3, '08:00/12:00'),
      '2027-02-30T08:00/10:00',
      '9'.repeat(5000),
      `<script>alert(1)</script>`,
    ])
    for (const window of wrong) {
      const { stamp } = await openForm(client, path)
      const refused = await send(client, stamp, window)
      refused.assertStatus(422)
      refused.assertTextIncludes('This time is not free any more')
      assert.notInclude(refused.text(), '<script>alert')
    }
    const { stamp } = await openForm(client, path)
    const missing = await send(client, stamp, undefined)
    missing.assertStatus(422)
    missing.assertTextIncludes('Choose a time, or the last answer')
    assert.isEmpty(await leads())
    await inside(async () => assert.isEmpty(await BookingPlace.all()))
  })

  test('leaves the choice of none: then it is a request like any other', async ({ client, assert }) => {
    const { path, send, leads, inside } = await makeBookable('instant')
    const { stamp } = await openForm(client, path)
    ;(await send(client, stamp, 'none')).assertStatus(303)
    assert.equal((await leads())[0].status, 'new')
    await inside(async () => assert.isEmpty(await BookingPlace.all()))
  })

  test('takes requests without a time while no window is open', async ({ client, assert }) => {
    const { path, send, leads } = await makeBookable('instant', { isOpen: false })
    const { page, stamp } = await openForm(client, path)
    assert.include(page, 'No times are free at the moment')
    assert.notInclude(page, 'name="window"')
    ;(await send(client, stamp, undefined)).assertStatus(303)
    assert.equal((await leads())[0].status, 'new')
  })

  test('is not there where the flow does not offer it, whatever is sent', async ({ client, assert }) => {
    const { path, key, send, leads, inside } = await makeBookable('off')
    const { page, stamp } = await openForm(client, path)
    assert.notInclude(page, 'name="window"')
    ;(await send(client, stamp, key)).assertStatus(303)
    assert.equal((await leads())[0].status, 'new')
    await inside(async () => assert.isEmpty(await BookingPlace.all()))
  })

  test('reads in Spanish', async ({ client, assert }) => {
    const { path } = await makeBookable('request')
    const response = await client.get(path).qs({ language: 'es' })
    assert.notInclude(response.text(), 'form.time')
  })
})

test.group('Asking for a time', () => {
  test('keeps it free until the office has answered, and shows it on both sides', async ({
    client,
    assert,
  }) => {
    const company = await makeBookable('request')
    const { path, key, send, leads, inside, admin } = company
    const { stamp } = await openForm(client, path)
    const taken = await send(client, stamp, key)
    taken.assertStatus(303)
    const [lead] = await leads()
    assert.equal(lead.status, 'new')
    const status = await client.get(taken.header('location')!)
    status.assertTextIncludes('You asked for this time')
    assert.notInclude((await openForm(client, path)).page, `value="${key}"`)
    const shown = await client
      .get(company.desk(`/leads/${lead.id}`))
      .loginAs(admin.identity)
      .withInertia()
    const { startsAt } = await inside(() => windowIn(3))
    const { held } = shown.inertiaProps as { held: { startsAt: string } }
    assert.equal(held.startsAt, startsAt.toISO())
    await handOver(company.tenant.id, MailWorker)
    const mails = await inside(() => Delivery.query().where('kind', 'lead_created'))
    assert.match(mails[0].bodyText, /Asks for/)
    const inTwoDays = DateTime.utc().plus({ hours: 25 })
    await clock.during(inTwoDays, async () => {
      await inside(async () => assert.isFalse((await BookingPlace.firstOrFail()).isHeld))
    })
  })
})

async function makeVisit() {
  const company = await makeCompany()
  const { visit, order, key } = await company.inside(() => bookableVisit())
  const secret = await company.inside(() => LinkToken.mint({ kind: 'lead_status', subjectId: order.leadId! }))
  const fresh = () => company.inside(() => Visit.findOrFail(visit.id))
  const link = `/s/${secret}`
  return { ...company, visit, order, key, link, fresh, address: `${link}/visits/${visit.id}` }
}
const rule = (changeHours: number | null) => BookingCalendar.state({ ...RULES, changeHours })

test.group('A customer changes their visit', () => {
  test('by moving it to another window, which the office is told', async ({ client, assert }) => {
    const company = await makeVisit()
    const { link, address, key, fresh, inside, visit, order } = company
    const status = await client.get(link)
    status.assertTextIncludes('Choose another time')
    const page = await client.get(`${address}/rescheduling`)
    page.assertTextIncludes(`value="${key}"`)
    for (let times = 0; times < 2; times++) {
      const moved = await client.post(`${address}/rescheduling`).redirects(0).form({ window: key })
      moved.assertStatus(303)
      moved.assertHeader('location', `${link}?done=moved`)
    }
    const { startsAt } = await inside(() => windowIn(6))
    assert.equal(+(await fresh()).startsAt, +startsAt)
    const told = await inside(() => eventsOf(visit))
    assert.deepEqual(
      told.map(({ name, actor_kind: by }) => [name, by]),
      [
        ['visit.planned', 'system'],
        ['visit.rescheduled', 'customer'],
      ]
    )
    await handOver(company.tenant.id, MailWorker)
    await handOver(company.tenant.id, NotificationWorker)
    const kinds = await inside(async () => (await Delivery.all()).map(({ kind }) => kind))
    assert.includeMembers(kinds, ['visit_rescheduled', 'visit_moved'])
    const notices = await inside(() => Notification.all())
    assert.isTrue(notices.some(({ title }) => title.includes('moved a visit of request')))
    assert.equal(order.status, 'scheduled')
  })

  test('by calling it off, calmly twice; the order stays open', async ({ client, assert }) => {
    const company = await makeVisit()
    const { link, address, fresh, inside, order } = company
    ;(await client.get(`${address}/cancellation`)).assertTextIncludes('Cancel this visit?')
    assert.equal((await fresh()).status, 'planned')
    for (let times = 0; times < 2; times++) {
      const answer = await client.post(`${address}/cancellation`).redirects(0)
      answer.assertStatus(303)
      answer.assertHeader('location', link)
    }
    assert.equal((await fresh()).status, 'cancelled')
    await inside(async () => assert.equal((await Order.findOrFail(order.id)).status, 'scheduled'))
    ;(await client.get(link)).assertTextIncludes('Visit cancelled')
    await handOver(company.tenant.id, MailWorker)
    const kinds = await inside(async () => (await Delivery.all()).map(({ kind }) => kind))
    assert.includeMembers(kinds, ['visit_cancelled', 'visit_dropped'])
  })

  test('not when it is too late, nor where the company does not let them', async ({ client, assert }) => {
    const { link, address, key, fresh, inside } = await makeVisit()
    for (const changeHours of [720, null]) {
      await inside(() => rule(changeHours))
      const page = (await client.get(link)).text()
      assert.notInclude(page, '/rescheduling')
      assert.equal(page.includes('too late to change'), changeHours !== null)
      for (const end of ['rescheduling', 'cancellation']) {
        ;(await client.get(`${address}/${end}`).redirects(0)).assertStatus(302)
        ;(await client.post(`${address}/${end}`).redirects(0).form({ window: key })).assertStatus(303)
      }
      const { status, startsAt } = await fresh()
      assert.equal(status, 'planned')
      assert.equal(+startsAt, +(await inside(() => windowIn(5))).startsAt)
    }
  })

  test('to no window that is full, past or made up, and says why', async ({ client, assert }) => {
    const { address, fresh, inside, key } = await makeVisit()
    await inside(async () => {
      const { visit: other } = await bookableVisit()
      await other.moveTo(key)
    })
    const wrong = await inside(async () => [key, await keyIn(0), await keyIn(6, '03:00/04:00'), 'x'])
    for (const window of wrong) {
      const refused = await client.post(`${address}/rescheduling`).redirects(0).form({ window })
      refused.assertStatus(422)
      refused.assertTextIncludes('This time is not free any more')
    }
    const none = await client.post(`${address}/rescheduling`).redirects(0)
    none.assertStatus(422)
    assert.equal(+(await fresh()).startsAt, +(await inside(() => windowIn(5))).startsAt)
  })

  test('and nobody else’s: of another request or company it does not exist', async ({ client, assert }) => {
    const [mine, theirs] = [await makeVisit(), await makeVisit()]
    const neighbour = await mine.inside(async () => (await bookableVisit()).visit)
    for (const id of [theirs.visit.id, neighbour.id]) {
      for (const end of ['rescheduling', 'cancellation']) {
        const address = `${mine.link}/visits/${id}/${end}`
        ;(await client.get(address)).assertStatus(404)
        ;(await client.post(address).form({ window: mine.key })).assertStatus(404)
      }
    }
    assert.equal((await theirs.fresh()).status, 'planned')
  })

  test('of two who move to the last place at once, one gets there', async ({ client, assert }) => {
    const one = await makeVisit()
    const { key, inside } = one
    const other = await inside(async () => {
      const { visit, order } = await bookableVisit()
      return { visit, secret: await LinkToken.mint({ kind: 'lead_status', subjectId: order.leadId! }) }
    })
    const answers = await Promise.all(
      [one.address, `/s/${other.secret}/visits/${other.visit.id}`].map((address) =>
        client.post(`${address}/rescheduling`).redirects(0).form({ window: key })
      )
    )
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [303, 422]
    )
  })
})
