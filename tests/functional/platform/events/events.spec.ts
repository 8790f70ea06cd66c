import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { Current } from '#app/platform/database/current'
import { defineEvent } from '#app/platform/events/events'
import { makeCompany } from '#tests/factories'

type Row = {
  audited: boolean
  ip: string | null
  user_agent: string | null
  impersonation_id: string | null
  actor_name: string | null
}

const Ordinary = defineEvent('probe.happened')
const Audited = defineEvent('probe.secured', { audited: true })

const rowOf = (id: string): Promise<Row> =>
  db.connection('system').from('events').where('id', id).firstOrFail()

test.group('An event', () => {
  test('is audited when its definition says so, and keeps no address without a request', async ({
    assert,
  }) => {
    const { inside } = await makeCompany()
    const [ordinary, audited] = await inside(async () => [
      await Ordinary.record({ id: newId() }, {}),
      await Audited.record({ id: newId() }, {}),
    ])
    assert.include(await rowOf(ordinary), { audited: false, ip: null, user_agent: null })
    assert.include(await rowOf(audited), { audited: true, ip: null, user_agent: null })
  })

  test('is audited, whatever it is, when somebody else worked as the actor', async ({ assert }) => {
    const { tenant, admin } = await makeCompany()
    const impersonationId = newId()
    const actor = { kind: 'user' as const, id: admin.user.id, name: 'Dana, by Root (support)' }
    const id = await Current.run({ tenantId: tenant.id, actor, impersonationId }, () =>
      Ordinary.record({ id: newId() }, {})
    )
    assert.include(await rowOf(id), {
      audited: true,
      impersonation_id: impersonationId,
      actor_name: 'Dana, by Root (support)',
    })
  })

  test('keeps the address and device of an audited request, and of no other', async ({ client, assert }) => {
    const { path, admin, inside } = await makeCompany()
    const from = { ip: '203.0.113.9', user_agent: 'Probe/1.0' }
    const post = (to: string, body: object) =>
      client
        .post(path(to))
        .header('x-forwarded-for', from.ip)
        .header('user-agent', from.user_agent)
        .loginAs(admin.identity)
        .withCsrfToken()
        .json(body)
        .redirects(0)
    await post('/team/invitations', { name: 'Ray', email: 'ray@example.com', role: 'agent' })
    await post('/lead_flows', { name: 'Heating' })
    const rows: (Row & { name: string })[] = await inside(() => db.from('events').orderBy('id'))
    assert.deepEqual(
      rows.map(({ name, audited, ip, user_agent: userAgent }) => [name, audited, ip, userAgent]),
      [
        ['invitation.created', true, from.ip, from.user_agent],
        ['lead_flow.created', false, null, null],
      ]
    )
  })
})
