import pg from 'pg'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { acrossTenants, Current, SYSTEM } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import Customer from '#app/customers/customer'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrBatch from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'
import { makeCompany } from '#tests/factories'

const inside = <T>(tenantId: string, work: () => Promise<T>) => Current.run({ tenantId, actor: SYSTEM }, work)
const customer = (name: string) => ({ name, nameNorm: name.toLowerCase(), country: 'US' })
const names = (rows: Customer[]) => rows.map(({ name }) => name)

async function twoCompanies() {
  const [{ tenant: mine }, { tenant: other }] = [await makeCompany(), await makeCompany()]
  await inside(mine.id, () => Customer.createMany([customer('Ann'), customer('Bob')]))
  const foreign = await inside(other.id, () => Customer.create(customer('Zoe')))
  return { mine, other, foreign }
}

test.group('Current | what one company can reach', () => {
  test('a top-level orWhere stays inside the company', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const found = await inside(mine.id, () => Customer.query().where('name', 'Ann').orWhere('name', 'Zoe'))
    assert.deepEqual(names(found), ['Ann'])
  })

  test('a raw query sees the company only', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const { rows } = await inside(mine.id, () =>
      db.rawQuery<{ rows: { tenant_id: string }[] }>('select tenant_id from customers')
    )
    assert.deepEqual([...new Set(rows.map((row) => row.tenant_id))], [mine.id])
  })

  test('a query through the plain builder, a join and a union see the company only', async ({ assert }) => {
    const { mine } = await twoCompanies()
    await inside(mine.id, async () => {
      const rows = await db
        .from('customers')
        .joinRaw('cross join tenants')
        .select('customers.tenant_id', 'tenants.id as tenant')
      assert.isTrue(rows.every((row) => row.tenant_id === mine.id && row.tenant === mine.id))
      const union = await Customer.query()
        .where('name', 'Ann')
        .union((query) => query.from('customers'))
      assert.sameMembers(names(union), ['Ann', 'Bob'])
    })
  })

  test('a bulk update and a bulk delete change no row of another company', async ({ assert }) => {
    const { mine, other } = await twoCompanies()
    await inside(mine.id, async () => {
      await Customer.query().where('name', 'Ann').orWhere('name', 'Zoe').update({ city: 'Denver' })
      await Customer.query().where('name', 'Bob').orWhere('name', 'Zoe').delete()
    })
    const untouched = await inside(other.id, () => Customer.all())
    assert.deepEqual(
      untouched.map(({ name, city }) => [name, city]),
      [['Zoe', null]]
    )
  })

  test('eager loading loads rows of the company only', async ({ assert }) => {
    const { mine, other } = await twoCompanies()
    for (const { id } of [mine, other]) await inside(id, bindOneCode)
    await inside(mine.id, async () => {
      const assignments = await QrAssignment.query()
        .preload('customer')
        .whereHas('customer', (query) => query.where('name', 'Ann').orWhere('name', 'Zoe'))
      assert.deepEqual(
        assignments.map((one) => one.customer.name),
        ['Ann']
      )
    })
  })

  test('saving or deleting a row of another company is refused', async ({ assert }) => {
    const { mine, other, foreign } = await twoCompanies()
    foreign.name = 'Stolen'
    await assert.rejects(() => inside(mine.id, () => foreign.save()), /changed or removed/)
    await assert.rejects(() => inside(mine.id, () => foreign.delete()), /changed or removed/)
    assert.deepEqual(names(await inside(other.id, () => Customer.all())), ['Zoe'])
  })

  test('a row cannot be written for another company, nor point at one of its rows', async ({ assert }) => {
    const { mine, other, foreign } = await twoCompanies()
    await assert.rejects(
      () => inside(mine.id, () => Customer.create({ ...customer('Eve'), tenantId: other.id })),
      /another tenant/
    )
    const smuggled = {
      id: newId(),
      tenant_id: other.id,
      name: 'Eve',
      name_norm: 'eve',
      country: 'US',
      created_at: new Date(),
      updated_at: new Date(),
    }
    await assert.rejects(
      () => inside(mine.id, () => db.table('customers').insert(smuggled)),
      /row-level security/
    )
    const word = { word: 'eve', customer_id: foreign.id }
    await assert.rejects(() => inside(mine.id, () => db.table('customer_words').insert(word)), /foreign key/)
  })
})

test.group('Current | units of work', () => {
  test('without a scope a tenant table cannot be used', async ({ assert }) => {
    await assert.rejects(() => Customer.all(), /outside a tenant scope/)
    await assert.rejects(async () => db.from('customers'), /outside a tenant scope/)
  })

  test('a row saved after its scope is refused', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const row = await inside(mine.id, () => Customer.firstOrFail())
    row.name = 'Late'
    await assert.rejects(() => row.save(), /outside a tenant scope/)
  })

  test('a promise that outlives its scope is refused', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const gate = Promise.withResolvers<void>()
    const late = await inside(mine.id, async () => ({ rows: gate.promise.then(() => Customer.all()) }))
    gate.resolve()
    await assert.rejects(() => late.rows, /is over/)
  })

  test('a scope inside a scope joins it for the same company and is refused for another', async ({
    assert,
  }) => {
    const { mine, other } = await twoCompanies()
    await assert.rejects(
      () =>
        inside(mine.id, async () => {
          await inside(mine.id, () => Customer.create(customer('Cid')))
          throw new Error('undo')
        }),
      /undo/
    )
    assert.sameMembers(names(await inside(mine.id, () => Customer.all())), ['Ann', 'Bob'])
    await assert.rejects(
      () => inside(mine.id, () => inside(other.id, async () => {})),
      /inside a scope of another/
    )
  })

  test('a swallowed SQL error fails the unit instead of losing it silently', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const unit = inside(mine.id, async () => {
      await Customer.create(customer('Lost'))
      await db.rawQuery('select 1 / 0').catch(() => {})
    })
    await assert.rejects(() => unit, /nothing of it was saved/)
    assert.sameMembers(names(await inside(mine.id, () => Customer.all())), ['Ann', 'Bob'])
  })

  test('an error caught around a savepoint leaves the rest of the unit whole', async ({ assert }) => {
    const { mine } = await twoCompanies()
    await inside(mine.id, async () => {
      await Customer.create(customer('Cid'))
      await db.transaction(() => db.rawQuery('select 1 / 0')).catch(() => {})
      await Customer.create(customer('Dan'))
    })
    assert.sameMembers(names(await inside(mine.id, () => Customer.all())), ['Ann', 'Bob', 'Cid', 'Dan'])
  })

  test('a unit that remembers reads once, any other and the next one each time', async ({ assert }) => {
    const { mine } = await twoCompanies()
    let reads = 0
    const twice = async () => {
      const read = () => Current.remembered('count', async () => ++reads)
      return [await read(), await Current.as(SYSTEM, read)]
    }
    assert.deepEqual(await inside(mine.id, twice), [1, 2])
    const remembering = () => inside(mine.id, () => (Current.remember([]), twice()))
    assert.deepEqual(await remembering(), [3, 3])
    assert.deepEqual(await remembering(), [4, 4])
  })

  test('what belongs to one is read for all of its type that the unit works on, and by itself for any other', async ({
    assert,
  }) => {
    const { mine } = await twoCompanies()
    const asked: string[][] = []
    const doubled = (id: string) =>
      Current.rememberedOf('double', { type: 'lead', id }, async (ids) => {
        asked.push(ids)
        return new Map(ids.map((one) => [one, one + one]))
      })
    const all = async () => [await doubled('a'), await doubled('b'), await doubled('z'), await doubled('z')]
    const workedOn = ['a', 'b', 'a'].map((id) => ({ type: 'lead', id }))
    const remembering = () => (Current.remember([...workedOn, { type: 'event', id: 'z' }]), all())
    assert.deepEqual(await inside(mine.id, remembering), ['aa', 'bb', 'zz', 'zz'])
    assert.deepEqual(asked.splice(0), [['a', 'b'], ['z']])
    assert.deepEqual(await inside(mine.id, all), ['aa', 'bb', 'zz', 'zz'])
    assert.deepEqual(asked, [['a'], ['b'], ['z'], ['z']])
  })

  test('200 concurrent scopes on a pool of 10 neither leak nor lose', async ({ assert }) => {
    const companies = await Promise.all(Array.from({ length: 5 }, () => makeCompany()))
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => {
        const { id } = companies[n % 5].tenant
        return inside(id, async () => {
          const row = await Customer.create(customer(`n${n}`))
          await row.merge({ city: 'Denver' }).save()
          const seen = await Customer.query().limit(50)
          assert.isTrue(seen.every(({ tenantId }) => tenantId === id))
        })
      })
    )
    for (const { tenant } of companies) {
      const [{ total }] = await inside(tenant.id, () =>
        db.from('customers').where('city', 'Denver').count('* as total')
      )
      assert.equal(total, 40)
    }
  })

  test('500 scopes that do not query take no connection', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const pool = db.manager.get('app')!.connection!.pool!
    const gate = Promise.withResolvers<void>()
    const idle = Array.from({ length: 500 }, () => inside(mine.id, () => gate.promise))
    assert.equal(pool.numUsed(), 0)
    gate.resolve()
    await Promise.all(idle)
  })

  test('a connection killed in the middle of a unit fails it and spares the next', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const unit = inside(mine.id, async () => {
      const { rows } = await db.rawQuery<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid')
      await terminate(rows[0].pid)
      await Customer.create(customer('Cut'))
    })
    await assert.rejects(() => unit)
    assert.sameMembers(names(await inside(mine.id, () => Customer.all())), ['Ann', 'Bob'])
  })

  test('a unit whose process went away in silence does not keep its locks for ever', async ({ assert }) => {
    const { mine } = await twoCompanies()
    const setting = 'idle_in_transaction_session_timeout'
    const ours = await inside(mine.id, () => db.rawQuery<{ rows: object[] }>(`show ${setting}`))
    const across = await acrossTenants((trx) => trx.rawQuery<{ rows: object[] }>(`show ${setting}`))
    for (const { rows } of [ours, across]) assert.deepEqual(rows, [{ [setting]: '1min' }])
  })
})

test.group('Current | migrations and the console', () => {
  test('a backfill by the owner reaches every company', async ({ assert }) => {
    const { mine, other } = await twoCompanies()
    const backfill = await db
      .connection('owner')
      .from('customers')
      .whereIn('tenant_id', [mine.id, other.id])
      .update({ region: 'CO' })
    assert.equal(Number(backfill), 3)
  })

  test('work across tenants says so, and fails loudly when its commit fails', async ({ assert }) => {
    const { mine, other } = await twoCompanies()
    const seen = await acrossTenants((trx) =>
      trx.from('customers').whereIn('tenant_id', [mine.id, other.id]).count('* as total')
    )
    assert.equal(seen[0].total, 3)
  })
})

async function bindOneCode() {
  const batch = await QrBatch.make({
    name: 'Vans',
    quantity: 1,
    template: 'a4-24',
    host: 'https://codes.example',
    by: null,
  })
  const code = await QrCode.query().where('qrBatchId', batch.id).firstOrFail()
  await code.assign(await Customer.query().orderBy('name').firstOrFail(), { by: null })
}

async function terminate(pid: number) {
  const { connectionString } = db.manager.get('app')!.config.connection as { connectionString: string }
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('select pg_terminate_backend($1)', [pid])
  await client.end()
}
