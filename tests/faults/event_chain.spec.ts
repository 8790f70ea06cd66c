import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { acrossTenants } from '#app/platform/database/current'
import Customer from '#app/customers/customer'
import { makeCompany } from '#tests/factories'

const ACE = join(process.env.PRODUCT_BUILD!, 'ace.js')

async function ace(words: string[], crashAt?: string) {
  const env = { ...process.env, NO_COLOR: '1', ...(crashAt && { LATCHKEY_CRASH_AT: crashAt }) }
  const child = spawn(process.execPath, [ACE, ...words], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return { code, signal, said }
}

test.group('The chain of events', () => {
  test('is whole after whoever makes it and whoever erases were killed in the middle', async ({
    assert,
    cleanup,
  }) => {
    const { tenant, inside } = await makeCompany()
    const folder = mkdtempSync(join(tmpdir(), 'chain-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const customer = await inside(() => Customer.register({ name: 'Ann Smith', country: 'US' }))
    await inside(async () => {
      const one = await Customer.findOrFail(customer.id)
      for (let number = 1; number <= 20; number++) await one.revise({ notes: `Note ${number}` })
    })
    const leave = () => acrossTenants((trx) => trx.from('outbox').where('tenant_id', tenant.id).delete())
    await leave()
    const exporting = ['events:export', tenant.slug, `--to=${folder}`]
    assert.equal((await ace(exporting, 'chain.linked')).signal, 'SIGKILL')
    const { count } = await db
      .connection('system')
      .from('event_links')
      .where('tenant_id', tenant.id)
      .count('* as count')
      .first()
    assert.equal(Number(count), 0)
    const erasing = ['events:erase', tenant.slug, customer.id, '--yes']
    assert.equal((await ace(erasing, 'erasure.declared')).signal, 'SIGKILL')
    await leave()
    assert.equal((await ace(exporting)).code, 0)
    assert.match((await ace(['events:verify', tenant.slug])).said, /22 events hold, 0 erased/)
    assert.match((await ace(erasing)).said, /20 events were emptied/)
    await leave()
    await ace(exporting)
    const sound = await ace(['events:verify', tenant.slug])
    assert.match(sound.said, /23 events hold, 20 erased, 0 waiting/)
    assert.equal(sound.code, 0)
    await db.connection('owner').from('events').where('tenant_id', tenant.id).whereRaw('seq = 5').delete()
    const broken = await ace(['events:verify', tenant.slug])
    assert.match(broken.said, /link 5, event [0-9a-f-]{36}: the event is gone/)
    assert.equal(broken.code, 1)
  }).timeout(120_000)
})
