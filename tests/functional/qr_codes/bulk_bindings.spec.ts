import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Customer from '#app/customers/customer'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrCode from '#app/qr_codes/qr_code'
import StickerReport from '#app/qr_codes/sticker_report'
import { newId } from '#app/platform/ids'
import { CustomerContacts, CustomerSites } from '#app/customers/customer_parts'
import { makeMemberWith } from '#tests/access_factories'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { makeQrCodes } from '#tests/qr_factories'

type Line = { line: number; name: string | null; by: string | null; problem: string | null }

async function start() {
  const company = await makeCompany()
  const codes = await company.inside(() => makeQrCodes(6))
  const [ann, ben] = await company.inside(async () => [
    await Customer.register({
      name: 'Ann Smith',
      email: 'Ann@example.com',
      phone: '+13035550142',
      country: 'US',
    }),
    await Customer.register({ name: 'Ben Jones', phone: '+13035550143', country: 'US' }),
  ])
  return { ...company, codes, ann, ben }
}

const send = (client: ApiClient, { path, admin }: Company, body: object) =>
  client
    .post(path('/qr_codes/bulk_bindings'))
    .json(body)
    .loginAs(admin.identity)
    .withCsrfToken()
    .withInertia()
    .redirects(0)

const linesOf = async (
  client: ApiClient,
  company: Company,
  rows: string[],
  isChecked = false,
  head = 'Code,Customer'
) => {
  const response = await send(client, company, { list: [head, ...rows].join('\n'), isChecked })
  response.assertStatus(200)
  return response.inertiaProps.lines as Line[]
}

const bound = ({ inside }: Company) => inside(() => QrAssignment.query().orderBy('id'))

test.group('Binding many codes', () => {
  test('names customers by e-mail, phone or id, and changes nothing until the list was checked', async ({
    client,
    assert,
  }) => {
    const company = await start()
    const { codes, ann, ben } = company
    const rows = [
      `${codes[0].displayCode},ann@EXAMPLE.com`,
      `${codes[1].urlAt('https://crm.example.com')},(303) 555-0143`,
      `${codes[2].shortCode.toLowerCase()},${ann.id}`,
    ]
    const names = ['Ann Smith', 'Ben Jones', 'Ann Smith']
    const checked = await linesOf(client, company, rows)
    assert.deepEqual(
      checked.map(({ name, problem }) => [name, problem]),
      names.map((name) => [name, null])
    )
    assert.lengthOf(await bound(company), 0)
    await linesOf(client, company, rows, true)
    const assignments = await bound(company)
    assert.deepEqual(
      assignments.map(({ qrCodeId, customerId, boundFrom, assignedBy }) => [
        qrCodeId,
        customerId,
        boundFrom,
        assignedBy,
      ]),
      [ann, ben, ann].map(({ id }, index) => [codes[index].id, id, 'file', company.admin.user.id])
    )
    await linesOf(client, company, rows, true)
    assert.lengthOf(await bound(company), 3)
  })

  test('names customers by any contact, site or address, and says by which', async ({ client, assert }) => {
    const company = await start()
    const { codes, ann, ben, inside } = company
    await inside(async () => {
      await ann.revise({ street: '18 Elm St', postcode: '80205' })
      await new CustomerContacts(ann).add({ name: 'Jo', phone: '+13035550166', email: 'jo@example.com' })
      await ben.revise({ street: '2 Mill Ln', city: 'Denver' })
      await new CustomerSites(ben).add({ label: 'Mill', street: '4 Lake Rd', city: 'Dillon' })
      // Two who share a phone are told apart by where they live.
      const twin = await Customer.register({ name: 'Twin', phone: '303 555 0166', country: 'US' })
      await twin.revise({ street: '9 Oak Ave', postcode: '80205' })
    })
    const check = (rows: string[], by: Company = company) =>
      linesOf(client, by, rows, false, 'Code,Customer,Street,Postcode,City')
    const lines = await check([
      `${codes[0].displayCode},jo@example.com`,
      `${codes[1].displayCode},,4 lake road,,Dillon`,
      `${codes[2].displayCode},,18 Elm Street,80205,`,
      `${codes[3].displayCode},303 555 0166`,
      `${codes[4].displayCode},303 555 0166,9 Oak Avenue,80205`,
    ])
    assert.deepEqual(
      lines.map(({ name, by }) => [name, by]),
      [
        ['Ann Smith', 'e-mail address of their contact Jo'],
        ['Ben Jones', 'address of their site Mill'],
        ['Ann Smith', null],
        [null, null],
        ['Twin', null],
      ]
    )
    assert.match(lines[3].problem!, /2 customers share this/)
    const role = {
      grants: { customers: { read: 'all' } },
      fields: { customers: { address: 'none' } },
    } as const
    const blind = await makeMemberWith(company, 'admin', role as never)
    const [seen] = await check([`${codes[1].displayCode},,4 lake road,,Dillon`], { ...company, admin: blind })
    assert.match(seen.problem!, /No customer is found/)
  })

  test('gives back each line that cannot be bound with its reason, and binds the others', async ({
    client,
    assert,
  }) => {
    const company = await start()
    const { codes, ann, ben, inside, admin } = company
    const other = await start()
    await inside(async () => {
      await (await QrCode.findOrFail(codes[0].id)).retire({ by: admin.user })
      await (await QrCode.findOrFail(codes[1].id)).assign(ben, { by: admin.user })
      await Customer.register({ name: 'Namesake', email: 'ann@example.com', country: 'US' })
    })
    const lines = await linesOf(
      client,
      company,
      [
        `${codes[0].displayCode},${ann.id}`,
        `${codes[1].displayCode},${ann.id}`,
        `${codes[2].displayCode},ann@example.com`,
        `${codes[3].displayCode},nobody@example.com`,
        `${other.codes[0].displayCode},${ann.id}`,
        `what?,${ann.id}`,
        `${codes[4].displayCode},${other.ann.id}`,
        `${codes[5].displayCode},${ann.id}`,
        `${codes[5].displayCode},${ben.id}`,
      ],
      true
    )
    const expected = [
      /out of use/,
      /already bound to Ben Jones/,
      /2 customers share this/,
      /No customer is found/,
      /no such code/,
      /8 characters/,
      /No customer is found/,
      null,
      /line 9 already/,
    ]
    for (const [index, reason] of expected.entries()) {
      const { line, problem } = lines[index]
      assert.equal(line, index + 2)
      if (reason) assert.match(problem!, reason)
      else assert.isNull(problem)
    }
    const present = await inside(() => QrCode.query().where('state', 'assigned').orderBy('position'))
    assert.deepEqual(
      present.map(({ id, customerId }) => [id, customerId]),
      [
        [codes[1].id, ben.id],
        [codes[5].id, ann.id],
      ]
    )
  })

  test('gives refused lines back as a list that no spreadsheet computes and that can be taken in again', async ({
    client,
    assert,
  }) => {
    const company = await start()
    const list = `Code,Customer\n${company.codes[0].displayCode},+1 303 555 0199\n=1+1,ann@example.com`
    const refused = async (text: string) =>
      ((await send(client, company, { list: text })).inertiaProps as { refused: string }).refused
    const given = await refused(list)
    assert.include(given, "'+1 303 555 0199")
    assert.include(given, "'=1+1")
    assert.equal(await refused(given), given)
    const placed = await refused(
      `Code,Customer,City,Street\n${company.codes[0].displayCode},,Dillon,4 Lake Rd`
    )
    assert.match(placed, /Code,Customer,Street,City,Problem\r\n.+,,4 Lake Rd,Dillon,"No customer/)
  })

  test('says what a list lacks', async ({ client, assert }) => {
    const company = await makeCompany()
    const long = ['Code,Customer', ...Array.from({ length: 501 }, () => 'a,b')].join('\n')
    for (const [list, words] of [
      ['K7Q2-9F4M,ann@example.com', /must name the columns/],
      ['Code,Customer\n', /nothing below/],
      ['Code,Customer\n"a,b', /in or before line 2 is not closed/],
      [long, /501 lines/],
    ] as const) {
      const response = await send(client, company, { list })
      assert.match(JSON.stringify(response.flashMessages()), words)
    }
  })

  test('is not for people who may not bind', async ({ client }) => {
    const company = await start()
    const agent = await makeMember(company.tenant, 'agent')
    const response = await send(client, { ...company, admin: agent }, { list: 'Code,Customer\na,b' })
    response.assertStatus(403)
  })
})

test.group('The stock', () => {
  test('lists the blank codes of all batches until they are bound', async ({ client, assert }) => {
    const company = await start()
    const { path, admin, codes, ann, inside } = company
    const read = async () =>
      (await client.get(path('/qr_codes/stock')).loginAs(admin.identity).withInertia()).inertiaProps
    assert.containSubset(await read(), { meta: { count: '6' }, codes: [{ shortCode: codes[0].displayCode }] })
    await inside(async () => (await QrCode.findOrFail(codes[0].id)).assign(ann, { by: admin.user }))
    const after = (await read()) as { meta: { count: string }; codes: { id: string }[] }
    assert.equal(after.meta.count, '5')
    assert.notInclude(
      after.codes.map(({ id }) => id),
      codes[0].id
    )
  })

  test('says which stickers somebody reported', async ({ client, assert }) => {
    const { path, admin, codes, inside } = await start()
    await inside(() => StickerReport.take(codes[1], { comment: null, key: newId() }))
    const page = await client.get(path('/qr_codes/stock')).loginAs(admin.identity).withInertia()
    assert.deepEqual(page.inertiaProps.suspected, [codes[1].id])
  })
})
