import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import Tenant from '#app/tenancy/tenant'
import MailWorker from '#app/notifications/mail_worker'
import { UnsubscribeLink } from '#app/notification_preferences/unsubscribe_link'
import { CHOICES, KIND_NAMES, kindOf } from '#app/notification_preferences/notification_kinds'
import { sendDeliveries } from '#tests/deliveries'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { MailServer } from '#tests/mail_server'

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' }

const pathFor = ({ tenant, admin }: Company) =>
  new URL(UnsubscribeLink.mint({ tenantId: tenant.id, userId: admin.user.id, kind: 'lead.created' })).pathname
const headerOf = (raw: string, name: string) =>
  new RegExp(`^${name}:((?:.|\\r\\n[ \\t])+)`, 'im')
    .exec(raw)?.[1]
    .replace(/\r\n[ \t]/g, '')
    .trim()
const saidBy = (company: Company) =>
  company.inside(() => db.from('notification_preferences').select('user_id', 'kind', 'channel', 'is_wanted'))
const events = ({ tenant }: Company) =>
  db
    .connection('system')
    .from('events')
    .where('tenant_id', tenant.id)
    .whereIn('name', ['user.unsubscribed', 'user.resubscribed'])
    .orderBy('id')
const post = (client: ApiClient, path: string, body: object = ONE_CLICK) =>
  client.post(path).form(body).redirects(0)

test.group('Unsubscribing with one click', (group) => {
  let server: MailServer
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  async function mails() {
    const company = await makeCompany()
    await company.inside(() => receiveLead())
    await handOver(company.tenant.id, MailWorker)
    await sendDeliveries(company)
    const [toOffice] = server.received.filter(({ to }) => to.includes(company.admin.user.email))
    const [toCustomer] = server.received.filter(({ to }) => to.includes('dana@example.com'))
    return { company, toOffice, toCustomer }
  }

  test('a mail that somebody can turn off says how, as RFC 8058 asks for it; to a customer none does', async ({
    client,
    assert,
  }) => {
    const { company, toOffice, toCustomer } = await mails()
    assert.equal(headerOf(toOffice.raw, 'List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click')
    const [, url] = /^<(.+)>$/.exec(headerOf(toOffice.raw, 'List-Unsubscribe')!)!
    assert.isUndefined(headerOf(toCustomer.raw, 'List-Unsubscribe'))
    ;(await post(client, new URL(url).pathname)).assertStatus(200)
    assert.deepEqual(await saidBy(company), [
      { user_id: company.admin.user.id, kind: 'lead.created', channel: 'mail', is_wanted: false },
    ])
    server.received.length = 0
    await company.inside(() => receiveLead())
    await handOver(company.tenant.id, MailWorker)
    await sendDeliveries(company)
    assert.isEmpty(server.received.filter(({ to }) => to.includes(company.admin.user.email)))
  })

  test('opening the link changes nothing, however often', async ({ client, assert }) => {
    const company = await makeCompany()
    for (const method of ['get', 'head', 'get'] as const)
      (await client[method](pathFor(company))).assertStatus(200)
    assert.isEmpty(await saidBy(company))
  })

  test('a post without the words of the standard changes nothing', async ({ client, assert }) => {
    const company = await makeCompany()
    for (const body of [{}, { 'List-Unsubscribe': 'maybe' }, { 'list-unsubscribe': 'One-Click' }])
      (await post(client, pathFor(company), body)).assertStatus(422)
    assert.isEmpty(await saidBy(company))
  })

  test('is taken back on the page, and both are told to the audit log, once each', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const path = pathFor(company)
    await post(client, path)
    await post(client, path)
    const page = await client.get(path)
    assert.include(page.text(), 'Send them again')
    ;(await post(client, `${path}/subscription`, {})).assertStatus(303)
    assert.isEmpty(await saidBy(company))
    const told = await events(company)
    assert.deepEqual(
      told.map(({ name, actor_id: by, audited }) => [name, by, audited]),
      [
        ['user.unsubscribed', company.admin.user.id, true],
        ['user.resubscribed', company.admin.user.id, true],
      ]
    )
  })

  test('a link cannot be made up, altered, or used for another company, person or kind', async ({
    client,
    assert,
  }) => {
    const [one, other] = [await makeCompany(), await makeCompany()]
    const path = pathFor(one)
    const mixed = UnsubscribeLink.mint({
      tenantId: other.tenant.id,
      userId: one.admin.user.id,
      kind: 'lead.created',
    })
    const middle = Math.floor(path.length / 2)
    const altered = path.slice(0, middle) + (path[middle] === 'A' ? 'B' : 'A') + path.slice(middle + 1)
    for (const wrong of [
      altered,
      path.slice(0, -3),
      '/u/guessed',
      `/u/${one.admin.user.id}`,
      new URL(mixed).pathname,
    ])
      (await post(client, wrong)).assertStatus(404)
    assert.isEmpty([...(await saidBy(one)), ...(await saidBy(other))])
  })

  test('what bears on safety has no link, and one that was made for it opens nothing', async ({ client }) => {
    const company = await makeCompany()
    const critical = KIND_NAMES.filter(
      (kind) => !CHOICES.some((choice) => choice.kind === kind && choice.channel === 'mail')
    )
    for (const kind of critical.filter((name) => kindOf(name).isCritical)) {
      const url = UnsubscribeLink.mint({ tenantId: company.tenant.id, userId: company.admin.user.id, kind })
      ;(await post(client, new URL(url).pathname)).assertStatus(404)
    }
  })

  test('leads nowhere when the person or the company is gone', async ({ client }) => {
    const company = await makeCompany()
    const { user } = await makeMember(company.tenant, 'agent')
    const url = UnsubscribeLink.mint({ tenantId: company.tenant.id, userId: user.id, kind: 'lead.created' })
    await company.inside(() => user.deactivate())
    ;(await post(client, new URL(url).pathname)).assertStatus(404)
    const path = pathFor(company)
    await company.inside(async () => (await Tenant.current()).deactivate('Contract ended'))
    ;(await post(client, path)).assertStatus(404)
  })
})
