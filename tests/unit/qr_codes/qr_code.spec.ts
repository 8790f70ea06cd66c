import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Customer from '#app/customers/customer'
import { clock } from '#app/platform/clock'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrCode from '#app/qr_codes/qr_code'
import { QrCodeTakenError } from '#app/qr_codes/errors'
import { makeCompany, makeMember } from '#tests/factories'
import { makeQrCode } from '#tests/qr_factories'
import { eventNames, eventsOf } from '#tests/lead_factories'

async function start() {
  const company = await makeCompany()
  const { inside, admin } = company
  const [ann, ben] = await inside(async () => [
    await Customer.register({ name: 'Ann Smith', country: 'US' }),
    await Customer.register({ name: 'Ben Jones', country: 'US' }),
  ])
  const { id } = await inside(() => makeQrCode())
  const load = () => QrCode.findOrFail(id)
  return {
    ...company,
    ann,
    ben,
    by: admin.user,
    load: () => inside(load),
    /** Each verb acts on a code of its own reading, as each request does. */
    on: <T>(verb: (code: QrCode) => Promise<T>) => inside(async () => verb(await load())),
    history: () =>
      inside(async () => {
        const rows = await QrAssignment.query().where('qrCodeId', id).orderBy('id').preload('customer')
        return rows.map(({ customer, endedAt }) => [customer.name, endedAt ? 'ended' : 'open'])
      }),
    names: () => inside(() => eventNames({ id })),
    events: () => inside(() => eventsOf({ id })),
  }
}

test.group('QR code | binding', () => {
  test('binds a blank code, and again is calm', async ({ assert }) => {
    const { on, ann, by, load, history, names } = await start()
    const first = await on((code) => code.assign(ann, { by }))
    const second = await on((code) => code.assign(ann, { by }))
    assert.equal(second.id, first.id)
    assert.containSubset((await load()).serialize(), { state: 'assigned', customerId: ann.id })
    assert.deepEqual(await history(), [['Ann Smith', 'open']])
    assert.deepEqual(await names(), ['qr_code.assigned'])
  })

  test('names the present customer instead of taking a code from them', async ({ assert }) => {
    const { on, ann, ben, by, load } = await start()
    await on((code) => code.assign(ann, { by }))
    const error = await on((code) => code.assign(ben, { by })).catch((thrown: unknown) => thrown)
    assert.instanceOf(error, QrCodeTakenError)
    assert.containSubset(error, {
      code: 'E_QR_CODE_TAKEN',
      message: 'This code is already bound to Ann Smith',
      customer: { id: ann.id },
    })
    assert.equal((await load()).customerId, ann.id)
  })

  test('changes hands when the present customer is named, and keeps history', async ({ assert }) => {
    const { on, ann, ben, by, history, events } = await start()
    await on((code) => code.assign(ann, { by }))
    await on((code) => code.assign(ben, { by, replacing: ann.id }))
    assert.deepEqual(await history(), [
      ['Ann Smith', 'ended'],
      ['Ben Jones', 'open'],
    ])
    assert.deepEqual(
      (await events()).map(({ data }) => data),
      [
        { customerId: ann.id, previousCustomerId: null },
        { customerId: ben.id, previousCustomerId: ann.id },
      ]
    )
  })

  test('lets one of two binders at once win, and tells the other who has it', async ({ assert }) => {
    const { on, ann, ben, by, history } = await start()
    const results = await Promise.allSettled(
      [ann, ben].map((customer) => on((code) => code.assign(customer, { by })))
    )
    const lost = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(lost, 1)
    const [[winner]] = await history()
    assert.equal(lost[0].reason.message, `This code is already bound to ${winner}`)
    assert.lengthOf(await history(), 1)
  })

  test('lets one of two rebinders at once win', async ({ assert }) => {
    const { on, inside, ann, ben, by } = await start()
    const cleo = await inside(() => Customer.register({ name: 'Cleo', country: 'US' }))
    await on((code) => code.assign(ann, { by }))
    const results = await Promise.allSettled(
      [ben, cleo].map((customer) => on((code) => code.assign(customer, { by, replacing: ann.id })))
    )
    const lost = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(lost, 1)
    assert.equal(lost[0].reason.code, 'E_QR_CODE_TAKEN')
  })

  test('refuses a code out of use and an archived customer', async ({ assert }) => {
    const { on, inside, ann, ben, by } = await start()
    await inside(async () => (await Customer.findOrFail(ben.id)).archive())
    await assert.rejects(
      () => on(async (code) => code.assign(await Customer.findOrFail(ben.id), { by })),
      /This customer is archived/
    )
    await on((code) => code.retire({ by }))
    await assert.rejects(() => on((code) => code.assign(ann, { by })), /out of use/)
  })

  test('cannot be bound to a customer of another company', async ({ assert }) => {
    const { on, by, load } = await start()
    const other = await makeCompany()
    const zoe = await other.inside(() => Customer.register({ name: 'Zoe', country: 'US' }))
    await assert.rejects(() => on((code) => code.assign(zoe, { by })), /foreign key/)
    assert.equal((await load()).state, 'blank')
  })
})

test.group('QR code | undo', (group) => {
  group.each.teardown(() => clock.comeBack())

  test('takes a binding back to blank, twice calmly', async ({ assert }) => {
    const { on, ann, by, load, names } = await start()
    const assignment = await on((code) => code.assign(ann, { by }))
    for (let tap = 0; tap < 2; tap++) {
      await on(async (code) => code.undo(await QrAssignment.findOrFail(assignment.id), { by }))
    }
    assert.equal((await load()).state, 'blank')
    assert.deepEqual(await names(), ['qr_code.assigned', 'qr_code.released'])
  })

  test('gives a code that changed hands back to whom it was taken from', async ({ assert }) => {
    const { on, ann, ben, by, load, history } = await start()
    await on((code) => code.assign(ann, { by }))
    const taken = await on((code) => code.assign(ben, { by, replacing: ann.id }))
    await on(async (code) => code.undo(await QrAssignment.findOrFail(taken.id), { by }))
    assert.equal((await load()).customerId, ann.id)
    assert.deepEqual(await history(), [
      ['Ann Smith', 'ended'],
      ['Ben Jones', 'ended'],
      ['Ann Smith', 'open'],
    ])
  })

  test('is over after a minute, and never was for anybody else', async ({ assert }) => {
    const { on, tenant, ann, by } = await start()
    const { user: colleague } = await makeMember(tenant, 'admin')
    const assignment = await on((code) => code.assign(ann, { by }))
    const undoBy = (user: typeof by) =>
      on(async (code) => code.undo(await QrAssignment.findOrFail(assignment.id), { by: user }))
    await assert.rejects(() => undoBy(colleague), /can no longer be undone/)
    clock.travelTo(DateTime.utc().plus({ seconds: 61 }))
    await assert.rejects(() => undoBy(by), /can no longer be undone/)
  })
})

test.group('QR code | end of use', () => {
  test('retired or lost, it leaves its customer, and once only', async ({ assert }) => {
    for (const [verb, state, event] of [
      ['retire', 'retired', 'qr_code.retired'],
      ['reportLost', 'lost', 'qr_code.lost'],
    ] as const) {
      const { on, ann, by, load, history, names } = await start()
      await on((code) => code.assign(ann, { by }))
      await on((code) => code[verb]({ by }))
      await on((code) => code[verb]({ by }))
      assert.containSubset((await load()).serialize(), { state, customerId: null, assignedAt: null })
      assert.deepEqual(await history(), [['Ann Smith', 'ended']])
      assert.deepEqual(await names(), ['qr_code.assigned', event])
    }
  })

  test('comes back into use blank', async ({ assert }) => {
    const { on, ann, by, load } = await start()
    await on((code) => code.reportLost({ by }))
    await on((code) => code.release({ by }))
    await on((code) => code.assign(ann, { by }))
    assert.equal((await load()).state, 'assigned')
  })
})

test.group('QR code | states', () => {
  test('that are out of use are left for blank only, and what is lost may be retired', async ({ assert }) => {
    const { on, ann, by, load } = await start()
    await on((code) => code.reportLost({ by }))
    await on((code) => code.retire({ by }))
    await assert.rejects(() => on((code) => code.reportLost({ by })), /out of use already/)
    await assert.rejects(() => on((code) => code.assign(ann, { by })), /out of use/)
    assert.equal((await load()).state, 'retired')
    await on((code) => code.release({ by }))
    await on((code) => code.assign(ann, { by }))
    assert.equal((await load()).state, 'assigned')
  })

  test('are guarded by the database as well', async ({ assert }) => {
    const { on, by, inside, load } = await start()
    await on((code) => code.retire({ by }))
    await assert.rejects(
      async () => inside(async () => (await load()).merge({ state: 'lost' }).save()),
      /a code that is retired does not become lost/
    )
  })

  test('tell how a customer got a code and how it left them', async ({ assert }) => {
    const { on, ann, ben, by, inside } = await start()
    await on((code) => code.assign(ann, { by, from: 'field' }))
    const taken = await on((code) => code.assign(ben, { by, replacing: ann.id, from: 'desk' }))
    await on((code) => code.undo(taken, { by }))
    await on((code) => code.reportLost({ by }))
    const rows = await inside(() => QrAssignment.query().orderBy('id'))
    assert.deepEqual(
      rows.map(({ customerId, boundFrom, endedAs }) => [customerId, boundFrom, endedAs]),
      [
        [ann.id, 'field', 'moved'],
        [ben.id, 'desk', 'undone'],
        [ann.id, 'field', 'lost'],
      ]
    )
  })
})
