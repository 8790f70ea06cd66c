import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import Attachment from '#app/attachments/attachment'
import LinkToken from '#app/identity/link_token'
import Lead from '#app/leads/lead'
import Message from '#app/messages/message'
import Order from '#app/orders/order'
import { makeSticker, openForm, stampIn } from '#tests/functional/requests/setting'
import { PDF } from '#tests/document_factories'
import { jpeg } from '#tests/photo_factories'

/** A company whose customer has sent a request and holds the link to it. */
async function makeRequest() {
  const sticker = await makeSticker()
  return sticker.inside(async () => {
    const { customer, code } = sticker
    const lead = await Lead.receive({
      key: null,
      source: 'qr',
      customerId: customer.id,
      qrCodeId: code.id,
      contact: { name: customer.name, phone: customer.phone, email: null, address: customer.address },
      summary: 'The boiler is cold',
      answers: [
        {
          questionId: 'q1',
          type: 'long_text',
          label: 'What?',
          value: 'The boiler is cold',
          text: 'The boiler <is> cold',
        },
      ],
    })
    return {
      ...sticker,
      lead,
      link: `/s/${await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id })}`,
    }
  })
}

type Sent = Awaited<ReturnType<typeof makeRequest>>

const messagesOf = ({ inside, lead }: Sent) => inside(() => Message.ofLead(lead))
const fresh = ({ inside, lead }: Sent) => inside(() => Lead.findOrFail(lead.id))

test.group('Request status | reading', () => {
  test('tells how things stand and what was sent', async ({ client, assert }) => {
    const { link, lead, tenant } = await makeRequest()
    const response = await client.get(link)
    response.assertStatus(200)
    for (const shown of [
      tenant.name,
      String(lead.number),
      'Received',
      'The boiler &lt;is&gt; cold',
      'Cancel this request',
    ]) {
      response.assertTextIncludes(shown)
    }
    assert.equal(response.header('referrer-policy'), 'same-origin')
    assert.equal(response.header('cache-control'), 'no-store')
  })

  test('tells the day and the arrival window where the company is, and who comes', async ({ client }) => {
    const sent = await makeRequest()
    await sent.inside(async () => {
      const at = (hour: number) =>
        DateTime.fromObject({ year: 2031, month: 3, day: 11, hour }, { zone: 'America/Denver' }).toUTC()
      const window = { startsAt: at(8), endsAt: at(10) }
      await Order.fromLead(await Lead.findOrFail(sent.lead.id), {
        window,
        assignee: sent.admin.user,
        note: 'We bring the part.',
        by: null,
      })
    })
    const response = await client.get(sent.link)
    for (const shown of [
      'Visit booked',
      'Tuesday, March 11, 2031',
      'between 8:00\u00a0AM and 10:00\u00a0AM',
      'Mountain Daylight Time',
      'Test will come',
      'We bring the part.',
    ]) {
      response.assertTextIncludes(shown)
    }
  })

  test('shows every visit that is planned, and none once the order is called off', async ({
    client,
    assert,
  }) => {
    const sent = await makeRequest()
    const inDays = (days: number) => {
      const startsAt = DateTime.fromISO('2099-03-03T10:00', { zone: sent.tenant.timeZone }).plus({ days })
      return { window: { startsAt, endsAt: startsAt.plus({ hours: 2 }) }, assignee: null }
    }
    const order = await sent.inside(async () => {
      const lead = await Lead.findOrFail(sent.lead.id)
      const made = await Order.fromLead(lead, { ...inDays(7), note: 'We look at it', by: null })
      await made.planVisit({ ...inDays(0), note: 'We bring the part' })
      return made
    })
    const page = await client.get(sent.link)
    const [sooner, later] = ['March 3, 2099', 'March 10, 2099'].map((day) => page.text().indexOf(day))
    assert.isAbove(sooner, 0)
    assert.isAbove(later, sooner)
    page.assertTextIncludes('We look at it')
    page.assertTextIncludes('We bring the part')
    await sent.inside(() => order.cancel('The customer called it off'))
    assert.notMatch((await client.get(sent.link)).text(), /March \d+, 2099/)
  })

  test('marks what the company wrote as read', async ({ client, assert }) => {
    const sent = await makeRequest()
    await sent.inside(() =>
      Message.post({ lead: sent.lead, author: sent.admin.user, body: 'We come <soon>' })
    )
    const response = await client.get(sent.link)
    response.assertTextIncludes('We come &lt;soon&gt;')
    assert.isNotNull((await messagesOf(sent))[0].readAt)
  })

  test('a link that never was, was revoked, or is of a deactivated company says so', async ({ client }) => {
    const unknown = await client.get('/s/never-was-one')
    unknown.assertStatus(404)
    unknown.assertTextIncludes('does not work any more')
    const sent = await makeRequest()
    await sent.inside(async () => {
      await sent.tenant.refresh()
      await sent.tenant.deactivate('unpaid')
    })
    const closed = await client.get(sent.link)
    closed.assertStatus(410)
    closed.assertTextIncludes('tel:+13035550100')
    await sent.inside(async () => {
      await sent.tenant.reactivate()
      await LinkToken.revokeAll('lead_status', sent.lead.id)
    })
    const revoked = await client.get(sent.link)
    revoked.assertStatus(404)
  })
})

test.group('Request status | writing', () => {
  test('adds a message with a photo, once', async ({ client, assert }) => {
    const sent = await makeRequest()
    const { stamp } = await openForm(client, sent.link)
    const picture = await jpeg()
    const post = () =>
      client
        .post(`${sent.link}/messages`)
        .redirects(0)
        .fields({ stamp, body: 'It drips' })
        .file('photos[message][]', picture, { filename: 'drip.jpg' })
    for (const response of [await post(), await post()]) {
      response.assertStatus(303)
      assert.match(response.header('location')!, /^\/s\/[\w-]+#m-/)
    }
    const [message, ...more] = await messagesOf(sent)
    assert.isEmpty(more)
    assert.deepEqual(
      [message.authorKind, message.authorName, message.body],
      ['customer', 'Alice Smith', 'It drips']
    )
    const photos = await sent.inside(() => Attachment.ofLead(sent.lead))
    assert.deepEqual(
      photos.map(({ messageId }) => messageId),
      [message.id]
    )
    const page = await client.get(sent.link)
    page.assertTextIncludes(`/attachments/${photos[0].id}`)
  })

  test('a document goes along, to be saved by whoever reads it', async ({ client, assert }) => {
    const sent = await makeRequest()
    const { stamp } = await openForm(client, sent.link)
    const posted = await client
      .post(`${sent.link}/messages`)
      .redirects(0)
      .fields({ stamp })
      .file('files[message][]', PDF, { filename: 'Plan.pdf' })
    posted.assertStatus(303)
    const page = await client.get(sent.link)
    page.assertTextIncludes('Sent a file.')
    assert.match(page.text(), /\/files\/[^"]+" download>Plan\.pdf/)
  })

  test('a photo needs no words', async ({ client, assert }) => {
    const sent = await makeRequest()
    const { stamp } = await openForm(client, sent.link)
    await client
      .post(`${sent.link}/messages`)
      .redirects(0)
      .fields({ stamp })
      .file('photos[message][]', await jpeg(), { filename: 'a.jpg' })
    assert.equal((await messagesOf(sent))[0].body, 'Sent a photo.')
  })

  test('nothing typed is lost when something is wrong', async ({ client, assert }) => {
    const sent = await makeRequest()
    const { stamp } = await openForm(client, sent.link)
    const response = await client
      .post(`${sent.link}/messages`)
      .fields({ stamp, body: 'Look <here>' })
      .file('photos[message][]', Buffer.from('MZ program'), { filename: 'bill.jpg' })
      .file('photos[message][]', await jpeg(), { filename: 'good.jpg' })
    response.assertStatus(422)
    response.assertTextIncludes('bill.jpg: This file is neither a photo')
    response.assertTextIncludes('Look &lt;here&gt;</textarea>')
    const reference = /name="held\[\]" value="([^"]+)"/.exec(response.text())![1]
    assert.isEmpty(await messagesOf(sent))
    await client
      .post(`${sent.link}/messages`)
      .redirects(0)
      .form({ stamp: stampIn(response.text()), body: 'Look <here>', held: [reference] })
    assert.lengthOf(await sent.inside(() => Attachment.ofLead(sent.lead)), 1)
  })

  test('an empty message, and one from a page that is not ours, are not sent', async ({ client, assert }) => {
    const sent = await makeRequest()
    const { stamp } = await openForm(client, sent.link)
    const empty = await client.post(`${sent.link}/messages`).form({ stamp, body: '  ' })
    empty.assertTextIncludes('Write a message or add a file first')
    const forged = await client.post(`${sent.link}/messages`).form({ body: 'Hi' })
    forged.assertStatus(422)
    forged.assertTextIncludes('This page was renewed')
    assert.isEmpty(await messagesOf(sent))
  })

  test('photos of another request are not shown', async ({ client }) => {
    const [mine, theirs] = [await makeRequest(), await makeRequest()]
    const { stamp } = await openForm(client, theirs.link)
    await client
      .post(`${theirs.link}/messages`)
      .redirects(0)
      .fields({ stamp })
      .file('photos[message][]', await jpeg(), { filename: 'a.jpg' })
    const [photo] = await theirs.inside(() => Attachment.ofLead(theirs.lead))
    const own = await client.get(`${theirs.link}/attachments/${photo.id}`)
    own.assertStatus(200)
    const foreign = await client.get(`${mine.link}/attachments/${photo.id}`)
    foreign.assertStatus(404)
  })
})

test.group('Request status | cancelling', () => {
  test('asks first, then cancels, calmly twice', async ({ client, assert }) => {
    const sent = await makeRequest()
    const question = await client.get(`${sent.link}/cancellation`)
    question.assertTextIncludes('Cancel this request?')
    assert.equal((await fresh(sent)).status, 'new')
    for (let times = 0; times < 2; times++) {
      const response = await client.post(`${sent.link}/cancellation`).redirects(0)
      response.assertStatus(303)
      response.assertHeader('location', sent.link)
    }
    assert.equal((await fresh(sent)).status, 'cancelled')
    const page = await client.get(sent.link)
    page.assertTextIncludes('You cancelled this request')
    assert.notInclude(page.text(), 'Cancel this request')
  })

  test('a booked visit is not cancelled by a page that was left open', async ({ client, assert }) => {
    const sent = await makeRequest()
    await sent.inside(async () => {
      const startsAt = DateTime.utc().plus({ days: 3 })
      const plan = {
        window: { startsAt, endsAt: startsAt.plus({ hours: 2 }) },
        assignee: null,
        note: null,
        by: null,
      }
      await Order.fromLead(await Lead.findOrFail(sent.lead.id), plan)
    })
    const response = await client.post(`${sent.link}/cancellation`).redirects(0)
    response.assertStatus(303)
    assert.equal((await fresh(sent)).status, 'converted')
    const question = await client.get(`${sent.link}/cancellation`).redirects(0)
    question.assertStatus(302)
  })
})
