import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import drive from '@adonisjs/drive/services/main'
import Archive from '#app/platform/history/archive'
import ChainCheck from '#app/platform/history/chain_check'
import ChainExport from '#app/platform/history/chain_export'
import { clock } from '#app/platform/clock'
import { acrossTenants } from '#app/platform/database/current'
import { EventChain } from '#app/platform/history/event_chain'
import HistoryErasure from '#app/platform/history/history_erasure'
import HousekeepingTimer from '#app/platform/timers/housekeeping_timer'
import { Retention } from '#app/platform/history/retention'
import Customer from '#app/customers/customer'
import RetentionRule from '#app/retention/retention_rule'
import { makeCompany, type Company } from '#tests/factories'

const ANN = { name: 'Ann Smith', email: 'ann@example.com', country: 'US' }

const owner = async (sql: string, values: unknown[] = []) =>
  (await db.connection('owner').rawQuery<{ rows: Record<string, unknown>[] }>(sql, values as never)).rows
const leaveOutbox = ({ tenant }: Company) =>
  acrossTenants((trx) => trx.rawQuery('delete from outbox where tenant_id = ?', [tenant.id]))
const check = ({ tenant }: Company) => new ChainCheck(tenant.id).run()
const eventsOf = ({ tenant }: Company, { id }: { id: string }) =>
  owner('select id, name from events where tenant_id = ? and subject_id = ? order by id', [tenant.id, id])
const archivesOf = ({ tenant }: Company) =>
  owner('select * from archives where tenant_id = ? order by month, id', [tenant.id])

async function chain(company: Company) {
  await leaveOutbox(company)
  await EventChain.extendToEnd()
  await EventChain.extendToEnd()
}

/** A company with a customer of two years ago, who was changed then and yesterday. */
async function setting(back: object = { months: 24 }) {
  const company = await makeCompany()
  const then = DateTime.utc().minus(back)
  const ann = await clock.during(then, () => company.as(company.admin, () => Customer.register(ANN)))
  const revise = (notes: string) =>
    company.as(company.admin, async () => (await Customer.findOrFail(ann.id)).revise({ notes }))
  await clock.during(then.plus({ minutes: 1 }), () => revise('Old note'))
  await revise('New note')
  await chain(company)
  return { company, ann, then }
}

const keep = ({ inside }: Company, months: number | null) => inside(() => RetentionRule.state('work', months))

test.group('What a company keeps no longer', () => {
  test('goes into an archive of its month, and the rest stays', async ({ assert }) => {
    const { company, ann, then } = await setting()
    await keep(company, 12)
    await Retention.enforce()
    assert.deepEqual(
      (await eventsOf(company, ann)).map(({ name }) => name),
      ['customer.updated']
    )
    const [archive] = await archivesOf(company)
    assert.deepInclude(archive, { source: 'events', kind: 'work', part: 1, state: 'kept', entries: 2 })
    assert.include(String(archive.path), `archives/${company.tenant.id}/${then.toFormat('yyyy-MM')}/`)
    await chain(company)
    assert.deepInclude(await check(company), { archived: 2, problem: null })
  })

  test('stays where no rule says otherwise, and a second run changes nothing', async ({ assert }) => {
    const { company, ann } = await setting()
    await Retention.enforce()
    assert.lengthOf(await eventsOf(company, ann), 3)
    await keep(company, 12)
    await Retention.enforce()
    await Retention.enforce()
    assert.lengthOf(await archivesOf(company), 1)
  })

  test('is removed only after its file was read back from the drive', async ({ assert, cleanup }) => {
    const { company, ann } = await setting()
    await keep(company, 12)
    const disk = drive.use()
    const putStream = disk.putStream.bind(disk)
    cleanup(() => void Object.assign(disk, { putStream }))
    disk.putStream = async (key, contents, options) => {
      const parts: Buffer[] = []
      for await (const part of contents) parts.push(part as Buffer)
      const whole = Buffer.concat(parts)
      return putStream(key, Readable.from([whole.subarray(0, whole.length - 20)]), options)
    }
    const { failed } = await Retention.enforce()
    assert.isAbove(failed, 0)
    assert.lengthOf(await eventsOf(company, ann), 3)
    assert.deepInclude((await archivesOf(company))[0], { state: 'writing' })
    Object.assign(disk, { putStream })
    await Retention.enforce()
    assert.lengthOf(await eventsOf(company, ann), 1)
    assert.isNull((await check(company)).problem)
  })

  test('that is changed or thrown away in the archive is found', async ({ assert }) => {
    const { company } = await setting()
    await keep(company, 12)
    await Retention.enforce()
    const [archive] = await archivesOf(company)
    const path = String(archive.path)
    const whole = Buffer.from(await drive.use().getBytes(path))
    whole[whole.length - 30] ^= 1
    await drive.use().put(path, whole)
    assert.isNotNull((await check(company)).problem)
    await drive.use().delete(path)
    assert.match((await check(company)).problem!.what, /gone|cannot be read/)
    await owner('delete from archives where tenant_id = ?', [company.tenant.id])
    assert.match((await check(company)).problem!.what, /the event is gone/)
  })

  test('loses its words with the person, and the proof still holds, at home and exported', async ({
    assert,
    cleanup,
  }) => {
    const { company, ann } = await setting()
    await keep(company, 12)
    await Retention.enforce()
    const before = String((await archivesOf(company))[0].path)
    assert.equal(await new HistoryErasure(company.tenant.id, ann.id).run(), 3)
    await chain(company)
    assert.isFalse(await drive.use().exists(before))
    const [archive] = await acrossTenants((trx) => Archive.readableOf(company.tenant.id, 'events', trx))
    for await (const entry of archive.entries()) assert.notProperty(entry, 'words')
    assert.deepInclude(await check(company), { archived: 2, problem: null })
    const folder = mkdtempSync(join(tmpdir(), 'chain-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    await new ChainExport(company.tenant.id).writeTo(folder)
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'verify.mjs')], {
      encoding: 'utf8',
    })
    assert.equal(status, 0, stdout + stderr)
    rmSync(join(folder, 'archives'), { recursive: true })
    assert.equal(spawnSync(process.execPath, [join(folder, 'verify.mjs')]).status, 1)
  })

  test('of mails goes with their texts, once nothing waits for them any more', async ({ assert }) => {
    const company = await makeCompany()
    const then = DateTime.utc().minus({ months: 5 })
    const delivery = (state: string) =>
      owner(
        `insert into deliveries (id, tenant_id, event_id, channel, kind, template_version, recipient_kind, recipient,
           subject, body_html, body_text, state, created_at, updated_at)
         values (uuidv7(make_interval(months => -5)), ?, gen_random_uuid(), 'mail', 'lead_created', 1, 'user', 'a@example.com',
           'Hello', '<p>Hello</p>', 'Hello', ?, ?, ?)`,
        [company.tenant.id, state, then.toISO(), then.toISO()]
      )
    await delivery('sent')
    await delivery('queued')
    await company.inside(() => RetentionRule.state('mails', 3))
    await Retention.enforce()
    const left = await owner('select state from deliveries where tenant_id = ?', [company.tenant.id])
    assert.deepEqual(
      left.map(({ state }) => state),
      ['queued']
    )
    const [archive] = await archivesOf(company)
    assert.deepInclude(archive, { source: 'deliveries', kind: 'mails', entries: 1, state: 'kept' })
  })
})

test.group('The months of events', () => {
  const partitionOf = async (id: string) =>
    (await owner('select tableoid::regclass::text as name from events where id = ?', [id]))[0].name

  test('take in what came from a month without a place, and say so', async ({ assert }) => {
    const { company, ann, then } = await setting({ years: 17 })
    const [created] = await eventsOf(company, ann)
    assert.equal(await partitionOf(String(created.id)), 'partitions.events_default')
    await new HousekeepingTimer().handle()
    assert.equal(await partitionOf(String(created.id)), `partitions.events_${then.toFormat('yyyyMM')}`)
    assert.isNull((await check(company)).problem)
  })

  test('are dropped when nothing is left in them, and not before', async ({ assert }) => {
    const { company, then } = await setting({ years: 19 })
    await new HousekeepingTimer().handle()
    const name = `partitions.events_${then.toFormat('yyyyMM')}`
    const isThere = async () => (await owner('select to_regclass(?) is not null as there', [name]))[0].there
    await Retention.dropEmptyMonths()
    assert.isTrue(await isThere())
    await keep(company, 12)
    await Retention.enforce()
    assert.isFalse(await isThere())
    assert.deepInclude(await check(company), { archived: 2, problem: null })
  })
})
