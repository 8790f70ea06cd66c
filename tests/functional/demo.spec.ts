import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import drive from '@adonisjs/drive/services/main'
import env from '#start/env'
import Lead from '#app/leads/lead'
import { Brightwater } from '#database/seeders/demo/brightwater/brightwater'
import { COMPANY_IDS } from '#database/seeders/demo/cast'
import { DemoRemains } from '#database/seeders/demo/demo_remains'
import { DemoStory } from '#database/seeders/demo/demo_story'
import { Northgate } from '#database/seeders/demo/northgate'
import type { Login } from '#database/seeders/demo/demo_logins'
import { makeCompany, makeSuperUser } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

const TIME_COLUMNS = `
  select c.relname as table, a.attname as column from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'timestamptz'::regtype and a.attnum > 0 and not a.attisdropped
  join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
const TENANT_TABLES = `
  select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

/** What is meant for later, and what the database notes while the demo is told: everything else has happened. */
const AHEAD = [
  'visits.starts_at',
  'visits.ends_at',
  'invitations.expires_at',
  'link_tokens.expires_at',
  'notification_paces.until',
  'consumed_events.consumed_at',
]

const rows = async <Row>(sql: string, bindings: unknown[] = []) =>
  (await db.connection('system').rawQuery<{ rows: Row[] }>(sql, bindings as never)).rows
const count = async (table: string, where = 'true', column = 'tenant_id') =>
  Number(
    (
      await rows<{ count: string }>(`select count(*) from ${table} where ${column} = any(?) and (${where})`, [
        COMPANY_IDS,
      ])
    )[0].count
  )
const run = async (command: string, words: string[] = []) => {
  const done = await ace.exec(command, words)
  return done.exitCode
}
const loginsPath = () => join(app.makePath(env.get('DATA_DIR')), 'demo_logins.json')
const files = async () => {
  const found: string[] = []
  for (const id of COMPANY_IDS) {
    for (const folder of ['photos', 'logos']) {
      const listed = await drive
        .use()
        .listAll(`${folder}/${id}`, { recursive: true })
        .catch(() => ({ objects: [] }))
      found.push(...[...listed.objects].filter(({ isFile }) => isFile).map(({ name }) => name))
    }
  }
  return found
}

/** A first telling that ends after its second company, as when somebody stops `npm start`. */
async function beginToTell() {
  const wholeStories = [Brightwater, Northgate].map(
    (story) => [story.prototype, story.prototype.tell] as const
  )
  Brightwater.prototype.tell = async () => {}
  Northgate.prototype.tell = () => Promise.reject(new Error('Stopped'))
  await new DemoStory().tell().catch(() => {})
  for (const [story, tell] of wholeStories) story.tell = tell
}

test.group('The demo', (group) => {
  let wasUnfinished: boolean
  let begunAt: string

  group.setup(async () => {
    await makeCompany()
    await makeSuperUser()
    await beginToTell()
    wasUnfinished = await DemoStory.isUnfinished()
    begunAt = new Date().toISOString()
    await run('demo:seed')
    return async () => (await DemoRemains.find()).clear()
  })

  test('is told anew when it was interrupted', async ({ assert }) => {
    assert.isTrue(wasUnfinished)
    assert.isFalse(await DemoStory.isUnfinished())
    assert.equal(await count('tenants', 'true', 'id'), 3)
    assert.isNotEmpty(await files())
  })

  test('is not mixed into an installation with companies', async ({ assert }) => {
    const before = await count('leads')
    assert.equal(await run('demo:seed'), 0)
    assert.equal(await count('leads'), before)
  })

  test('tells of two companies at work and one that is closed', async ({ assert }) => {
    const companies = await rows(
      'select slug, state, currency, logo_key is not null as "hasLogo" from tenants where id = any(?) order by id',
      [COMPANY_IDS]
    )
    assert.deepEqual(
      companies.map((company) => ({ ...(company as object) })),
      [
        { slug: 'brightwater', state: 'active', currency: 'USD', hasLogo: true },
        { slug: 'alba', state: 'active', currency: 'EUR', hasLogo: true },
        { slug: 'northgate', state: 'deactivated', currency: 'USD', hasLogo: false },
      ]
    )
    for (const state of ['blank', 'assigned', 'retired', 'lost'])
      assert.isAbove(await count('qr_codes', `state = '${state}'`), 0, state)
    for (const status of ['new', 'in_progress', 'converted', 'cancelled', 'lost'])
      assert.isAbove(await count('leads', `status = '${status}'`), 0, status)
    for (const status of ['scheduled', 'done', 'cancelled'])
      assert.isAbove(await count('orders', `status = '${status}'`), 0, status)
    for (const author of ['customer', 'user'])
      assert.isAbove(await count('messages', `author_kind = '${author}'`), 50, author)
    assert.isAbove(await count('visits', 'starts_at > now()'), 2)
    assert.isAbove(await count('attachments', 'lead_id is not null and stored_at is not null'), 20)
    assert.equal(await count('attachments', 'lead_id is null'), 0)
    assert.isAbove(await count('qr_assignments', 'ended_at is not null'), 2)
    assert.equal(await count('lead_flow_versions', 'published_at is not null'), 5)
  })

  test('is made of events: those of each subject are numbered without a gap', async ({ assert }) => {
    const torn = await rows(
      `select subject_id from events where tenant_id = any(?) group by tenant_id, subject_id
       having min(seq) <> 1 or max(seq) <> count(*) or count(distinct seq) <> count(*)`,
      [COMPANY_IDS]
    )
    assert.isEmpty(torn)
    const told = {
      leads: 'lead.created',
      orders: 'order.created',
      messages: 'message.created',
      customers: 'customer.created',
      users: 'user.created',
      qr_batches: 'qr_batch.created',
      visits: 'visit.planned',
      deliveries: 'delivery.queued',
    }
    for (const [table, name] of Object.entries(told)) {
      const untold = await rows(
        `select id from ${table} t where tenant_id = any(?) and not exists
         (select from events e where e.tenant_id = t.tenant_id and e.subject_id = t.id and e.seq = 1 and e.name = '${name}')`,
        [COMPANY_IDS]
      )
      assert.isEmpty(untold, table)
    }
    const ended = { converted: 'lead.converted', cancelled: 'lead.cancelled', lost: 'lead.lost' }
    for (const [status, name] of Object.entries(ended)) {
      const untold = await rows(
        `select id from leads l where tenant_id = any(?) and status = '${status}' and not exists
         (select from events e where e.tenant_id = l.tenant_id and e.subject_id = l.id and e.name = '${name}')`,
        [COMPANY_IDS]
      )
      assert.isEmpty(untold, status)
    }
  })

  test('keeps the order of time: later events of a subject and later numbers are later', async ({
    assert,
  }) => {
    const turned = await rows(
      `select subject_id from (select subject_id, occurred_at, id, lag(occurred_at) over w as earlier, lag(id) over w as earlier_id
         from events where tenant_id = any(?) window w as (partition by tenant_id, subject_id order by seq)) e
       where occurred_at < earlier or id < earlier_id`,
      [COMPANY_IDS]
    )
    assert.isEmpty(turned)
    const numbers = await rows<{ number: number }>(
      `select number from (select number, created_at, lag(created_at) over (partition by tenant_id order by number) as earlier
         from leads where tenant_id = any(?)) l where created_at < earlier`,
      [COMPANY_IDS]
    )
    assert.isEmpty(numbers)
  })

  test('has happened: no time lies ahead but of what is planned', async ({ assert }) => {
    for (const { table, column } of await rows<{ table: string; column: string }>(TIME_COLUMNS)) {
      if (AHEAD.includes(`${table}.${column}`)) continue
      assert.equal(await count(table, `${column} > '${begunAt}'`), 0, `${table}.${column}`)
    }
  })

  test('leaves nothing to be handed over or sent', async ({ assert }) => {
    assert.equal(await count('outbox'), 0)
    assert.equal(await count('turns'), 0)
    assert.equal(await count('webhook_deliveries', `state in ('queued', 'sending')`), 0)
    assert.isAbove(await count('webhook_deliveries', `state = 'delivered'`), 3)
    assert.equal(await count('webhook_endpoints', `state = 'working' or url not like '%.example/%'`), 0)
    assert.isEmpty(await rows(`select id from pgboss.job where data ->> 'tenantId' = any(?)`, [COMPANY_IDS]))
    assert.isAbove(await count('deliveries'), 20)
    assert.equal(await count('deliveries', `state <> 'not_sent' or error_code <> 'E_RESERVED_ADDRESS'`), 0)
    assert.isAbove(await count('notifications', 'read_at is not null'), 10)
    assert.isAbove(await count('notifications', 'read_at is null'), 0)
    const senders = await rows(
      `select recipient from deliveries where tenant_id = any(?) and recipient !~ '[.]example$'`,
      [COMPANY_IDS]
    )
    assert.isEmpty(senders)
  })

  test('lets each persona sign in with a password of this installation', async ({ client, assert }) => {
    const logins: Login[] = JSON.parse(await readFile(loginsPath(), 'utf8'))
    assert.deepEqual(
      logins.map(({ persona }) => persona),
      ['Super user', 'Company admin', 'Supervisor', 'Agent', 'Field user', 'Company admin (Alba)']
    )
    assert.equal((await stat(loginsPath())).mode & 0o777, 0o600)
    assert.lengthOf([...new Set(logins.map(({ password }) => password))], logins.length)
    for (const { email, password } of logins) {
      const answer = await client.post('/login').form({ email, password }).withCsrfToken().redirects(0)
      answer.assertStatus(302)
      assert.notInclude(answer.header('location') ?? '', '/login', email)
    }
  })

  test('stays where nobody can be asked whether it may go', async ({ assert, cleanup }) => {
    const { isTTY } = process.stdin
    process.stdin.isTTY = false
    cleanup(() => {
      process.stdin.isTTY = isTTY
    })
    assert.equal(await run('demo:remove'), 1)
    assert.isAbove(await count('customers'), 0)
  })

  test('goes without a trace, and takes nothing else with it', async ({ assert }) => {
    const other = await makeCompany()
    const lead = await other.inside(() => receiveLead())
    assert.equal(await run('demo:remove', ['--yes']), 0)
    for (const { table } of await rows<{ table: string }>(TENANT_TABLES))
      assert.equal(await count(table), 0, table)
    assert.equal(await count('tenants', 'true', 'id'), 0)
    assert.isEmpty(await rows(`select id from identities where email like '%.example'`))
    assert.isEmpty(await files())
    await assert.rejects(() => stat(loginsPath()))
    const { number } = await other.inside(() => Lead.findOrFail(lead.id))
    assert.equal(number, lead.number)
    assert.equal(await run('demo:remove', ['--yes']), 0)
  })
})
