import { setImmediate } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { senders } from '#start/workers'
import { Dispatcher } from '#app/platform/sending/dispatcher'
import { acrossTenants } from '#app/platform/database/current'
import { PRIORITIES, type Turn } from '#app/platform/sending/turns'
import { Sender, type SenderList } from '#app/platform/sending/sender'
import { BREAKER } from '#config/providers'
import Delivery from '#app/deliveries/delivery'
import DeliverySender from '#app/deliveries/delivery_sender'
import { makeCompany, unique, type Company } from '#tests/factories'
import { newId } from '#app/platform/ids'
import { countStatements } from '#tests/count_statements'
import { MailServer } from '#tests/mail_server'
import { until } from '#tests/until'

const LOOK = /^update providers set\s+allowance/
const system = () => db.connection('system')

/** Mails of a company that wait at a provider of this test. */
async function owe(
  company: Company,
  provider: string,
  count: number,
  kind = 'lead_received',
  link: QueryClientContract = system()
) {
  await link.rawQuery(
    `with owed as (
       insert into deliveries (id, tenant_id, event_id, channel, kind, template_version, recipient_kind, recipient, subject,
         body_html, body_text, created_at, updated_at)
       select gen_random_uuid(), :tenant, gen_random_uuid(), 'mail', :kind, 1, 'customer', 'dana-' || n || '@example.com',
         'Hello', '<p>Hello</p>', 'Hello', now(), now() from generate_series(1, :count) n returning id)
     insert into turns (provider, priority, tenant_id, sender, subject_id)
     select :provider, :priority, :tenant, 'delivery', id from owed`,
    { tenant: company.tenant.id, kind, count, provider, priority: PRIORITIES.normal }
  )
}
const statesOf = async (company: Company) => {
  const rows = await company.inside(() => Delivery.query().select('state', 'attempts', 'tries'))
  return rows.map(({ state, attempts }) => `${state} ${attempts}`)
}

/** As if they had last been counted when all of them had been sent, and before these companies had any. */
async function countAsAllSent(owner: TransactionClientContract) {
  await owner.rawQuery('analyze deliveries')
  await owner.rawQuery(
    `select pg_restore_attribute_stats('schemaname', 'public', 'relname', 'deliveries', 'attname', 'state',
       'inherited', false, 'null_frac', 0::real, 'avg_width', 5, 'n_distinct', 1::real,
       'most_common_vals', '{sent}', 'most_common_freqs', array[1]::real[])`
  )
}

/** With the condition that the policy puts to each look of the product at its deliveries. */
async function asApp(owner: TransactionClientContract, { tenant }: Company, sql: string) {
  await owner.rawQuery(`select set_config('app.tenant_id', ?, true)`, [tenant.id])
  const { qual } = await owner
    .from('pg_policies')
    .where({ tablename: 'deliveries', policyname: 'tenant' })
    .first()
  return sql.replace(/deliveries"? where /, `$&${qual} and `)
}

/** Of deliveries, by what this transaction does. */
async function pagesReadBy(trx: TransactionClientContract, work: () => Promise<unknown>) {
  const pages = async () => {
    const { rows } = await trx.rawQuery<{ rows: { pages: string }[] }>(
      `select sum(pg_stat_get_xact_blocks_fetched(c.oid)) as pages from pg_class c
       where c.relname = 'deliveries' or c.oid in (select indexrelid from pg_index where indrelid = 'deliveries'::regclass)`
    )
    return Number(rows[0].pages)
  }
  const before = await pages()
  await work()
  return (await pages()) - before
}

test.group('Mails of a company that has just got 30,000', () => {
  test('are claimed and read without reading all that wait', async ({ assert }) => {
    const [company, name] = [await makeCompany(), unique('provider')]
    const before = await Promise.all(Array.from({ length: 3 }, () => makeCompany()))
    // Nobody else sees what is not committed, so that nobody counts it either.
    const owner = await db.connection('owner').transaction()
    try {
      for (const one of before) await owe(one, name, 50, 'lead_received', owner)
      await countAsAllSent(owner)
      await owe(company, name, 30_000, 'lead_received', owner)
      const rows = await owner.from('turns').where('tenant_id', company.tenant.id).orderBy('seq').limit(8)
      const ids = rows.map(({ subject_id: id }) => id)
      const turns = ids.map((subjectId) => ({ tenantId: company.tenant.id, sender: 'delivery', subjectId }))

      const { sql, bindings } = await company.inside(async () => Delivery.each(ids).toSQL())
      const read = async () => {
        const { rows } = await owner.rawQuery(await asApp(owner, company, sql), bindings as string[])
        assert.lengthOf(rows, 8)
      }
      assert.isBelow(await pagesReadBy(owner, read), 1000)
      const claim = async () => assert.lengthOf(await new DeliverySender().claim(owner, turns), 8)
      assert.isBelow(await pagesReadBy(owner, claim), 1000)
    } finally {
      await owner.rollback()
    }
  })
})

test.group('The dispatcher', (group) => {
  let server: MailServer
  let dispatchers: Dispatcher[] = []

  group.each.setup(async () => {
    server = await new MailServer().open()
    dispatchers = []
    return async () => {
      await Promise.all(dispatchers.map((one) => one.stop()))
      await server.close().catch(() => {})
    }
  })

  async function dispatch(name: string, list: SenderList = senders, gathering?: () => number) {
    const config = { name, label: 'Test', rate: null, concurrency: 6, perCompany: 4 }
    const dispatcher = new Dispatcher(config, gathering)
    dispatchers.push(dispatcher)
    await dispatcher.start(list)
    return dispatcher
  }

  test('sends what waits, once, with two of them at work', async ({ assert }) => {
    const [company, name] = [await makeCompany(), unique('provider')]
    await owe(company, name, 40)
    await Promise.all([dispatch(name), dispatch(name)])
    await until(async () => (await statesOf(company)).every((one) => one === 'sent 1'))
    assert.lengthOf(server.received, 40)
    assert.lengthOf(new Set(server.received.flatMap(({ to }) => to)), 40)
  })

  test('is called by what is asked for, and sends a small company’s mail in the midst of a large one’s', async ({
    assert,
  }) => {
    const [large, small, name] = [await makeCompany(), await makeCompany(), unique('provider')]
    await owe(large, name, 200)
    await dispatch(name)
    await until(() => server.received.length > 10)
    await owe(small, name, 1)
    await until(async () => (await statesOf(small))[0] === 'sent 1')
    const left = (await statesOf(large)).filter((one) => one.startsWith('queued'))
    assert.isAbove(left.length, 100)
  }).timeout(30_000)

  test('sends a small company’s mail while it still gathers what a large one’s makes room for', async ({
    assert,
  }) => {
    const [large, small, name] = [await makeCompany(), await makeCompany(), unique('provider')]
    const underWay: (() => void)[] = []
    const sent: string[] = []
    class Lingers extends Sender {
      static sender = 'delivery'

      async claim(_: TransactionClientContract, turns: Turn[]) {
        return turns
      }

      async send({ tenantId }: Turn) {
        sent.push(tenantId)
        if (tenantId === large.tenant.id) await new Promise<void>((resolve) => underWay.push(resolve))
      }
    }
    await owe(large, name, 40)
    const aMinute = () => 60_000
    await dispatch(name, { delivery: async () => ({ default: Lingers }) }, aMinute)
    await until(() => underWay.length === 4)
    const ask = async () => {
      for (const company of [large, large, small]) await owe(company, name, 1)
      await until(() => sent.includes(small.tenant.id))
    }
    const looks = await countStatements(ask, LOOK).finally(() => {
      for (const leave of underWay) leave()
    })
    assert.deepEqual(sent, [...Array(4).fill(large.tenant.id), small.tenant.id])
    assert.equal(looks, 1)
  })

  test('looks once for what it is called for, and not for what waits elsewhere', async ({ assert }) => {
    const [company, name] = [await makeCompany(), unique('provider')]
    await Promise.all([dispatch(name), dispatch(unique('provider'))])
    const send = async () => {
      for (let one = 1; one <= 20; one++) {
        await owe(company, name, 1)
        await until(
          async () => (await statesOf(company)).filter((state) => state === 'sent 1').length === one
        )
      }
    }
    // Each of the two looks by itself once a second.
    assert.isBelow(await countStatements(send, LOOK), 40)
  })

  // By what it looks for each second alone they would take 38 seconds.
  test('goes on as soon as one of a company that had all it may has left', async ({ assert }) => {
    const [company, name] = [await makeCompany(), unique('provider')]
    await dispatch(name)
    await owe(company, name, 150)
    await until(() => server.received.length === 150, { within: 30_000 })
    assert.lengthOf(new Set(server.received.flatMap(({ to }) => to)), 150)
  }).timeout(40_000)

  // By what it looks for each second alone they would take 30 seconds.
  test('goes on at once when one has left while others were taken', async ({ assert }) => {
    const [company, name] = [await makeCompany(), unique('provider')]
    const underWay: (() => void)[] = []
    let [sent, isOver] = [0, false]
    class LeavesWhileOthersAreTaken extends Sender {
      static sender = 'delivery'

      async claim(_: TransactionClientContract, turns: Turn[]) {
        underWay.shift()?.()
        await setImmediate()
        return turns
      }

      async send() {
        sent++
        if (!isOver) await new Promise<void>((resolve) => underWay.push(resolve))
      }
    }
    await owe(company, name, 40)
    await dispatch(name, { delivery: async () => ({ default: LeavesWhileOthersAreTaken }) })
    await until(() => underWay.length === 4)
    underWay.shift()!()
    await until(() => sent === 40, { within: 15_000 }).finally(() => {
      isOver = true
      for (const leave of underWay) leave()
    })
    assert.equal(sent, 40)
  }).timeout(20_000)

  test('a mail server that is down takes nobody’s tries, and everything leaves when it is back', async ({
    assert,
  }) => {
    const [company, name] = [await makeCompany(), unique('provider')]
    await server.close()
    await owe(company, name, BREAKER.failures + 10)
    await dispatch(name)
    const opened = async () =>
      (await system().from('providers').where('name', name).first())?.opened_at !== null
    await until(opened)
    await until(async () => (await statesOf(company)).every((one) => one.startsWith('queued')))
    const tried = (await statesOf(company)).filter((one) => one === 'queued 1')
    assert.isAtMost(tried.length, BREAKER.failures - 1)

    server = await new MailServer().open()
    await system()
      .from('providers')
      .where('name', name)
      .update({ retry_at: new Date(0) })
    await until(async () => (await statesOf(company)).filter((one) => one.startsWith('sent')).length >= 11)
    assert.isFalse(await opened())
    const [uncounted] = await company.inside(() =>
      Delivery.query().whereRaw(`jsonb_path_exists(tries, '$[*].isUncounted')`).limit(1)
    )
    assert.containsSubset(uncounted.tries[0], { outcome: 'later', provider: name, isUncounted: true })
    assert.match(uncounted.tries[0].answer!, /ECONNREFUSED/)
  })

  test('a try tells when, by whom, what was answered and when the next one is', async ({ assert }) => {
    const [company, name] = [await makeCompany(), unique('provider')]
    server.onRecipient = { code: 451, message: 'Try later' }
    await owe(company, name, 1)
    await dispatch(name)
    await until(async () => (await statesOf(company))[0] === 'queued 1')
    const { tries, nextTryAt } = await company.inside(() => Delivery.firstOrFail())
    assert.containsSubset(tries, [
      { provider: name, outcome: 'later', code: 'EENVELOPE', nextTryAt: nextTryAt!.toUTC().toISO() },
    ])
    assert.include(tries[0].answer!, 'Try later')
    assert.isAtLeast(Date.parse(tries[0].endedAt!), Date.parse(tries[0].startedAt))
  })

  test('a sender that nobody knows is told of, and keeps no turn from its place', async ({ assert }) => {
    const name = unique('provider')
    await dispatch(name)
    await acrossTenants((trx) =>
      trx.rawQuery(
        `insert into turns (provider, priority, tenant_id, sender, subject_id) values (?, 1, ?, 'nobody', ?)`,
        [name, newId(), newId()]
      )
    )
    await dispatchers[0].stop()
    const { rows } = await system().rawQuery<{ rows: unknown[] }>('select from turns where provider = ?', [
      name,
    ])
    assert.lengthOf(rows, 1)
  })
})
