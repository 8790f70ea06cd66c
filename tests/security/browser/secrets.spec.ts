import { test } from '@japa/runner'
import { MailServer } from '#tests/mail_server'
import { Product } from '#tests/product'
import { formsOf, Markers } from '#tests/security/markers'
import { inFiles, inTables, allTables } from '#tests/security/left_behind'
import { owner } from '#tests/security/database_print'
import { columns } from '#tests/security/surface'
import { SecretLife, type Refused } from '#tests/security/browser/secret_life'

/** Every column that could hold a secret: the kinds whose traces it keeps, or why it holds none. */
const COLUMNS: Record<string, string[] | string> = {
  'access_tokens.token_hash': ['access token', 'personal token', 'service token'],
  'refresh_tokens.token_hash': ['refresh token'],
  'scim_tokens.token_hash': ['token of a directory'],
  'identities.password': ['password'],
  'registrations.password_hash': ['password', 'link registration'],
  'identity_links.secret_hash': ['link sign_in', 'link password_reset'],
  'link_tokens.token_hash': ['link invitation', 'link lead_status'],
  'two_factors.secret': ['secret of an app', 'code of an app'],
  'confirmation_codes.code_hash': ['step-up code'],
  'recovery_codes.code_hash': ['recovery code'],
  'devices.key_hash': ['device key'],
  'sessions.id': ['session id'],
  'impersonations.session_hash': ['session id'],
  'sso_connections.client_secret': ['secret of an issuer'],
  'webhook_endpoints.secret': ['secret of a webhook'],
  'webhook_endpoints.former_secret': ['secret of a webhook'],
  'idempotency_keys.key_hash': ['idempotency key'],
  'vendor_connections.tokens': 'sealed; vendor_way.spec.ts looks for both tokens in what is kept',
  'vendor_connections.tokens_until': 'a time',
  'vendor_exchanges.failure_code': 'a code of ours',
  'received_webhooks.key': 'what a vendor calls a thing that it told, so that it counts once',
  'crm_deals.key': 'told to the customer system, so that a deal is made once; opens nothing',
  'crm_links.key': 'told to the customer system, so that a record is made once; opens nothing',
  'push_subscriptions.endpoint_hash': 'tells devices apart; their addresses are encrypted',
  'schedules.key': 'name of recurring work',
  'rate_limits.key': 'hashes of addresses and words that name what is limited; searched with all others',
  'customers.submission_key': 'made by the form, so that it counts once; opens nothing',
  'customers.postcode_key': 'the postcode without gaps, for finding who is alike',
  'customers.address_key': 'the street without punctuation, for finding who is alike',
  'customer_sites.address_key': 'the same of a further site',
  'attachments.key': 'name of a stored file; it is read past the rights of its lead only',
  'tenants.logo_key': 'name of a public file',
  'qr_batches.logo_key': 'the same',
  'leads.submission_key': 'a random word of a form that keeps it from being sent twice; opens nothing',
  'messages.submission_key': 'the same for a message',
  'notes.submission_key': 'the same for a note',
  'sticker_reports.submission_key': 'the same for a report',
  'qr_codes.token': 'printed on a label for everybody to read',
  'qr_codes.short_code': 'printed on a label for everybody to read',
  'qr_lookups.token': 'printed on a label for everybody to read',
  'sso_domains.token': 'stands in the public records of a domain',
}
const SECRETIVE = /hash|secret|token|password|cipher|(^|_)(key|code|pin|otp)$/
const NEVER = /^error_code$/

test.group('Secrets', (group) => {
  let product: Product
  let mails: MailServer
  const markers = new Markers()
  let refused: Refused[]

  group.setup(async () => {
    mails = await new MailServer().open()
    const smtp = new URL(process.env.SMTP_URL!)
    smtp.username = 'postman'
    smtp.password = markers.add('password of the mail server', 'Sm7p-marker-of-the-post')
    product = await Product.start({ driver: 'embedded', env: { LOG_LEVEL: 'trace', SMTP_URL: smtp.href } })
    markers.add('key of the installation', process.env.APP_KEY)
    for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_SYSTEM_URL'])
      markers.add('password of the database', new URL(process.env[name]!).password)
    const life = await SecretLife.begin(product, mails, markers)
    await life.live().finally(() => Promise.all([product.stop(), mails.close()]))
    refused = life.refused
  })

  test('of every kind that the database knows were made and used', async ({ assert }) => {
    const known = (await columns()).map(({ table, column, ...rest }) => ({
      ...rest,
      table,
      column,
      name: `${table}.${column}`,
    }))
    const missing = known
      .filter(({ column, name }) => SECRETIVE.test(column) && !NEVER.test(column) && !(name in COLUMNS))
      .map(
        ({ name }) =>
          `${name}: make and use one in secret_life.ts and name its kind in COLUMNS, or say why it is none`
      )
    assert.deepEqual(missing, [])
    const kinds = Object.values(COLUMNS).filter(Array.isArray).flat()
    for (const table of ['identity_links', 'link_tokens']) {
      const { choices } = known.find(({ name }) => name === `${table}.kind`)!
      kinds.push(...choices.map((choice) => `link ${choice}`))
    }
    assert.deepEqual(
      kinds.filter((kind) => !markers.kinds.includes(kind)),
      [],
      'never made in secret_life.ts'
    )
  })

  test('lie in no table, whatever they are written as', async ({ assert }) => {
    assert.isAbove((await allTables()).length, 40)
    assert.deepEqual(await inTables(markers), [])
  })

  test('stand in no log, however much is logged, and in no other file', ({ assert }) => {
    for (const name of ['web', 'relay', 'worker', 'scheduler'] as const)
      assert.include(product.log(name), '"level":', name)
    assert.deepEqual(inFiles(markers, product.env.DATA_DIR!), [])
  })

  test('are repeated by no answer that refuses something', ({ assert }) => {
    assert.isAbove(refused.length, 20)
    assert.deepEqual(
      refused.flatMap(({ method, path, status, body }) =>
        markers.in(withoutAddress(body, path), `${status} ${method} ${path.replace(/[\w-]{30,}/, '…')}`)
      ),
      []
    )
  })

  test('are told to nobody but the one who is to have them, by mail', async ({ assert }) => {
    const kinds = mails.received.flatMap(({ to, text }) => {
      assert.lengthOf(to, 1)
      return markers
        .in(text, to[0])
        .filter(({ written }) => written === 'plain')
        .map(({ kind }) => kind)
    })
    assert.isAbove(kinds.length, 3)
    for (const kind of kinds) assert.match(kind, /^(link|step-up)/)
  })

  test('would be found if one of them lay about', async ({ assert }) => {
    const secret = 'lk/found+me?&=ü'
    const planted = new Markers()
    planted.add('planted', secret)
    for (const [written, form] of Object.entries(formsOf(secret))) {
      const [found] = await planted.in(`x${String(form)}y`, written)
      assert.isDefined(found, written)
    }
    const [{ id }] = await owner().from('tenants').select('id', 'name').limit(1)
    const { name } = await owner().from('tenants').where('id', id).firstOrFail()
    await owner()
      .from('tenants')
      .where('id', id)
      .update({ name: Buffer.from(`a${secret}`).toString('base64') })
    const places = (await inTables(planted)).map(({ place }) => place)
    await owner().from('tenants').where('id', id).update({ name })
    assert.include(places, 'public.tenants')
  })
})

/** An answer may name the address that it was asked at, and those below it. */
const withoutAddress = (body: string, path: string) =>
  path
    .split('?')[0]
    .split('/')
    .filter((part) => part.length > 20)
    .reduce((text, part) => text.replaceAll(part, ''), body)
