import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { acrossTenants } from '#app/platform/database/current'
import ChainCheck from '#app/platform/history/chain_check'
import ChainExport from '#app/platform/history/chain_export'
import { EventChain } from '#app/platform/history/event_chain'
import HistoryErasure from '#app/platform/history/history_erasure'
import Customer from '#app/customers/customer'
import { makeCompany, type Company } from '#tests/factories'

const ANN = { name: 'Ann Smith', phone: '(303) 555-0142', email: 'ann@example.com', country: 'US' }

const owner = (sql: string, values: unknown[] = []) =>
  db.connection('owner').rawQuery<{ rows: Record<string, unknown>[]; rowCount: number }>(sql, values as never)
const check = ({ tenant }: Company, known?: { position: number; link: string }) =>
  new ChainCheck(tenant.id, known).run()

/** As the relay does when the broker has confirmed them. */
const leaveOutbox = ({ tenant }: Company) =>
  acrossTenants((trx) => trx.rawQuery('delete from outbox where tenant_id = ?', [tenant.id]))

async function chainAll(company: Company) {
  await leaveOutbox(company)
  // Another spec may have its turn just now.
  for (let more = 1; more > 0;) {
    await EventChain.extendToEnd()
    const { rows } = await owner('select count(*)::int as n from unchained_events where tenant_id = ?', [
      company.tenant.id,
    ])
    more = rows[0].n as number
  }
}

/** A company with six events in its chain. */
async function setting() {
  const company = await makeCompany()
  const ann = await company.as(company.admin, () => Customer.register(ANN))
  for (let number = 1; number <= 5; number++)
    await company.as(company.admin, async () =>
      (await Customer.findOrFail(ann.id)).revise({ notes: `Note ${number}` })
    )
  await chainAll(company)
  const { rows } = await owner('select event_id from event_links where tenant_id = ? order by position', [
    company.tenant.id,
  ])
  return { company, ann, ids: rows.map((row) => row.event_id as string) }
}

test.group('The chain of events', () => {
  test('has each event once, in the order in which they were recorded', async ({ assert }) => {
    const { company, ids } = await setting()
    const { rows } = await owner('select id from events where tenant_id = ? order by id', [company.tenant.id])
    assert.deepEqual(ids, rows.map(({ id }) => id) as string[])
    const report = await check(company)
    assert.deepInclude(report, { links: 6, erased: 0, waiting: 0, problem: null })
  })

  test('takes up an event that commits after later ones, once', async ({ assert }) => {
    const { company } = await setting()
    const late = await company.inside(() => Customer.register({ name: 'Late', country: 'US' }))
    const { rows } = await owner('select event_id from outbox where tenant_id = ?', [company.tenant.id])
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const leaving = acrossTenants(async (trx) => {
      await trx.rawQuery('delete from outbox where event_id = ?', [rows[0].event_id as string])
      await held
    })
    await company.inside(() => Customer.register({ name: 'Early', country: 'US' }))
    await acrossTenants((trx) =>
      trx.rawQuery('delete from outbox where tenant_id = ? and event_id <> ?', [
        company.tenant.id,
        rows[0].event_id as string,
      ])
    )
    await EventChain.extendToEnd()
    release()
    await leaving
    await chainAll(company)
    const links = await owner('select event_id from event_links where tenant_id = ? order by position desc', [
      company.tenant.id,
    ])
    assert.equal(links.rows[0].event_id, rows[0].event_id)
    assert.lengthOf(links.rows, 8)
    assert.isNull((await check(company)).problem)
    assert.isDefined(late.id)
  })

  test('is made by several at once without a gap or a double', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(async () => {
      for (let number = 1; number <= 60; number++)
        await Customer.register({ name: `Customer ${number}`, country: 'US' })
    })
    await leaveOutbox(company)
    await Promise.all(Array.from({ length: 6 }, () => EventChain.extendToEnd()))
    await chainAll(company)
    assert.deepInclude(await check(company), { links: 60, waiting: 0, problem: null })
  })

  const TAMPERINGS: Record<string, { sql: string; says: RegExp; outside?: true }> = {
    'data of an event': {
      sql: `update events set data = data || '{"x": 1}' where tenant_id = :tenant and id = :third`,
      says: /does not say what it said/,
    },
    'what a field said before': {
      sql: `update events set changes = jsonb_set(changes, '{notes,0}', '"Never"') where tenant_id = :tenant and id = :third`,
      says: /does not say what it said/,
    },
    'who did it': {
      sql: `update events set actor_name = 'Somebody else' where tenant_id = :tenant and id = :third`,
      says: /does not say what it said/,
    },
    'when it happened': {
      sql: `update events set occurred_at = occurred_at + interval '1 millisecond' where tenant_id = :tenant and id = :third`,
      says: /does not say what it said/,
    },
    'an event taken out': {
      sql: 'delete from events where tenant_id = :tenant and id = :third',
      says: /the event is gone/,
    },
    'an event taken out with its link': {
      sql: `with one as (delete from events where tenant_id = :tenant and id = :third)
        delete from event_links where tenant_id = :tenant and event_id = :third`,
      says: /the link is missing/,
    },
    'an event taken out, and the links moved up': {
      sql: `with one as (delete from events where tenant_id = :tenant and id = :third)
        delete from event_links where tenant_id = :tenant and event_id = :third;
        update event_links set position = -position where tenant_id = :tenant and position > 3;
        update event_links set position = -position - 1 where tenant_id = :tenant and position < 0`,
      says: /does not follow/,
    },
    'two events that change places': {
      sql: `update event_links set position = -3 where tenant_id = :tenant and position = 3;
        update event_links set position = 3 where tenant_id = :tenant and position = 4;
        update event_links set position = 4 where tenant_id = :tenant and position = -3`,
      says: /does not follow/,
    },
    'a digest made to fit': {
      sql: `update events set data = '{"x": 1}' where tenant_id = :tenant and id = :third;
        update event_links l set digest = sha256(l.salt || convert_to(event_words(e), 'UTF8')) from events e
        where e.tenant_id = l.tenant_id and e.id = l.event_id and l.tenant_id = :tenant and l.event_id = :third`,
      says: /does not follow/,
    },
    'a salt thrown away': {
      sql: 'update event_links set salt = null where tenant_id = :tenant and event_id = :third',
      says: /no erasure names it/,
    },
    'an event put in': {
      sql: `insert into events (id, tenant_id, seq, name, version, occurred_at, actor_kind, subject_type, subject_id)
        select :fresh, tenant_id, 99, name, version, occurred_at, actor_kind, subject_type, subject_id
        from events where tenant_id = :tenant and id = :third`,
      says: /outside the chain/,
      outside: true,
    },
  }

  for (const [name, { sql, says, outside }] of Object.entries(TAMPERINGS)) {
    test(`shows ${name}`, async ({ assert }) => {
      const { company, ids } = await setting()
      const values = { tenant: company.tenant.id, third: ids[2], fresh: newId() }
      const text = sql.replace(
        /:(tenant|third|fresh)\b/g,
        (_, key: keyof typeof values) => `'${values[key]}'`
      )
      await owner(text)
      const { problem } = await check(company)
      assert.match(problem?.what ?? 'nothing', says)
      assert.equal(problem?.position ?? null, outside ? null : 3)
    })
  }

  test('shows that its end was cut off, to whoever kept a head', async ({ assert }) => {
    const { company, ids } = await setting()
    const { head } = await check(company)
    await owner(
      `with one as (delete from events where tenant_id = ? and id = ?)
      delete from event_links where event_id = ?`,
      [company.tenant.id, ids[5], ids[5]]
    )
    assert.isNull((await check(company)).problem)
    assert.match((await check(company, head)).problem!.what, /ends before 6/)
    const other = { ...head, position: 3 }
    assert.match((await check(company, other)).problem!.what, /does not lead through/)
  })

  test('still holds when a person was erased, of whom nothing is left', async ({ assert }) => {
    const { company, ann } = await setting()
    assert.equal(await new HistoryErasure(company.tenant.id, ann.id).run(), 6)
    await chainAll(company)
    const { rows } = await owner('select * from events where tenant_id = ? and subject_id = ?', [
      company.tenant.id,
      ann.id,
    ])
    const left = JSON.stringify(rows.filter(({ name }) => name !== 'history.erased'))
    for (const word of ['Note', 'Test admin', '3035550142']) assert.notInclude(left, word)
    assert.deepInclude(await check(company), { links: 7, erased: 6, problem: null })
    assert.equal(await new HistoryErasure(company.tenant.id, ann.id).run(), 0)
  })

  test('takes a person’s name off what they did, and leaves what they did', async ({ assert }) => {
    const { company, ann } = await setting()
    await new HistoryErasure(company.tenant.id, company.admin.user.id).run()
    await chainAll(company)
    const { rows } = await owner(
      `select actor_name, changes from events where tenant_id = ? and subject_id = ? and name = 'customer.updated' order by seq`,
      [company.tenant.id, ann.id]
    )
    assert.deepEqual(
      rows.map(({ actor_name: name }) => name),
      [null, null, null, null, null]
    )
    assert.deepEqual(rows[0].changes, { notes: [null, 'Note 1'] })
    assert.isNull((await check(company)).problem)
  })

  test('cannot be written by the product’s own role', async ({ assert }) => {
    const { company, ids } = await setting()
    for (const sql of [
      `update events set data = '{}' where id = '${ids[0]}'`,
      `delete from events where id = '${ids[0]}'`,
      `delete from event_links where event_id = '${ids[0]}'`,
      `insert into unchained_events (event_id) values ('${ids[0]}')`,
    ])
      await assert.rejects(() => company.inside(() => db.rawQuery(sql)), /permission denied/)
  })
})

test.group('An exported chain', () => {
  async function exported() {
    const { company, ann, ids } = await setting()
    const folder = mkdtempSync(join(tmpdir(), 'chain-'))
    return { company, ann, ids, folder, write: () => new ChainExport(company.tenant.id).writeTo(folder) }
  }
  const verify = (folder: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'verify.mjs')], {
      encoding: 'utf8',
      env: {},
      cwd: tmpdir(),
    })
    return { status, said: stdout + stderr }
  }

  test('is verified by the script that it carries, and each change of it is found', async ({
    assert,
    cleanup,
  }) => {
    const { folder, write } = await exported()
    cleanup(() => rmSync(folder, { recursive: true }))
    assert.equal(await write(), 6)
    const file = join(folder, 'events-000000000001.ndjson')
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    assert.deepInclude(verify(folder), { status: 0 })
    const broken: Record<string, string[]> = {
      changed: lines.map((line, at) => (at === 2 ? line.replace('Note 2', 'Note 9') : line)),
      'taken out': lines.filter((_, at) => at !== 2),
      swapped: [lines[0], lines[2], lines[1], ...lines.slice(3)],
      doubled: [...lines.slice(0, 3), lines[2], ...lines.slice(3)],
      bare: lines.map((line, at) => {
        const { salt, words, ...rest } = JSON.parse(line) as Record<string, unknown>
        return at === 2 && salt && words ? JSON.stringify(rest) : line
      }),
    }
    for (const [name, changed] of Object.entries(broken)) {
      writeFileSync(file, `${changed.join('\n')}\n`)
      assert.deepInclude(verify(folder), { status: 1 }, name)
    }
  })

  test('is verified after a person was erased', async ({ assert, cleanup }) => {
    const { company, ann, folder, write } = await exported()
    cleanup(() => rmSync(folder, { recursive: true }))
    await new HistoryErasure(company.tenant.id, ann.id).run()
    await chainAll(company)
    await write()
    const { status, said } = verify(folder)
    assert.equal(status, 0, said)
    assert.match(said, /7 events hold, 6 of them erased/)
    assert.notInclude(readFileSync(join(folder, 'events-000000000001.ndjson'), 'utf8'), 'Note 1')
  })
})
