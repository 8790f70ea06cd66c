import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import Delivery from '#app/deliveries/delivery'
import MailWorker from '#app/notifications/mail_worker'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import MessageTemplate from '#app/message_templates/message_template'
import { formErrors } from '#tests/form_errors'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'

const PLACE = '/settings/templates/lead_received/mail/en'
const WORDS = {
  subject: 'Got it, {{customer_name}}',
  body: 'Dear {{customer_name}},\n\nyour “{{request_summary}}” is with us.',
}

const send = (
  client: ApiClient,
  company: Company,
  method: 'put' | 'post' | 'delete',
  path: string,
  body: object = {}
) =>
  client[method](company.path(path)).json(body).loginAs(company.admin.identity).withCsrfToken().redirects(0)
const publish = (
  client: ApiClient,
  company: Company,
  words: object = WORDS,
  place = PLACE,
  basedOn: string | null = null
) => send(client, company, 'post', `${place}/publication`, { ...words, basedOn })
const page = async (client: ApiClient, company: Company, place = PLACE) =>
  (await client.get(company.path(place)).loginAs(company.admin.identity).withInertia()).inertiaProps as {
    standard: { subject: string; body: string }
    words: { subject: string; body: string; basedOn: string | null }
    mistakes: Record<string, string>
    preview: { subject: string; bodyHtml: string; body: string }
    versions: { version: number; state: string }[]
  }
const arrive = async (company: Company, more: object = {}) => {
  await company.inside(() => receiveLead(more))
  await handOver(company.tenant.id, MailWorker, NotificationWorker)
}
const mail = (company: Company, kind = 'lead_received') =>
  company.inside(() => Delivery.query().where('kind', kind).orderBy('id', 'desc').firstOrFail())

test.group('A company’s own words', () => {
  test('are what is sent from their publication on; a draft is not', async ({ client, assert }) => {
    const company = await makeCompany()
    ;(await send(client, company, 'put', PLACE, { ...WORDS, basedOn: null })).assertStatus(302)
    await arrive(company)
    assert.match((await mail(company)).subject, /^We have your request/)
    const { words } = await page(client, company)
    await publish(client, company, WORDS, PLACE, words.basedOn)
    await arrive(company)
    const sent = await mail(company)
    assert.equal(sent.subject, 'Got it, Dana Whitfield')
    assert.include(sent.bodyText, 'your “Boiler makes a knocking noise” is with us.')
    assert.include(sent.bodyHtml, 'See your request')
    assert.equal(sent.templateVersion, 1)
    assert.isNotNull(sent.templateId)
  })

  test('are escaped, and what a customer writes is never read as a template', async ({ client, assert }) => {
    const company = await makeCompany()
    await publish(client, company, {
      subject: 'Hi {{customer_name}}',
      body: '<img src=x onerror=alert(1)> {{customer_name}} {{request_summary}} @if(true)',
    })
    await arrive(company, {
      contact: { name: '{{request_summary}}\r\nBcc: eve@example.com' },
      summary: '{{{ process.env.APP_KEY }}} <script>',
    })
    const { subject, bodyHtml } = await mail(company)
    assert.notMatch(subject, /[\r\n]/)
    assert.include(subject, '{{request_summary}}')
    assert.notInclude(bodyHtml, '<img src=x')
    assert.notInclude(bodyHtml, '<script>')
    assert.include(bodyHtml, '{{{ process.env.APP_KEY }}}')
    assert.include(bodyHtml, '@if(true)')
  })

  test('with a gap that a release took away are still sent, without it, and their page says so', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await publish(client, company)
    const outdated = { subject: 'Got it{{if visit_tech}}, {{visit_tech}}{{else}}!{{end}}' }
    await company.inside(() => MessageTemplate.query().update(outdated))
    const { words, mistakes, preview } = await page(client, company)
    assert.equal(words.subject, outdated.subject)
    assert.include(mistakes.subject, 'There is no {{visit_tech}} here.')
    assert.equal(preview.subject, 'Got it!')
    await arrive(company)
    assert.equal((await mail(company)).subject, 'Got it!')
    const refused = await publish(client, company, { ...WORDS, ...outdated })
    assert.include(formErrors(refused).subject[0], 'There is no {{visit_tech}} here.')
  })

  test('are refused with a mistake, in its field, and nothing is kept', async ({ client, assert }) => {
    const company = await makeCompany()
    const wrong = await publish(client, company, { ...WORDS, subject: 'Hi {{custmer_name}}' })
    assert.deepEqual(formErrors(wrong), {
      subject: ['There is no {{custmer_name}} here. Did you mean {{customer_name}}?'],
    })
    assert.isEmpty(await company.inside(() => MessageTemplate.all()))
  })

  test('have versions: each stays as it was, and an old one comes back as the next draft', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await publish(client, company)
    await publish(client, company, { subject: 'Second', body: 'Words' })
    ;(await send(client, company, 'post', `${PLACE}/restorations`, { version: 1 })).assertStatus(302)
    const { versions, words } = await page(client, company)
    assert.deepEqual(
      versions.map(({ version, state }) => [version, state]),
      [
        [3, 'draft'],
        [2, 'published'],
        [1, 'replaced'],
      ]
    )
    assert.equal(words.subject, WORDS.subject)
    ;(await send(client, company, 'delete', PLACE)).assertStatus(302)
    assert.equal((await page(client, company)).words.subject, 'Second')
    const missing = await send(client, company, 'post', `${PLACE}/restorations`, { version: 9 })
    missing.assertStatus(404)
  })

  test('are given up for those of the product again, on record', async ({ client, assert }) => {
    const company = await makeCompany()
    await publish(client, company)
    await send(client, company, 'delete', `${PLACE}/publication`)
    await arrive(company)
    assert.match((await mail(company)).subject, /^We have your request/)
    const told = await db
      .connection('system')
      .from('events')
      .where('tenant_id', company.tenant.id)
      .where('name', 'like', 'message_template.%')
      .orderBy('id')
    assert.deepEqual(
      told.map(({ name, audited }) => [name, audited]),
      [
        ['message_template.published', true],
        ['message_template.withdrawn', true],
      ]
    )
  })

  test('are in the language of the company, else in English', async ({ client, assert }) => {
    const company = await makeCompany({ country: 'DE' })
    await company.inside(() => db.from('tenants').update({ locale: 'de-DE' }))
    await publish(client, company)
    await arrive(company)
    assert.match((await mail(company)).subject, /^Got it/)
    await publish(
      client,
      company,
      { subject: 'Ihre Anfrage {{request_number}}', body: 'Guten Tag' },
      PLACE.replace(/en$/, 'de')
    )
    await arrive(company)
    assert.match((await mail(company)).subject, /^Ihre Anfrage/)
  })

  test('of another language do not reach a customer to whom the product can speak theirs', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await publish(client, company)
    await arrive(company, { language: 'es' })
    assert.match((await mail(company)).subject, /^Hemos recibido/)
    const spanish = PLACE.replace(/en$/, 'es')
    const { standard } = await page(client, company, spanish)
    assert.match(standard.subject, /^Hemos recibido/)
    await publish(client, company, { subject: 'Recibida', body: 'Hola' }, spanish)
    await arrive(company, { language: 'es' })
    assert.equal((await mail(company)).subject, 'Recibida')
    await arrive(company, { language: 'en' })
    assert.match((await mail(company)).subject, /^Got it/)
  })

  test('also stand in the inbox', async ({ client, assert }) => {
    const company = await makeCompany()
    await publish(
      client,
      company,
      { subject: 'Ring ring: {{customer_name}}', body: 'No. {{request_number}}' },
      '/settings/templates/lead_created/inbox/en'
    )
    await arrive(company)
    const notice = await company.inside(() => Notification.query().firstOrFail())
    assert.equal(notice.title, 'Ring ring: Dana Whitfield')
    assert.match(notice.body!, /^No\. \d+$/)
  })

  test('are shown with the newest request before anybody gets them, and sent to their author alone', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await company.inside(() => receiveLead({ summary: 'Tap drips' }))
    await send(client, company, 'post', `${PLACE}/trials`, { ...WORDS, basedOn: null })
    const { preview } = await page(client, company)
    assert.equal(preview.subject, 'Got it, Dana Whitfield')
    assert.include(preview.bodyHtml, 'Tap drips')
    const test = await mail(company, 'template_trial')
    assert.deepEqual(
      [test.recipient, test.subject],
      [company.admin.user.email, 'Test: Got it, Dana Whitfield']
    )
  })

  test('of two who write at the same time nobody loses what they wrote unawares', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await send(client, company, 'put', PLACE, { ...WORDS, basedOn: null })
    const late = await send(client, company, 'put', PLACE, { subject: 'Mine', body: 'Mine', basedOn: null })
    assert.include([409, 302], late.status())
    assert.equal((await page(client, company)).words.subject, WORDS.subject)
  })

  test('are for those who may change the settings, and only for places there are', async ({ client }) => {
    const company = await makeCompany()
    const { identity } = await makeMember(company.tenant, 'agent')
    const refused = await client
      .put(company.path(PLACE))
      .json({ ...WORDS, basedOn: null })
      .loginAs(identity)
      .withCsrfToken()
    refused.assertStatus(403)
    for (const place of [
      '/settings/templates/invitation/mail/en',
      '/settings/templates/lead_received/inbox/en',
      '/settings/templates/lead_received/mail/xx',
    ])
      (await publish(client, company, WORDS, place)).assertStatus(404)
  })
})
