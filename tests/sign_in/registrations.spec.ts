import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { registration } from '#config/registration'
import { MASK } from '#app/platform/sending/letter'
import Identity from '#app/identity/identity'
import IdentityLink from '#app/sign_in/identity_link'
import Registration from '#app/registrations/registration'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeCompany, makeIdentity, PASSWORD, unique } from '#tests/factories'
import { linkFor, mailsTo, sendTo } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import { Visitor } from '#tests/visitor'

let server: MailServer
const NEW = 'seven purple walruses'
const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`
const stranger = () => new Visitor({ ip: someAddress() })
const across = { connection: 'system' }

function form(email = `${unique('founder')}@example.com`) {
  const slug = unique('new')
  const place = { timeZone: 'Europe/Berlin', country: 'DE', currency: 'EUR' }
  return { companyName: `Roofs ${slug}`, slug, ...place, name: 'Frida Founder', email, password: NEW }
}
const companyOf = (slug: string) => Tenant.query(across).where('slug', slug).first()
const propsOf = async <Props>(visitor: Visitor, path: string) =>
  ((await (await visitor.get(path)).json()) as { props: Props }).props
type Opening = { wanted: { slug: string; isTaken: boolean; hasLogin: boolean; asksPassword: boolean } }

/** Somebody who has registered, and the link in their mailbox. */
async function registered(email?: string) {
  const visitor = stranger()
  const asked = form(email)
  await visitor.send('POST', '/register', asked)
  const link = await linkFor(server, asked.email)
  const open = (more = {}, by = visitor) => by.send('POST', link, { slug: asked.slug, ...more })
  const isIn = async (slug = asked.slug, who = visitor) => (await who.get(`/c/${slug}/leads`)).status === 200
  return { visitor, asked, link, open, isIn }
}

test.group('A company that registers itself', (group) => {
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  test('opens by the button of the mailed link, once, with its first administrator inside', async ({
    assert,
  }) => {
    const { visitor, asked, link, open, isIn } = await registered()
    const scanner = stranger()
    for (let time = 0; time < 2; time++) assert.equal((await scanner.get(link)).status, 200)
    assert.isNull(await companyOf(asked.slug))
    assert.isNull(await Identity.byEmail(asked.email))

    assert.isFalse((await propsOf<Opening>(visitor, link)).wanted.asksPassword)
    const answer = await open()
    assert.equal(answer.headers.get('location'), `/c/${asked.slug}`)
    assert.isTrue(await isIn())
    const company = await companyOf(asked.slug)
    assert.deepInclude(company!.toJSON(), { name: asked.companyName, country: 'DE', currency: 'EUR' })
    const [member] = await User.query(across).where('tenantId', company!.id)
    assert.deepInclude(member.toJSON(), { role: 'admin', name: 'Frida Founder', email: asked.email })
    assert.isTrue((await Identity.byEmail(asked.email))!.$isPersisted)

    const late = stranger()
    assert.equal((await late.get(link)).status, 410)
    assert.equal((await late.send('POST', link, { slug: unique('late'), password: NEW })).status, 410)
    assert.isNull(await Registration.query().where('slug', asked.slug).first())
    const again = stranger()
    await again.send('POST', '/login', { email: asked.email, password: NEW })
    assert.isTrue(await isIn(asked.slug, again))
  })

  test('is written down as what its founder did, and gets its first lead flow from that', async ({
    assert,
  }) => {
    const { asked, open } = await registered()
    await open()
    const { id } = (await companyOf(asked.slug))!
    const [founder] = await User.query(across).where('tenantId', id)
    const events = await db.connection('system').from('events').where('tenant_id', id).orderBy('id')
    assert.includeMembers(
      events.map(({ name }) => name),
      ['tenant.created', 'user.created', 'user.signed_in']
    )
    for (const { actor_id: actor } of events) assert.equal(actor, founder.id)
    assert.equal(events.find(({ name }) => name === 'user.signed_in').data.way, 'registration')
    assert.notInclude(JSON.stringify(events), NEW)
  })

  test('of several who press the button at once, one opens it', async ({ assert }) => {
    const { asked, link } = await registered()
    const slugs = Array.from({ length: 5 }, () => unique('once'))
    await Promise.all(slugs.map((slug) => stranger().send('POST', link, { slug, password: asked.password })))
    const opened = await Tenant.query(across).whereIn('slug', slugs)
    assert.lengthOf(opened, 1)
    assert.lengthOf(await User.query(across).where('email', asked.email), 1)
  })

  test('keeps what was typed when its address is taken meanwhile, and asks for another', async ({
    assert,
  }) => {
    const { visitor, asked, link, open, isIn } = await registered()
    await makeCompany({ slug: asked.slug })
    const answer = await open()
    assert.equal(answer.status, 302)
    const { wanted } = await propsOf<Opening>(visitor, link)
    assert.isTrue(wanted.isTaken)
    assert.notEqual(wanted.slug, asked.slug)
    await open({ slug: wanted.slug })
    assert.isTrue(await isIn(wanted.slug))
    assert.equal((await companyOf(wanted.slug))!.name, asked.companyName)
  })

  test('asks in another browser for the password, so that nobody gets a login with one of somebody else', async ({
    assert,
  }) => {
    const { asked, link, open, isIn } = await registered()
    const elsewhere = stranger()
    assert.isTrue((await propsOf<Opening>(elsewhere, link)).wanted.asksPassword)
    await open({}, elsewhere)
    await open({ password: 'not what was chosen' }, elsewhere)
    assert.isNull(await companyOf(asked.slug))
    assert.isNull(await Identity.byEmail(asked.email))
    await open({ password: NEW }, elsewhere)
    assert.isTrue(await isIn(asked.slug, elsewhere))
  })

  test('does not let its password be guessed', async ({ assert }) => {
    const { asked, open } = await registered()
    for (let guess = 0; guess < 10; guess++) await open({ password: `guess number ${guess}` }, stranger())
    await open({ password: NEW }, stranger())
    assert.isNull(await companyOf(asked.slug))
  })

  test('answers the same for an address that has a login, which gets another mail', async ({ assert }) => {
    const known = await makeIdentity('Known Person')
    const unknown = `${unique('unknown')}@example.com`
    const answers = []
    for (const email of [known.email, unknown]) {
      const visitor = stranger()
      const answer = await visitor.send('POST', '/register', form(email))
      const { sentTo } = await propsOf<{ sentTo: string }>(visitor, '/register')
      answers.push([answer.status, answer.headers.get('location'), sentTo.replace(email, '…')])
      await sendTo(email)
    }
    assert.deepEqual(answers[0], answers[1])
    const textTo = (email: string) => server.received.find(({ to }) => to.includes(email))!.text
    assert.include(textTo(known.email), 'You have a login with this address')
    assert.notInclude(textTo(unknown), 'You have a login')
    for (const email of [known.email, unknown]) assert.notInclude(textTo(email), 'Frida')
    const [stored] = await mailsTo(unknown)
    assert.include(stored.bodyText!, MASK)
  })

  test('opens for the login that its founder has: neither changed nor let in by the mail alone', async ({
    assert,
  }) => {
    const { admin } = await makeCompany()
    const { visitor, asked, link, open, isIn } = await registered(admin.identity.email)
    assert.isTrue((await propsOf<Opening>(visitor, link)).wanted.hasLogin)
    await open()
    assert.isFalse(await isIn())
    const identity = await Identity.findOrFail(admin.identity.id)
    assert.isTrue(await identity.verifyPassword(PASSWORD))
    assert.equal(identity.name, admin.identity.name)
    const answer = await visitor.send('POST', '/login', { email: identity.email, password: PASSWORD })
    assert.isTrue(answer.headers.get('location')!.startsWith(`/c/${asked.slug}`))
    assert.isTrue(await isIn())
  })

  test('is not opened by a link that is too old, or of a person who is disabled', async ({ assert }) => {
    for (const spoil of [
      ({ email }: { email: string }) =>
        IdentityLink.query()
          .where('kind', 'registration')
          .whereIn('subjectId', Registration.query().where('email', email).select('id'))
          .update({ expiresAt: DateTime.utc().toISO() }),
      ({ email }: { email: string }) =>
        Identity.create({ email, name: 'Disabled', disabledAt: DateTime.utc() }),
    ]) {
      const { asked, link, open } = await registered()
      await spoil(asked)
      assert.equal((await stranger().get(link)).status, 410)
      await open({ password: NEW })
      assert.isNull(await companyOf(asked.slug))
    }
  })

  test('chooses a password that is not about itself, and an address that is free', async ({ assert }) => {
    const taken = await makeCompany()
    const wrong = [
      { companyName: 'Purple Walruses', password: 'purple walruses 1' },
      { password: 'qwertyuiop' },
      { slug: taken.tenant.slug },
      { slug: 'new' },
      { timeZone: 'Mars/Olympus' },
      { country: 'ZZ' },
    ]
    for (const change of wrong) {
      const asked = { ...form(), ...change }
      await stranger().send('POST', '/register', asked)
      assert.lengthOf(await mailsTo(asked.email), 0, JSON.stringify(change))
    }
  })

  test('is not a way to flood a mailbox: after six in a while nothing more is sent, and nothing said', async ({
    assert,
  }) => {
    const email = `${unique('flooded')}@example.com`
    for (let time = 0; time < 8; time++) {
      const answer = await stranger().send('POST', '/register', form(email))
      assert.equal(answer.headers.get('location'), '/register')
    }
    assert.lengthOf(await mailsTo(email), 6)
    assert.lengthOf(await Registration.query().where('email', email), 6)
  })

  test('is there only where the installation allows it', async ({ assert, client }) => {
    const { asked, link, open } = await registered()
    assert.isTrue((await propsOf<{ canRegister: boolean }>(stranger(), '/login')).canRegister)
    registration.isOpen = false
    try {
      assert.isFalse((await propsOf<{ canRegister: boolean }>(stranger(), '/login')).canRegister)
      for (const path of ['/register', link]) assert.equal((await stranger().get(path)).status, 403)
      const other = form()
      await stranger().send('POST', '/register', other)
      await open()
      const program = await client.post('/api/auth/register').json(other)
      program.assertStatus(403)
      program.assertBodyContains({ code: 'E_REGISTRATION_CLOSED' })
      assert.lengthOf(await mailsTo(other.email), 0)
      assert.isNull(await companyOf(asked.slug))
    } finally {
      registration.isOpen = true
    }
  })

  test('can be asked for over the API, by the same rules', async ({ assert, client }) => {
    const asked = form()
    const answer = await client.post('/api/auth/register').json(asked)
    answer.assertStatus(202)
    const weak = await client.post('/api/auth/register').json({ ...form(), password: 'qwertyuiop' })
    weak.assertStatus(422)
    weak.assertBodyContains({ errors: [{ pointer: '#/password' }] })
    const link = await linkFor(server, asked.email)
    const visitor = stranger()
    await visitor.send('POST', link, { slug: asked.slug, password: NEW })
    assert.equal((await visitor.get(`/c/${asked.slug}/leads`)).status, 200)
  })
})
