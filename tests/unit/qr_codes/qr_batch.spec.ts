import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { companyOfCode } from '#app/qr_codes/code_company'
import QrBatch, { isLoopback } from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'
import { isMistyped } from '#app/qr_codes/short_code'
import { makeCompany } from '#tests/factories'
import { eventNames, eventsOf } from '#tests/lead_factories'

const ORDER = {
  name: 'Vans, spring',
  quantity: 50,
  template: 'a4-24',
  host: 'https://crm.example.com/',
  by: null,
}

test.group('QR batch', () => {
  test('makes its blank codes, each with a link of its own that leads back here', async ({ assert }) => {
    const { inside, tenant, admin } = await makeCompany()
    const batch = await inside(() => QrBatch.make({ ...ORDER, startAt: 5, by: admin.user }))
    const codes = await inside(() => QrCode.query().where('qrBatchId', batch.id).orderBy('position'))
    assert.containSubset(batch.serialize(), {
      host: 'https://crm.example.com',
      isDemo: false,
      startAt: 5,
      createdBy: admin.user.id,
    })
    assert.deepEqual(
      codes.map(({ position }) => position),
      Array.from({ length: 50 }, (_, index) => index + 1)
    )
    assert.isTrue(codes.every((code) => code.state === 'blank' && !isMistyped(code.shortCode)))
    assert.equal(codes[6].urlAt(batch.host), `HTTPS://CRM.EXAMPLE.COM/Q/${codes[6].token}`)
    const found = await companyOfCode(codes[6].token)
    assert.deepEqual([found!.tenant.id, found!.qrCodeId], [tenant.id, codes[6].id])
    assert.isNull(await companyOfCode('0'.repeat(26)))
    assert.deepEqual(
      await inside(() => eventsOf(batch)).then((events) => events.map(({ name, data }) => [name, data])),
      [['qr_batch.created', { quantity: 50, isDemo: false, leadFlowId: null }]]
    )
  })

  test('makes ten thousand codes in seconds, all different', async ({ assert }) => {
    const { inside } = await makeCompany()
    const startedAt = performance.now()
    const batch = await inside(() => QrBatch.make({ ...ORDER, quantity: 10_000 }))
    assert.isBelow(performance.now() - startedAt, 10_000)
    const [made] = await inside(() =>
      db
        .from('qr_codes')
        .where('qr_batch_id', batch.id)
        .countDistinct('token as tokens')
        .countDistinct('short_code as shorts')
    )
    const [{ lookups }] = await inside(() => db.from('qr_lookups').countDistinct('qr_code_id as lookups'))
    assert.deepEqual({ ...made, lookups }, { tokens: 10_000, shorts: 10_000, lookups: 10_000 })
  }).timeout(30_000)

  test('refuses codes for an address that only this machine opens, unless they are meant as a demo', async ({
    assert,
  }) => {
    const { inside } = await makeCompany()
    const host = 'http://localhost:3333'
    await assert.rejects(() => inside(() => QrBatch.make({ ...ORDER, host })), /open on this machine only/)
    assert.isTrue((await inside(() => QrBatch.make({ ...ORDER, host, isDemo: true }))).isDemo)
    assert.isFalse((await inside(() => QrBatch.make({ ...ORDER, isDemo: true }))).isDemo)
  })

  test('knows what a loopback address is', ({ assert }) => {
    for (const host of [
      'http://localhost',
      'http://app.localhost:1',
      'http://127.0.0.1',
      'http://127.1.2.3',
      'http://[::1]:3333',
    ]) {
      assert.isTrue(isLoopback(host), host)
    }
    for (const host of [
      'https://crm.example.com',
      'http://192.168.1.5:3333',
      'http://localhost.example.com',
    ]) {
      assert.isFalse(isLoopback(host), host)
    }
  })

  test('refuses an unknown sheet and a place that is not on it', async ({ assert }) => {
    const { inside } = await makeCompany()
    await assert.rejects(() => inside(() => QrBatch.make({ ...ORDER, template: 'a5-1' })), /no label sheet/)
    await assert.rejects(() => inside(() => QrBatch.make({ ...ORDER, startAt: 25 })), /not on this sheet/)
  })

  test('counts its prints', async ({ assert }) => {
    const { inside } = await makeCompany()
    const batch = await inside(() => QrBatch.make(ORDER))
    await Promise.all(
      [1, 2].map(() => inside(async () => (await QrBatch.findOrFail(batch.id)).recordPrint()))
    )
    const printed = await inside(() => QrBatch.findOrFail(batch.id))
    assert.equal(printed.printCount, 2)
    assert.isNotNull(printed.printedAt)
    const names = await inside(() => eventNames(batch))
    assert.deepEqual(names, ['qr_batch.created', 'qr_batch.printed', 'qr_batch.printed'])
  })
})
