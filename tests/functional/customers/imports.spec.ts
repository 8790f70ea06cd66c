import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Customer from '#app/customers/customer'
import { CustomerContacts, CustomerSites } from '#app/customers/customer_parts'
import { newId } from '#app/platform/ids'
import { csvLine, textOf } from '#app/platform/csv'
import { csvRows } from '#tests/csv_reader'
import { countStatements } from '#tests/count_statements'
import { makeMemberWith } from '#tests/access_factories'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { eventNames } from '#tests/lead_factories'

type Row = { line: number; name: string; changes: string[]; state: string; problem: string | null }
type Sent = { isChecked?: boolean; by?: Member; submissionKey?: string }

async function start() {
  const company = await makeCompany()
  const ann = await company.inside(() =>
    Customer.register({
      name: 'Ann "A" Smith',
      phone: '(303) 555-0142',
      street: '18 Elm St',
      postcode: '00501',
      country: 'US',
      notes: 'Two\r\nlines',
    })
  )
  await company.inside(async () => {
    const contacts = new CustomerContacts(ann)
    await contacts.add({ name: 'Jo', role: 'Tenant', phone: '+491701234567', email: 'jo@example.com' })
    await contacts.add({ name: '=Cy' })
    const sites = new CustomerSites(ann)
    await sites.add({ label: 'Mill', street: '4 Lake Rd', city: 'Wien', country: 'AT', notes: 'Key at bar' })
  })
  await company.inside(() => Customer.register({ name: 'Ben', country: 'US' }))
  return { ...company, ann }
}

const send = (client: ApiClient, { path, admin }: Company, list: string, sent: Sent = {}) =>
  client
    .post(path('/customers/imports'))
    .json({ list, isChecked: sent.isChecked ?? false, submissionKey: sent.submissionKey ?? newId() })
    .loginAs((sent.by ?? admin).identity)
    .withCsrfToken()
    .withInertia()
    .redirects(0)

async function take(client: ApiClient, company: Company, list: string, sent: Sent = { isChecked: true }) {
  const answer = await send(client, company, list, sent)
  answer.assertStatus(200)
  return answer.inertiaProps as unknown as { rows: Row[]; ignored: string[]; refused: string }
}

async function exported(client: ApiClient, { path, admin }: Company) {
  const begun = await client
    .post(path('/customers/exports'))
    .json({})
    .loginAs(admin.identity)
    .withCsrfToken()
    .withInertia()
    .redirects(0)
  const file = await client.get(begun.flashMessage('download') as unknown as string).loginAs(admin.identity)
  const text = (file.text() ?? String(file.body())).replace(/^\uFEFF/, '')
  const [head, ...rows] = csvRows(text).map((row) => row.map(textOf))
  return { text, head, rows, at: (label: string) => head.indexOf(label) }
}

const written = (rows: string[][]) => rows.map(csvLine).join('')

const everything = ({ inside }: Company) =>
  inside(async () => {
    const customers = await Customer.query().orderBy('name')
    await Customer.loadParts(customers)
    const PARTS = ['id', 'updatedAt', 'createdAt', 'customerId', 'tenantId']
    const plain = (record: { serialize(): object }) =>
      Object.fromEntries(Object.entries(record.serialize()).filter(([key]) => !PARTS.includes(key)))
    return customers.map((one) => ({
      ...plain(one),
      submissionKey: null,
      contacts: one.contacts.map(plain),
      sites: one.sites.map(plain),
    }))
  })

test.group('Customers from a spreadsheet', () => {
  test('come back from an export as they were, here and in another company', async ({ client, assert }) => {
    const company = await start()
    const { text, head, rows, at } = await exported(client, company)
    assert.includeMembers(head, ['Contact', 'Contact 3', 'Contact 2 e-mail', 'Site 2 country', 'Site 2 id'])
    const ann = rows.find((row) => row[at('Name')].startsWith('Ann'))!
    assert.equal(ann[at('Contact 2 phone')], '+49 170 1234567')
    assert.include(text, "'=Cy")
    const before = await everything(company)
    const same = await take(client, company, text)
    assert.deepEqual(
      same.rows.map(({ state, problem }) => [state, problem]),
      [
        ['same', null],
        ['same', null],
      ]
    )
    assert.deepEqual(await everything(company), before)

    const other = await makeCompany()
    const ids = head.flatMap((label, index) => (/\bid$/i.test(label) ? [index] : []))
    const anew = rows.map((row) => row.map((cell, index) => (ids.includes(index) ? '' : cell)))
    const taken = await take(client, other, written([head, ...anew]))
    assert.deepEqual(
      taken.rows.map(({ state }) => state),
      ['new', 'new']
    )
    const theirs = (list: object[]) => list.map((one) => ({ ...one, createdBy: null, submissionKey: null }))
    assert.deepEqual(theirs(await everything(other)), theirs(before))
  })

  test('are changed where a cell says something else, contacts and sites too', async ({ client, assert }) => {
    const company = await start()
    const { ann, inside } = company
    const { head, rows, at } = await exported(client, company)
    const row = rows.find((cells) => cells[at('Id')] === ann.id)!
    const edits = {
      Phone: '303 555 0143',
      Postcode: '501',
      Notes: '',
      'Contact role': 'Owner',
      'Contact 2 phone': '303 555 0199',
      'Contact 3': 'Cyrus',
      'Site 2 city': 'Graz',
    }
    for (const [label, cell] of Object.entries(edits)) row[at(label)] = cell
    const list = written([
      [...head, 'Contact 4', 'Contact 4 e-mail', 'Mood'],
      [...row, 'Di', 'di@example.com', 'fine'],
    ])
    const checked = await take(client, company, list, {})
    assert.deepEqual(checked.ignored, ['Mood'])
    assert.deepEqual(checked.rows[0].changes, [
      'Phone',
      'Contact role',
      'Contact 2 phone',
      'Contact 3',
      'Contact 4',
      'Site 2 city',
    ])
    assert.equal((await inside(() => Customer.findOrFail(ann.id))).phone, '+13035550142')
    await take(client, company, list)
    await inside(async () => {
      const known = await Customer.withParts(await Customer.findOrFail(ann.id))
      assert.containSubset(known.$attributes, {
        phone: '+13035550143',
        postcode: '00501',
        notes: 'Two\r\nlines',
      })
      assert.deepEqual(
        known.contacts.map(({ name, role, phone, email }) => [name, role, phone, email]),
        [
          ['Ann "A" Smith', 'Owner', null, null],
          ['Jo', 'Tenant', '+13035550199', 'jo@example.com'],
          ['Cyrus', null, null, null],
          ['Di', null, null, 'di@example.com'],
        ]
      )
      assert.equal(known.sites[1].city, 'Graz')
    })
    // What was added has no id in this list, and is still not added again.
    assert.equal((await take(client, company, list)).rows[0].state, 'same')
  })

  test('that are new need a person where somebody may be known by any contact or site', async ({
    client,
    assert,
  }) => {
    const company = await start()
    const { ann, inside } = company
    const list = [
      'Name,Phone,Contact 2,Contact 2 e-mail,Site 2 street,Site 2 city,Id',
      'Mill Ltd,,Jo,JO@example.com',
      'Barn Ltd,,,,4 Lake Road,wien',
      'Cleo,303 555 0170',
      'Cleo again,(303) 555-0170',
      'Tenant,303 555 0142,,,,,new',
    ].join('\n')
    const { rows, refused } = await take(client, company, list)
    assert.match(rows[0].problem!, /Ann "A" Smith \(e-mail address of their contact Jo\)/)
    assert.include(rows[0].problem!, ann.id)
    assert.match(rows[1].problem!, /address of their site Mill/)
    assert.match(rows[3].problem!, /Line 4 has the same/)
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['refused', 'refused', 'new', 'refused', 'new']
    )
    const again = await take(client, company, refused)
    assert.deepEqual(
      again.rows.map(({ state }) => state),
      ['refused', 'refused', 'refused']
    )
    assert.lengthOf(await inside(() => Customer.query()), 4)
  })

  test('are made once, however often the list arrives', async ({ client, assert }) => {
    const company = await makeCompany()
    const sent = { isChecked: true, submissionKey: newId() }
    for (let time = 0; time < 2; time++) {
      const { rows } = await take(client, company, 'Name,Phone,Contact 2\nNemo,303 555 0142,Di', sent)
      assert.equal(rows[0].state, 'new')
    }
    const [nemo, ...others] = await company.inside(() => Customer.query())
    assert.isEmpty(others)
    assert.deepEqual(await company.inside(() => eventNames(nemo)), ['customer.created', 'customer.updated'])
  })

  test('are refused row by row, with the cell and what to do about it', async ({ client, assert }) => {
    const company = await start()
    const other = await start()
    const { ann, inside } = company
    const archived = await inside(async () => {
      const one = await Customer.register({ name: 'Old', country: 'US' })
      await one.archive()
      return one
    })
    const [, jo] = await inside(() => new CustomerContacts(ann).list())
    await inside(async () => new CustomerContacts(ann).revise(jo, {}, true))
    const rows = [
      ['', 'Zed', '12', '', '', ''],
      ['', '', '303 555 0190', '', '', ''],
      ['', 'Zed', '', 'Jo', '', 'jo@'],
      ['', 'Zed', '', '', '', 'zed@example.com'],
      [other.ann.id, 'Theirs', '', '', '', ''],
      ['what', 'Zed', '', '', '', ''],
      [archived.id, 'Old', '', '', '', ''],
      [ann.id, '', '', '', newId(), ''],
      [ann.id, '', '', '', jo.id, ''],
    ]
    const expected = [
      /^Phone: Enter a complete phone number/,
      /^Name: Fill this in/,
      /^Contact 2 e-mail: Enter an e-mail address/,
      /^Contact 2: Fill this in/,
      /No customer has this Id/,
      /No customer has this Id/,
      /archived/,
      /^Contact 2: this customer has none of this id/,
      /^Contact 2 is the primary one by now/,
    ]
    const before = await everything(company)
    const head = ['Id', 'Name', 'Phone', 'Contact 2', 'Contact 2 id', 'Contact 2 e-mail']
    const { rows: told } = await take(client, company, written([head, ...rows]))
    for (const [index, reason] of expected.entries()) assert.match(told[index].problem!, reason)
    assert.deepEqual(await everything(company), before)
    for (const [list, words] of [
      ['Phone\n303 555 0142', /must name the columns/],
      ['Name\n', /nothing below/],
      ['Name\n"a', /in or before line 2 is not closed/],
      [`Name\n${'a\n'.repeat(1_001)}`, /1,001 lines/],
    ] as const)
      assert.match(JSON.stringify((await send(client, company, list)).flashMessages()), words)
  })

  test('go no further than the role of whoever brings them', async ({ client, assert }) => {
    const company = await start()
    const { ann, tenant } = company
    const lines = [`Id,Name,Phone,Site 2 street`, `${ann.id},,303 555 0188,`, `${ann.id},,,9 Oak Ave`].join(
      '\n'
    )
    const seen = { grants: { customers: { read: 'all', create: 'all', edit: 'own' } } } as const
    const own = await makeMemberWith(company, 'agent', seen as never)
    const [first] = (await take(client, company, lines, { by: own, isChecked: true })).rows
    assert.match(first.problem!, /Your role cannot change this customer/)
    const blind = await makeMemberWith(company, 'agent', {
      grants: { customers: { read: 'all', create: 'all', edit: 'all' } },
      fields: { customers: { phone: 'read', address: 'read' } },
    } as never)
    const { rows } = await take(client, company, lines, { by: blind, isChecked: true })
    assert.match(rows[0].problem!, /^Phone: Your role lets you see the phone number, not change it/)
    assert.match(rows[1].problem!, /Your role/)
    const reader = await makeMemberWith(company, 'agent', {
      grants: { customers: { create: 'none' } },
    } as never)
    ;(await send(client, company, lines, { by: reader })).assertStatus(403)
    ;(await send(client, company, lines, { by: await makeMember(tenant, 'admin') })).assertStatus(200)
  })

  test('are looked up all at once', async ({ client, assert }) => {
    const company = await start()
    const list = (count: number) =>
      ['Name,Phone', ...Array.from({ length: count }, (_, at) => `New ${at},303 555 ${1_000 + at}`)].join(
        '\n'
      )
    const asked = (count: number) => countStatements(() => take(client, company, list(count), {}), /customer/)
    const few = await asked(2)
    assert.equal(await asked(200), few)
  })
})
