import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import { acrossTenants } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import Archive from '#app/platform/history/archive'
import ChainCheck from '#app/platform/history/chain_check'
import { CustomerCreated } from '#app/customers/customer_events'
import RetentionRule from '#app/retention/retention_rule'
import { makeCompany } from '#tests/factories'

const ACE = join(process.env.PRODUCT_BUILD!, 'ace.js')

async function archive(crashAt?: string) {
  const env = { ...process.env, NO_COLOR: '1', ...(crashAt && { LATCHKEY_CRASH_AT: crashAt }) }
  const child = spawn(process.execPath, [ACE, 'events:archive'], { env })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return { code, signal }
}

test('An archive is whole, and nothing is lost or doubled, wherever its maker is killed', async ({
  assert,
}) => {
  const { tenant, inside } = await makeCompany()
  await clock.during(DateTime.utc().minus({ months: 30 }), () =>
    inside(async () => {
      for (let number = 1; number <= 1500; number++) await CustomerCreated.record({ id: newId() }, {})
    })
  )
  await acrossTenants((trx) => trx.from('outbox').where('tenant_id', tenant.id).delete())
  await inside(() => RetentionRule.state('work', 12))
  const left = async () => {
    const events = db
      .connection('system')
      .from('events')
      .where({ tenant_id: tenant.id, name: 'customer.created' })
    return Number((await events.count('* as count').first()).count)
  }
  assert.equal((await archive('archive.written')).signal, 'SIGKILL')
  assert.equal(await left(), 1500)
  assert.equal((await archive('archive.verified')).signal, 'SIGKILL')
  assert.equal(await left(), 1500)
  assert.equal((await archive('archive.removing')).signal, 'SIGKILL')
  assert.equal(await left(), 500)
  assert.equal((await archive()).code, 0)
  assert.equal(await left(), 0)
  const archives = await acrossTenants((trx) => Archive.readableOf(tenant.id, 'events', trx))
  assert.lengthOf(archives, 1)
  const ids = new Set<string>()
  for await (const { id } of archives[0].entries()) ids.add(id)
  assert.lengthOf(ids, 1500)
  assert.deepInclude(await new ChainCheck(tenant.id).run(), { archived: 1500, problem: null })
}).timeout(120_000)
