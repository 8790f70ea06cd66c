import { test } from '@japa/runner'
import { openConnection, type CrmCarry } from '#plugins/crm/connection'
import { itIsACrm, Overheard } from '#plugins/crm/conformance'
import {
  CrmGoneError,
  CrmNeedsReconnectError,
  CrmNotAllowedError,
  CrmNotSupportedError,
  CrmRateLimitedError,
  CrmRejectedError,
  type CrmSettingError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import SalesforceCrm from '#plugins/crm/salesforce/adapter'
import { described, former } from '#tests/contract/salesforce/checks'
import { APP, SalesforceServer } from '#tests/contract/salesforce/server'

const servers: SalesforceServer[] = []

/** Each company has a domain of its own, and so a session of its own. */
async function connect(entered: Partial<typeof APP> & { keyField?: string } = {}, values?: string[]) {
  const server = await SalesforceServer.start()
  servers.push(server)
  const { host } = new URL(server.url)
  const settings = { ...APP, domain: host, ...entered }
  const { carry, lastHeaders } = new Overheard()
  const open = () =>
    new SalesforceCrm(
      openConnection({ host: server.url, settings, country: 'US', values, privateHost: host, carry })
    )
  return { server, open, adapter: open(), lastHeaders }
}

const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error
  )

async function stopAll() {
  for (const server of servers.splice(0)) await server.stop()
}

const KEYED = { keyField: 'Latchkey_Key__c' }

itIsACrm('salesforce', async () => {
  const { server, adapter, lastHeaders } = await connect(KEYED, ['Gate_Code__c'])
  const mergeDeals = (id: string, other: string) => {
    if (!server.leads.kept.has(id)) return null
    server.leads.drop(other, id)
    return id
  }
  return { adapter, lastHeaders, ownField: 'Gate_Code__c', within: (work) => work(), mergeDeals }
})

/** As when a company has agreed on the screen: the platform carries the token. */
async function letIn() {
  const server = await SalesforceServer.start()
  servers.push(server)
  const { host } = new URL(server.url)
  const { access } = server.desk.admit()
  const settings = { domain: host, user: `${server.url}/id/00D/005` }
  const { carry: listen, lastHeaders } = new Overheard()
  const carry: CrmCarry = (asked, send) => listen(asked, () => send(access))
  const way = { host: server.url, settings, country: 'US', privateHost: host, carry }
  return { server, adapter: new SalesforceCrm(openConnection(way)), lastHeaders }
}

itIsACrm('salesforce, let in on its screen', async () => {
  const { adapter, lastHeaders } = await letIn()
  return { adapter, lastHeaders, within: (work) => work() }
})

itIsACrm('salesforce, without a field for keys', async () => {
  const { adapter, lastHeaders } = await connect()
  return { adapter, lastHeaders, within: (work) => work() }
})

itIsACrm('salesforce, of a company that chooses countries from a list', async () => {
  const { server, adapter, lastHeaders } = await connect()
  server.hasCodes = true
  return { adapter, lastHeaders, within: (work) => work() }
})

test.group('Salesforce', (group) => {
  group.teardown(stopAll)

  const error = (errorCode: string) => [{ errorCode, message: 'Refused' }]
  const refusals: [string, Parameters<SalesforceServer['next']>[0], new (...given: never[]) => Error][] = [
    [
      'a user who may not do this',
      { status: 403, body: error('INSUFFICIENT_ACCESS') },
      CrmNeedsReconnectError,
    ],
    [
      'a day’s requests that are used up',
      { status: 403, body: error('REQUEST_LIMIT_EXCEEDED') },
      CrmRateLimitedError,
    ],
    ['a record that another holds', { status: 400, body: error('UNABLE_TO_LOCK_ROW') }, CrmUnavailableError],
    ['a duplicate rule', { status: 400, body: error('DUPLICATES_DETECTED') }, CrmRejectedError],
    ['a failure of its own', { status: 503, body: error('SERVER_UNAVAILABLE') }, CrmUnavailableError],
    ['a connection that breaks before the answer', { cut: 'before' }, CrmUnavailableError],
    ['half an answer', { cut: 'half' }, CrmUnavailableError],
  ]
  for (const [what, fault, expected] of refusals) {
    test(`${what} is told in the words of the contract`, async ({ assert }) => {
      const { server, adapter } = await connect()
      await adapter.test()
      server.next(fault)
      assert.instanceOf(await caught(adapter.search({ by: 'name', value: 'ann' })), expected)
    })
  }

  test('signs in once for all who ask at once, and again when the session has ended', async ({ assert }) => {
    const { server, open } = await connect()
    await Promise.all([1, 2, 3].map(() => open().search({ by: 'name', value: 'ann' })))
    assert.equal(server.signIns, 1)
    server.endSessions()
    const ann = await open().create({ name: 'Ann Lee' })
    assert.equal(server.signIns, 2)
    assert.equal(server.size, 1)
    assert.equal((await open().get(ann.id))!.name, 'Ann Lee')
  })

  test('makes nobody twice whose first answer was lost', async ({ assert }) => {
    const { server, adapter } = await connect(KEYED)
    await adapter.create({ name: 'Ann' }, 'key of Ann')
    server.next({ pass: true }, { cut: 'after' })
    assert.instanceOf(await caught(adapter.create({ name: 'Bob' }, 'key of Bob')), CrmUnavailableError)
    assert.equal(server.size, 2)
    const bob = await adapter.create({ name: 'Bob' }, 'key of Bob')
    assert.equal(bob.name, 'Bob')
    assert.equal(server.size, 2)
  })

  test('makes many in one request, each by itself, and the same again makes nobody twice', async ({
    assert,
  }) => {
    const { server, adapter } = await connect(KEYED)
    const some = ['Ann', 'Bob', 'Cal'].map((name) => ({
      fields: { name, email: `${name}@example.com` },
      key: name,
    }))
    some[1].fields.email = 'nowhere'
    const made = await adapter.createAll!(some)
    assert.deepEqual(
      made.map((one) => one?.name ?? null),
      ['Ann', null, 'Cal']
    )
    assert.lengthOf(
      server.exchanges.filter(({ method }) => method === 'PATCH'),
      1
    )
    await adapter.createAll!(some)
    assert.equal(server.size, 2)
  })

  test('leaves those of many to be made alone who have no place for a key', async ({ assert }) => {
    const { server, adapter } = await letIn()
    server.hasKeyField = false
    assert.deepEqual(await adapter.createAll!([{ fields: { name: 'Ann' }, key: 'a' }]), [null])
    assert.equal(server.size, 0)
  })

  test('makes an account and has its contact belong to it, or does neither', async ({ assert }) => {
    const { server, adapter } = await connect()
    const ann = await adapter.create({ name: 'Ann' })
    server.sales.mayUseAccounts = false
    const refused = await caught(adapter.companies.create(ann.id, { name: 'Ann & Sons' }))
    assert.instanceOf(refused, CrmNotAllowedError)
    assert.match((refused as Error).message, /accounts/)
    server.sales.mayUseAccounts = true
    const { id } = await adapter.companies.create(ann.id, { name: 'Ann & Sons' })
    assert.equal(server.contact(ann.id)!.AccountId, id)
    const bob = await adapter.create({ name: 'Bob' })
    server.drop(bob.id)
    assert.instanceOf(await caught(adapter.companies.create(bob.id, { name: 'B' })), CrmGoneError)
    assert.equal(server.sales.accounts.size, 1)
  })

  test('let in on its screen makes nobody by a key that its contacts have no place for', async ({
    assert,
  }) => {
    const { server, adapter } = await letIn()
    server.hasKeyField = false
    assert.instanceOf(await caught(adapter.create({ name: 'Bob' }, 'key')), CrmNotSupportedError)
    assert.equal(server.size, 0)
  })

  test('let in on its screen needs to be connected again when nobody is let in any more', async ({
    assert,
  }) => {
    const { server, adapter } = await letIn()
    await adapter.test()
    server.desk.withdraw()
    assert.instanceOf(await caught(adapter.search({ by: 'name', value: 'ann' })), CrmNeedsReconnectError)
    assert.equal(server.signIns, 0)
  })

  test('takes no field for keys that is none', async ({ assert }) => {
    for (const keyField of ['Gate_Code__c', 'Nothing__c', '../Account/x']) {
      const { adapter, server } = await connect({ keyField })
      const refused = await caught(adapter.test())
      assert.equal((refused as CrmSettingError).setting, 'keyField')
      if (keyField.includes('/')) await assert.rejects(() => adapter.create({ name: 'Bob' }, 'key'))
      assert.equal(server.size, 0)
    }
  })

  test('tells of its fields what they may hold and whether they may be written', async ({ assert }) => {
    const { adapter } = await connect()
    const fields = new Map((await adapter.fields()).map((field) => [field.name, field]))
    assert.containSubset(fields.get('LastName'), { isRequired: true, isWritable: true, isCustom: false })
    assert.containSubset(fields.get('CreatedDate'), { type: 'moment', isWritable: false })
    assert.containSubset(fields.get('District__c'), { type: 'choice', isCustom: true, maxLength: 80 })
    assert.deepEqual(fields.get('District__c')!.choices[0], { value: 'north', label: 'NORTH' })
  })

  test('follows those who were merged there, tells who ended, and misses those who were deleted', async ({
    assert,
  }) => {
    const { server, adapter } = await connect()
    const { cursor } = await adapter.changes(null)
    const [ann, twin, bob] = ['Ann', 'Twin', 'Bob'].map((LastName) => server.make({ LastName }))
    server.drop(twin, ann)
    server.drop(bob)
    assert.equal((await adapter.get(twin))!.id, ann)
    assert.equal((await adapter.update(twin, { city: 'Boulder' })).id, ann)
    const changed = await adapter.changes(cursor)
    assert.deepEqual(
      changed.customers.map(({ id }) => id),
      [ann]
    )
    const { ended, isMore } = await adapter.changes(changed.cursor)
    assert.sameDeepMembers(ended, [
      { id: twin, into: ann },
      { id: bob, into: null },
    ])
    assert.isFalse(isMore)
    assert.deepEqual(await adapter.missing([ann, twin, bob]), [bob])
    assert.instanceOf(await caught(adapter.update(bob, { city: 'X' })), CrmGoneError)
  })

  test('needs to be connected again when the app is not taken any more', async ({ assert }) => {
    const { server, adapter } = await connect()
    await adapter.test()
    server.isAppTaken = false
    server.endSessions()
    assert.instanceOf(await caught(adapter.create({ name: 'Ann' })), CrmNeedsReconnectError)
    assert.equal(server.size, 0)
  })

  test('a secret that is wrong opens nothing, also beside a session that is open', async ({ assert }) => {
    const { server, adapter } = await connect()
    await adapter.test()
    const { host } = new URL(server.url)
    const settings = { ...APP, domain: host, clientSecret: 'guessed' }
    const stranger = new SalesforceCrm(
      openConnection({ host: server.url, settings, country: 'US', privateHost: host })
    )
    assert.instanceOf(await caught(stranger.test()), CrmNeedsReconnectError)
    assert.instanceOf(await caught(stranger.search({ by: 'name', value: 'ann' })), CrmNeedsReconnectError)
  })

  test('tells how much of a day is used, and nothing of what it does not understand', ({ assert }) => {
    const told = (words: string) => SalesforceCrm.usageIn(new Headers({ 'sforce-limit-info': words }))
    const day = { seconds: 86_400, resetsAt: null }
    assert.deepEqual(told('api-usage=18/5000'), [{ used: 18, requests: 5000, ...day }])
    assert.deepEqual(told('api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)'), [
      { used: 25, requests: 5000, ...day },
    ])
    for (const words of ['', 'api-usage=', 'api-usage=many/5000', 'per-app-api-usage=17/250'])
      assert.deepEqual(told(words), [], words)
  })

  test('our description of the API still says what the folder of contracts says', ({ assert }) => {
    for (const [path, operations] of Object.entries(former!.paths))
      assert.containSubset(described.paths[path], operations, path)
  }).skip(former === null, 'the former description is not beside the project (VENDOR_CONTRACTS)')

  test('takes the newest version of the API that it was written for', async ({ assert }) => {
    const { server, adapter } = await connect()
    await adapter.create({ name: 'Ann' })
    const data = server.exchanges.filter(({ path }) => /^\/services\/data\/v/.test(path))
    assert.isNotEmpty(data)
    assert.isTrue(data.every(({ path }) => path.startsWith('/services/data/v67.0/')))
  })

  test('no text that is looked for leaves its quotes or stands for others', async ({ assert }) => {
    const { server, adapter } = await connect()
    server.make({ LastName: 'Secret', Email: 'secret@example.com' })
    const odd = ["O'Neil", '100%', 'under_score', 'back\\slash', "\\' OR Name LIKE '%"]
    for (const name of odd) await adapter.create({ name })
    for (const value of odd.slice(0, 4)) {
      const found = await adapter.search({ by: 'name', value })
      assert.deepEqual(
        found.map(({ name }) => name),
        [value]
      )
    }
    for (const value of [
      "' OR LastName LIKE '%",
      "x' OR Email = 'secret@example.com",
      '%',
      '_____%',
      "\\' OR Name LIKE '%25",
    ]) {
      for (const by of ['text', 'name', 'email', 'phone'] as const) {
        const found = await adapter.search({ by, value })
        assert.notInclude(
          found.map(({ name }) => name),
          'Secret',
          value
        )
      }
    }
  })

  test('finds a number however it was typed there', async ({ assert }) => {
    const { server, adapter } = await connect()
    const id = server.make({ LastName: 'Typed', Phone: '(303) 555-0142' })
    server.make({ LastName: 'Other', Phone: '(720) 555-0142' })
    const found = await adapter.search({ by: 'phone', value: '+1 303 555 0142' })
    assert.deepEqual(
      found.map((one) => one.id),
      [id]
    )
  })

  test('keeps street and unit in one field, and changes one without the other', async ({ assert }) => {
    const { server, adapter } = await connect()
    const { id } = await adapter.create({ name: 'Ann', street: '18 Elm Street', unit: 'Apt 2' })
    assert.equal(server.contact(id)!.MailingStreet, '18 Elm Street\nApt 2')
    assert.containSubset(await adapter.update(id, { unit: 'Apt 3' }), {
      street: '18 Elm Street',
      unit: 'Apt 3',
    })
    assert.containSubset(await adapter.update(id, { street: '20 Elm Street' }), {
      street: '20 Elm Street',
      unit: 'Apt 3',
    })
  })

  test('names the field that it refuses', async ({ assert }) => {
    const { adapter } = await connect()
    const refused = await caught(adapter.create({ name: 'Ann', email: 'no address' }))
    assert.equal((refused as CrmRejectedError).field, 'email')
  })

  test('talks to a My Domain of Salesforce and to nobody else', ({ assert }) => {
    const hostOf = (domain: string) => SalesforceCrm.hostOf({ domain })
    assert.equal(hostOf('Brightwater.my.salesforce.com'), 'https://brightwater.my.salesforce.com')
    assert.equal(
      hostOf('https://acme--dev.sandbox.my.salesforce.com/'),
      'https://acme--dev.sandbox.my.salesforce.com'
    )
    for (const domain of [
      'evil.example',
      'my.salesforce.com',
      'x.my.salesforce.com.evil.example',
      'evil.example/x.my.salesforce.com',
      'evil.example#.my.salesforce.com',
      'user@x.my.salesforce.com',
      'x.my.salesforce.com:8443',
      '169.254.169.254',
      'http://x.my.salesforce.com',
      '',
    ])
      assert.throws(() => hostOf(domain), /My Domain/)
  })
})
