import { test } from '@japa/runner'
import Customer from '#app/customers/customer'
import LeadFlow from '#app/lead_flows/lead_flow'
import QrBatch from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'
import { makeCompany, makeMember } from '#tests/factories'
import { eventNames } from '#tests/lead_factories'
import { makeQrCode, makeQrCodes } from '#tests/qr_factories'
import { readZip } from '#tests/zip_reader'

const ORDER = {
  name: 'Spring route',
  quantity: 30,
  template: 'a4-24',
  startAt: 1,
  leadFlowId: null,
  isDemo: true,
}

test.group('A new batch', () => {
  test('is ordered by an admin, for this installation, as a demo on a loopback address', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin } = await makeCompany()
    const form = await client.get(path('/qr_batches/new')).loginAs(admin.identity).withInertia()
    assert.containSubset(form.inertiaProps, { isLoopback: true, maxQuantity: 10_000, preferred: 'letter-20' })
    const made = await client
      .post(path('/qr_batches'))
      .json(ORDER)
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    const batch = await inside(() => QrBatch.firstOrFail())
    made.assertHeader('location', path(`/qr_batches/${batch.id}`))
    assert.containSubset(batch.serialize(), { quantity: 30, isDemo: true, createdBy: admin.user.id })
    assert.match(batch.host, /^http:\/\/localhost:\d+$/)
  })

  test('for a loopback address is refused unless it is meant as a demo', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const response = await client
      .post(path('/qr_batches'))
      .json({ ...ORDER, isDemo: false })
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    assert.match(String(response.flashMessage('error')), /open on this machine only/)
    assert.isNull(await inside(() => QrBatch.first()))
  })

  test('is refused when it is too large, on no known sheet, or beside the sheet', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin } = await makeCompany()
    for (const wrong of [
      { quantity: 10_001 },
      { quantity: 0 },
      { template: 'a5' },
      { startAt: 25 },
      { name: '' },
    ]) {
      const response = await client
        .post(path('/qr_batches'))
        .json({ ...ORDER, ...wrong })
        .loginAs(admin.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
      assert.property(response.flashMessages(), 'inputErrorsBag', JSON.stringify(wrong))
    }
    assert.isNull(await inside(() => QrBatch.first()))
  })

  test('asks only flows of the own company', async ({ client }) => {
    const { path, admin } = await makeCompany()
    const other = await makeCompany()
    const flow = await other.inside(() => LeadFlow.startFor(other.tenant))
    const response = await client
      .post(path('/qr_batches'))
      .json({ ...ORDER, leadFlowId: flow.id })
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    response.assertStatus(404)
  })

  test('is not for agents and people on the road', async ({ client }) => {
    const { path, tenant } = await makeCompany()
    for (const role of ['agent', 'field_user'] as const) {
      const member = await makeMember(tenant, role)
      const response = await client
        .post(path('/qr_batches'))
        .json(ORDER)
        .loginAs(member.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
      response.assertStatus(403)
    }
  })
})

test.group('A batch', () => {
  test('shows how far its codes have come, and finds one by what is printed on it', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin } = await makeCompany()
    const codes = await inside(() => makeQrCodes(60))
    await inside(async () => {
      const ann = await Customer.register({ name: 'Ann Smith', country: 'US' })
      await codes[3].assign(ann, { by: admin.user })
      await codes[4].reportLost({ by: admin.user })
    })
    const read = async (qs: object) =>
      (
        await client
          .get(path(`/qr_batches/${codes[0].qrBatchId}`))
          .qs(qs)
          .loginAs(admin.identity)
          .withInertia()
      ).inertiaProps as {
        counts: object
        codes: { shortCode: string; position: number; customer: { name: string } | null }[]
        meta: { nextCursor: string | null }
      }
    const first = await read({})
    assert.deepEqual(first.counts, { blank: 58, assigned: 1, retired: 0, lost: 1, reported: 0 })
    assert.lengthOf(first.codes, 50)
    assert.deepEqual(
      (await read({ after: first.meta.nextCursor })).codes.map(({ position }) => position),
      [51, 52, 53, 54, 55, 56, 57, 58, 59, 60]
    )
    assert.deepEqual(
      (await read({ state: 'assigned' })).codes.map(({ customer }) => customer?.name),
      ['Ann Smith']
    )
    const found = await read({ search: codes[7].displayCode.toLowerCase().slice(0, 7) })
    assert.deepEqual(
      found.codes.map(({ position }) => position),
      [8]
    )
    assert.deepEqual((await read({ search: 'U' })).codes, [])
  })

  test('is printed as sheets, page by page, and counts it', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const [code] = await inside(() => makeQrCodes(30))
    const sheet = await client.get(path(`/qr_batches/${code.qrBatchId}/sheet`)).loginAs(admin.identity)
    sheet.assertStatus(200)
    sheet.assertHeader('content-type', 'application/pdf')
    assert.match(
      sheet.header('content-disposition')!,
      /^attachment; filename="co-[a-z0-9]+-codes-of-a-test\.pdf"$/
    )
    const pdf = sheet.body().toString('latin1')
    assert.match(pdf, /^%PDF-1\.7/)
    assert.match(pdf, /\/Count 2\b/)
    assert.match(pdf, /%%EOF\s*$/)
    const batch = await inside(() => QrBatch.findOrFail(code.qrBatchId))
    assert.equal(batch.printCount, 1)
    assert.deepEqual(await inside(() => eventNames(batch)), ['qr_batch.created', 'qr_batch.printed'])
  })

  test('is printed again in part, and tells what was printed when, by whom and for which host', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin } = await makeCompany()
    const codes = await inside(() => makeQrCodes(30))
    const at = path(`/qr_batches/${codes[0].qrBatchId}`)
    const print = (qs: object) => client.get(`${at}/sheet`).qs(qs).loginAs(admin.identity)
    await print({})
    const again = await print({ from: 3, to: 27, startAt: 24 })
    assert.match(again.body().toString('latin1'), /\/Count 2\b/)
    const { printings } = (await client.get(`${at}/printings`).loginAs(admin.identity).withInertia())
      .inertiaProps as { printings: object[] }
    assert.lengthOf(printings, 2)
    const always = { host: 'https://crm.example.com', printedBy: admin.user.name }
    assert.containSubset(printings[0], { ...always, copy: 2, firstLabel: 3, lastLabel: 27, startAt: 24 })
    assert.containSubset(printings[1], { ...always, copy: 1, firstLabel: 1, lastLabel: 30, startAt: 1 })
  })

  test('is handed to a print shop as single files with a list, which counts as a print', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin } = await makeCompany()
    const codes = await inside(() => makeQrCodes(4))
    const at = path(`/qr_batches/${codes[0].qrBatchId}`)
    const request = client.get(`${at}/symbols`).qs({ format: 'svg', from: 2 }).loginAs(admin.identity)
    request.request.responseType('blob')
    const zip = await request
    zip.assertHeader('content-type', 'application/zip')
    assert.match(zip.header('content-disposition')!, /codes-of-a-test-svg\.zip"$/)
    const names = [...readZip(zip.body() as Buffer).keys()]
    assert.deepEqual(names, [
      ...codes.slice(1).map(({ position, displayCode }) => `0000${position}-${displayCode}.svg`),
      'manifest.csv',
    ])
    const page = await client.get(`${at}/printings`).loginAs(admin.identity).withInertia()
    assert.containSubset(page.inertiaProps, { printings: [{ format: 'svg', firstLabel: 2, lastLabel: 4 }] })
  })

  test('has no labels but its own to print', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const [code] = await inside(() => makeQrCodes(5))
    for (const wrong of [{ to: 6 }, { from: 4, to: 2 }, { from: 0 }, { startAt: 25 }]) {
      const refused = await client
        .get(path(`/qr_batches/${code.qrBatchId}/sheet`))
        .qs(wrong)
        .header('accept', 'application/json')
        .loginAs(admin.identity)
        .redirects(0)
      assert.notEqual(refused.header('content-type'), 'application/pdf', JSON.stringify(wrong))
    }
    const batch = await inside(() => QrBatch.findOrFail(code.qrBatchId))
    assert.equal(batch.printCount, 0)
  })

  test('is printed by those who may, and only their own', async ({ client }) => {
    const { path, inside, tenant } = await makeCompany()
    const other = await makeCompany()
    const [code] = await inside(() => makeQrCodes(1))
    const agent = await makeMember(tenant, 'agent')
    const refused = await client.get(path(`/qr_batches/${code.qrBatchId}/sheet`)).loginAs(agent.identity)
    refused.assertStatus(403)
    const stranger = await client
      .get(other.path(`/qr_batches/${code.qrBatchId}/sheet`))
      .loginAs(other.admin.identity)
    stranger.assertStatus(404)
  })
})

test.group('A code', () => {
  test('shows whose it was, and leaves its customer when it is lost, retired or taken back', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin } = await makeCompany()
    const codes = await inside(() => makeQrCodes(3))
    const ann = await inside(() => Customer.register({ name: 'Ann Smith', country: 'US' }))
    for (const [index, [method, verb, state]] of [
      ['POST', 'loss', 'lost'],
      ['POST', 'retirement', 'retired'],
      ['DELETE', 'assignment', 'blank'],
    ].entries()) {
      const at = path(`/qr_codes/${codes[index].id}`)
      await inside(async () => (await QrCode.findOrFail(codes[index].id)).assign(ann, { by: admin.user }))
      await client
        .request(`${at}/${verb}`, method)
        .loginAs(admin.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
      const page = await client.get(at).loginAs(admin.identity).withInertia()
      assert.containSubset(page.inertiaProps, {
        code: { state, customer: null },
        history: [
          {
            customer: { name: 'Ann Smith' },
            endedAs: state,
            boundBy: admin.user.name,
            endedBy: admin.user.name,
          },
        ],
      })
    }
  })

  test('is managed by leading people only', async ({ client }) => {
    const { path, inside, tenant } = await makeCompany()
    const [code] = await inside(() => makeQrCodes(1))
    for (const role of ['agent', 'field_user', 'associate'] as const) {
      const member = await makeMember(tenant, role)
      const response = await client
        .post(path(`/qr_codes/${code.id}/loss`))
        .loginAs(member.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
      response.assertStatus(403)
    }
  })

  test('is bound from the desk by what is typed, and says when that is wrong', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const other = await makeCompany()
    const [code] = await inside(() => makeQrCodes(1))
    const [foreign] = await other.inside(() => makeQrCodes(1))
    const ann = await inside(() => Customer.register({ name: 'Ann Smith', country: 'US' }))
    const look = (typed: string) =>
      client
        .get(path(`/customers/${ann.id}/qr_codes/new`))
        .qs({ code: typed })
        .loginAs(admin.identity)
        .withInertia()
    assert.containSubset((await look(code.displayCode)).inertiaProps, {
      code: { id: code.id },
      problem: null,
    })
    const swapped = code.shortCode.slice(0, 7) + (code.shortCode[7] === '0' ? '1' : '0')
    const mistyped = await look(swapped)
    mistyped.assertStatus(200)
    assert.match(mistyped.inertiaProps.problem as string, /One of these characters is wrong/)
    const unknown = await look(foreign.displayCode)
    unknown.assertStatus(404)
    assert.match(unknown.inertiaProps.problem as string, /no such code/)
    const bound = await client
      .post(path(`/customers/${ann.id}/qr_codes`))
      .json({ qrCodeId: code.id })
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    bound.assertHeader('location', path(`/customers/${ann.id}`))
    const page = await client
      .get(path(`/qr_codes/${code.id}`))
      .loginAs(admin.identity)
      .withInertia()
    assert.containSubset(page.inertiaProps, {
      history: [{ customer: { id: ann.id }, boundBy: admin.user.name, boundFrom: 'desk', endedAt: null }],
    })
  })
})

test.group('A batch that is changed', () => {
  const batchOfOne = async () => QrBatch.findOrFail((await makeQrCode()).qrBatchId)
  const CHANGE = { name: 'Autumn route', purpose: 'For boilers', leadFlowId: null }

  test('opens another flow from the next scan on, and its history tells', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const { batch, flow } = await inside(async () => {
      const other = await LeadFlow.begin('Boilers')
      await other.publish()
      return { batch: await batchOfOne(), flow: other }
    })
    const change = (body: object) =>
      client
        .put(path(`/qr_batches/${batch.id}`))
        .json(body)
        .loginAs(admin.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
    ;(await change({ ...CHANGE, leadFlowId: flow.id })).assertStatus(303)
    ;(await change({ ...CHANGE, leadFlowId: flow.id })).assertStatus(303)
    const changed = await inside(() => QrBatch.findOrFail(batch.id))
    assert.containSubset(changed.serialize(), { ...CHANGE, leadFlowId: flow.id })
    assert.deepEqual(await inside(() => eventNames(changed)), ['qr_batch.created', 'qr_batch.updated'])
    const history = await client
      .get(path(`/history/qr_batches/${batch.id}`))
      .loginAs(admin.identity)
      .withInertia()
    const [entry] = history.inertiaProps.entries as {
      changes: { field: string; after: { words: string } }[]
    }[]
    assert.equal(entry.changes.find(({ field }) => field === 'leadFlowId')?.after.words, 'Boilers')
  })

  test('keeps a flow that went out of use, and is given none that is', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const { batch, flow } = await inside(async () => {
      const other = await LeadFlow.begin('Boilers')
      await other.publish()
      await other.archive()
      return { batch: await batchOfOne(), flow: other }
    })
    const change = () =>
      client
        .put(path(`/qr_batches/${batch.id}`))
        .json({ ...CHANGE, leadFlowId: flow.id })
        .loginAs(admin.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
    ;(await change()).assertStatus(404)
    await inside(() => batch.merge({ leadFlowId: flow.id }).save())
    ;(await change()).assertStatus(303)
    assert.equal((await inside(() => QrBatch.findOrFail(batch.id))).name, 'Autumn route')
  })

  test('is nothing for a field user', async ({ client }) => {
    const { path, inside, tenant } = await makeCompany()
    const { identity } = await makeMember(tenant, 'field_user')
    const batch = await inside(batchOfOne)
    const refused = await client
      .put(path(`/qr_batches/${batch.id}`))
      .json(CHANGE)
      .loginAs(identity)
      .withCsrfToken()
      .redirects(0)
    refused.assertStatus(403)
  })
})
