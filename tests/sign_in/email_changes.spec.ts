import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import EmailChange from '#app/sign_in/email_change'
import Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import Invitation from '#app/identity/invitation'
import User from '#app/identity/user'
import SsoDomain from '#app/single_sign_on/sso_domain'
import { makeCompany, makeIdentity, PASSWORD, unique } from '#tests/factories'
import { linkFor, mailsTo, sendTo } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import { putIntoSessions } from '#tests/stored_sessions'
import { Visitor } from '#tests/visitor'

let server: MailServer
const NEW = 'seven purple walruses'
const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`
const stranger = () => new Visitor({ ip: someAddress() })

/** Somebody signed in, who can ask for another address. */
async function person() {
  const company = await makeCompany()
  const { identity } = company.admin
  const [before, after] = [identity.email, `${unique('other')}@example.com`]
  const signIn = async (email = before) => {
    const visitor = stranger()
    await visitor.send('POST', '/login', { email, password: PASSWORD })
    return visitor
  }
  const visitor = await signIn()
  const ask = (email = after) => visitor.send('POST', '/account/email', { email }, '/account/profile')
  const isIn = async (who: Visitor) => (await who.get(company.path('/leads'))).status === 200
  const now = async () => (await Identity.findOrFail(identity.id)).email
  const links = async () => [await linkFor(server, before), await linkFor(server, after)] as const
  return { ...company, identity, before, after, visitor, signIn, ask, isIn, now, links }
}

async function eventsOf({ tenant }: { tenant: Tenant }, name: string) {
  return db.connection('system').from('events').where({ tenant_id: tenant.id, name })
}

test.group('Another address for a login', (group) => {
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  test('comes when both addresses have agreed, in whichever order, and not before', async ({ assert }) => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { ask, links, now, before, after, identity, inside, admin, tenant } = await person()
      await ask()
      const both = await links()
      for (const link of both) assert.equal((await stranger().get(link)).status, 200)
      await stranger().send('POST', both[order[0]])
      assert.equal(await now(), before)
      assert.equal((await stranger().send('POST', both[order[0]])).status, 410)
      await stranger().send('POST', both[order[1]])
      assert.equal(await now(), after)
      assert.equal((await inside(() => User.findOrFail(admin.user.id))).email, after)
      assert.isNull(await EmailChange.of(identity))
      const [event] = await eventsOf({ tenant }, 'user.email_changed')
      assert.deepEqual(event.data, { before, after })
      for (const link of both) assert.equal((await stranger().get(link)).status, 410)
    }
  })

  test('leaves the device that asked signed in and no other, and no link that went to the old address', async ({
    assert,
  }) => {
    const { ask, links, signIn, isIn, visitor, before, after } = await person()
    const elsewhere = await signIn()
    await stranger().send('POST', '/login/link', { email: before })
    const signInLink = await linkFor(server, before)
    await ask()
    for (const link of await links()) await stranger().send('POST', link)
    assert.isTrue(await isIn(visitor))
    assert.isFalse(await isIn(elsewhere))
    assert.equal((await stranger().get(signInLink)).status, 410)
    assert.isFalse(await isIn(await signIn(before)))
    assert.isTrue(await isIn(await signIn(after)))
    for (const address of [before, after]) {
      await sendTo(address)
      const texts = server.received.filter(({ to }) => to.includes(address)).map(({ text }) => text)
      assert.lengthOf(
        texts.filter((text) => text.includes('Subject: The address of your login was changed')),
        1,
        address
      )
    }
  })

  test('is refused by the old address, which leads to a new password', async ({ assert }) => {
    const { ask, links, now, before, after, identity, isIn, visitor, tenant } = await person()
    await ask()
    const [approval, proof] = await links()
    await stranger().send('POST', proof)
    const owner = stranger()
    const answer = await owner.send('DELETE', approval)
    const reset = answer.headers.get('location')!
    assert.match(reset, /^\/password_resets\/[\w-]{43}$/)
    assert.isNull(await EmailChange.of(identity))
    assert.equal((await owner.send('POST', approval)).status, 410)
    assert.equal(await now(), before)
    const [event] = await eventsOf({ tenant }, 'user.email_change_refused')
    assert.deepEqual(event.data, { newEmail: after })
    await owner.send('POST', reset, { password: NEW })
    assert.isTrue(await isIn(owner))
    assert.isFalse(await isIn(visitor))
  })

  test('is only for somebody who has shown a credential a short time ago', async ({ assert }) => {
    const { ask, identity, before, after } = await person()
    await putIntoSessions(identity, { provenAt: Date.now() - 16 * 60_000 })
    await ask()
    assert.isNull(await EmailChange.of(identity))
    assert.lengthOf([...(await mailsTo(before)), ...(await mailsTo(after))], 0)
  })

  test('can be taken back, is replaced by the next one, and ends with a new password and after a day', async ({
    assert,
  }) => {
    const ends: ((one: Awaited<ReturnType<typeof person>>) => Promise<unknown>)[] = [
      ({ visitor }) => visitor.send('DELETE', '/account/email', {}, '/account/profile'),
      ({ ask }) => ask(`${unique('third')}@example.com`),
      ({ visitor }) => visitor.send('PUT', '/account/password', { password: NEW }),
      ({ identity }) =>
        EmailChange.query().where('identityId', identity.id).update({ expiresAt: DateTime.utc().toISO() }),
    ]
    for (const end of ends) {
      const one = await person()
      await one.ask()
      const links = await one.links()
      await end(one)
      for (const link of links) {
        assert.equal((await stranger().get(link)).status, 410)
        await stranger().send('POST', link)
      }
      assert.equal(await one.now(), one.before)
    }
  })

  test('shows while it waits who has agreed already', async ({ assert }) => {
    const { ask, links, visitor, after } = await person()
    const pending = async () =>
      ((await (await visitor.get('/account/profile')).json()) as { props: { pending: object | null } }).props
        .pending
    assert.isNull(await pending())
    await ask()
    assert.deepInclude(await pending(), { newEmail: after, isApproved: false, isProved: false })
    await stranger().send('POST', (await links())[1])
    assert.deepInclude(await pending(), { isApproved: false, isProved: true })
  })

  test('says nothing of a login that has the new address, whose owner is told', async ({ assert }) => {
    const { ask, visitor, identity } = await person()
    const other = await makeIdentity('Somebody Else')
    const answer = await ask(other.email)
    assert.equal(answer.headers.get('location'), '/account/profile')
    const page = (await (await visitor.get('/account/profile')).json()) as { props: { errors: object } }
    assert.isEmpty(page.props.errors)
    await sendTo(other.email)
    const mail = server.received.find(({ to }) => to.includes(other.email))!
    assert.include(mail.text, 'has one already')
    assert.notMatch(mail.text, /[\w-]{43}/)
    assert.notInclude(mail.text, identity.name)
  })

  test('does not come when another login has it by then', async ({ assert }) => {
    const { ask, links, now, before, after, identity } = await person()
    await ask()
    const [approval, proof] = await links()
    await Identity.create({ name: 'Faster', email: after })
    await stranger().send('POST', approval)
    const answer = await stranger().send('POST', proof)
    assert.isBelow(answer.status, 500)
    assert.equal(await now(), before)
    assert.isNull(await EmailChange.of(identity))
  })

  test('is no way out of a company’s single sign-on', async ({ assert }) => {
    const { ask, links, now, before, inside, identity } = await person()
    await ask()
    const both = await links()
    await inside(async () => {
      const domain = before.split('@')[1]
      await SsoDomain.create({ domain, token: 'test', verifiedAt: DateTime.utc() })
      await (await Tenant.current()).merge({ requiresSingleSignOn: true }).save()
    })
    try {
      for (const link of both) await stranger().send('POST', link)
      assert.equal(await now(), before)
      await EmailChange.endOf(identity)
      await ask()
      assert.isNull(await EmailChange.of(identity))
    } finally {
      await inside(() => SsoDomain.query().delete())
    }
  })

  test('cannot be asked for again and again', async ({ assert }) => {
    const { ask, before } = await person()
    for (let time = 0; time < 7; time++) await ask(`${unique('other')}@example.com`)
    assert.lengthOf(
      (await mailsTo(before)).filter(({ kind }) => kind === 'email_approval'),
      5
    )
  })

  test('takes an invitation to the old one along for who is signed in, and for nobody else', async ({
    assert,
  }) => {
    const { ask, links, visitor, before, after, identity } = await person()
    await ask()
    for (const link of await links()) await stranger().send('POST', link)
    const other = await makeCompany()
    const invite = () => other.inside(() => Invitation.send({ email: before, name: 'Known', role: 'agent' }))
    const pathOf = async ({ id }: Invitation) =>
      new URL(await other.inside(async () => (await Invitation.findOrFail(id)).mintLink())).pathname
    const invitation = await invite()
    const link = await pathOf(invitation)
    const page = async (who: Visitor) =>
      (
        (await (await who.get(link)).json()) as {
          props: { email: string; hasLogin: boolean; hasMoved: boolean }
        }
      ).props
    assert.deepInclude(await page(stranger()), { email: before, hasLogin: false, hasMoved: true })
    assert.deepInclude(await page(visitor), { email: after, hasLogin: true, hasMoved: false })
    await visitor.send('POST', link, { name: 'Known', password: 'not my password' })
    assert.isNull((await other.inside(() => Invitation.findOrFail(invitation.id))).acceptedAt)
    await visitor.send('POST', link, { name: 'Known', password: PASSWORD })
    const member = await other.inside(() => User.findByOrFail('identityId', identity.id))
    assert.equal(member.email, after)
    assert.isNull(await Identity.byEmail(before))
    // Whoever has the old mailbox by now is somebody else.
    const again = await pathOf(await invite())
    const refused = await visitor.send('POST', again, { name: 'Known', password: PASSWORD })
    assert.notEqual(refused.status, 500)
    await stranger().send('POST', again, { name: 'New holder', password: NEW })
    const [known, newcomer] = [await Identity.byEmail(after), await Identity.byEmail(before)]
    assert.equal(known!.id, identity.id)
    assert.notEqual(newcomer!.id, identity.id)
  })
})
