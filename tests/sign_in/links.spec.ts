import { test } from '@japa/runner'
import { acrossTenants } from '#app/platform/database/current'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import IdentityMail from '#app/sign_in/identity_mail'
import Identity from '#app/identity/identity'
import IdentityLink from '#app/sign_in/identity_link'
import { MASK } from '#app/platform/sending/letter'
import { makeCompany, PASSWORD, unique } from '#tests/factories'
import { linkFor, mailsTo, sendTo } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import { Visitor } from '#tests/visitor'

let server: MailServer
const NEW = 'seven purple walruses'
const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`
const stranger = () => new Visitor({ ip: someAddress() })

async function person() {
  const { admin, path } = await makeCompany()
  const { identity } = admin
  const isIn = async (visitor: Visitor) => (await visitor.get(path('/leads'))).status === 200
  const ask = (what: 'login/link' | 'password/forgotten', visitor = stranger()) =>
    visitor.send('POST', `/${what}`, { email: identity.email })
  return { identity, isIn, ask }
}

test.group('Links by mail', (group) => {
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  test('a link signs in once, by its button and not by being opened', async ({ assert }) => {
    const { identity, isIn, ask } = await person()
    await ask('login/link')
    const link = await linkFor(server, identity.email)
    const scanner = stranger()
    for (let time = 0; time < 2; time++) assert.equal((await scanner.get(link)).status, 200)
    assert.isFalse(await isIn(scanner))
    const owner = stranger()
    await owner.send('POST', link)
    assert.isTrue(await isIn(owner))
    const late = stranger()
    assert.equal((await late.send('POST', link)).status, 410)
    assert.isFalse(await isIn(late))
  })

  test('of two that press the button at once, one is let in', async ({ assert }) => {
    const { identity, isIn, ask } = await person()
    await ask('login/link')
    const link = await linkFor(server, identity.email)
    const visitors = Array.from({ length: 6 }, stranger)
    await Promise.all(visitors.map((visitor) => visitor.send('POST', link)))
    const inside = await Promise.all(visitors.map(isIn))
    assert.lengthOf(inside.filter(Boolean), 1)
  })

  test('a link is over when its time is up, or the person is disabled', async ({ assert }) => {
    for (const spoil of [
      (identity: Identity) =>
        IdentityLink.query().where('identityId', identity.id).update({ expiresAt: DateTime.utc().toISO() }),
      (identity: Identity) => identity.disable(),
    ]) {
      const { identity, isIn, ask } = await person()
      await ask('login/link')
      const link = await linkFor(server, identity.email)
      await spoil(identity)
      const visitor = stranger()
      assert.equal((await visitor.get(link)).status, 410)
      await visitor.send('POST', link)
      assert.isFalse(await isIn(visitor))
    }
  })

  test('a link of one kind does not open a door of another', async ({ assert }) => {
    const { identity, ask } = await person()
    await ask('login/link')
    const link = await linkFor(server, identity.email)
    const answer = await stranger().send('POST', link.replace('sign_in_links', 'password_resets'), {
      password: NEW,
    })
    assert.equal(answer.status, 410)
    assert.isTrue(await (await Identity.findOrFail(identity.id)).verifyPassword(PASSWORD))
  })

  test('a new password ends every session, device and other link, and tells the owner', async ({
    assert,
  }) => {
    const { identity, isIn, ask } = await person()
    const thief = stranger()
    await thief.send('POST', '/login', { email: identity.email, password: PASSWORD, isRemembered: true })
    assert.isTrue(await isIn(thief))
    await ask('login/link')
    const other = await linkFor(server, identity.email)
    await ask('password/forgotten')
    const reset = await linkFor(server, identity.email)
    const owner = stranger()
    await owner.send('POST', reset, { password: NEW })
    assert.isTrue(await isIn(owner))
    assert.isFalse(await isIn(thief))
    assert.equal((await stranger().send('POST', other)).status, 410)
    assert.equal((await stranger().send('POST', reset, { password: `${NEW}!` })).status, 410)
    const old = stranger()
    await old.send('POST', '/login', { email: identity.email, password: PASSWORD })
    assert.isFalse(await isIn(old))
    await sendTo(identity.email)
    assert.isTrue(server.received.some(({ text }) => text.includes('Your password was changed')))
  })

  test('a password that cannot be taken leaves the link usable', async ({ assert }) => {
    const { identity, isIn, ask } = await person()
    await ask('password/forgotten')
    const reset = await linkFor(server, identity.email)
    const owner = stranger()
    for (const password of ['short', 'aaaaaaaaaaaa', 'qwertyuiop', 'passwordpassword', `${identity.name} 12`])
      await owner.send('POST', reset, { password })
    assert.isFalse(await isIn(owner))
    await owner.send('POST', reset, { password: NEW })
    assert.isTrue(await isIn(owner))
  })

  test('the stored mail and the database hold the secret nowhere', async ({ assert }) => {
    const { identity, ask } = await person()
    await ask('password/forgotten')
    const secret = (await linkFor(server, identity.email)).split('/').at(-1)!
    const [mail] = await mailsTo(identity.email)
    assert.include(mail.bodyText, MASK)
    const everything = JSON.stringify([
      await db.connection('system').from('identity_mails').where('recipient', identity.email),
      await db.connection('system').from('identity_links').where('identity_id', identity.id),
      (
        await db
          .connection('system')
          .rawQuery(`select data from pgboss.job where data::text like ?`, [`%${mail.id}%`])
      ).rows,
    ])
    assert.notInclude(everything, secret)
  })

  test('asking tells nobody whether the address has a login: same answer, same rows', async ({ assert }) => {
    for (const path of ['/login/link', '/password/forgotten']) {
      const { identity } = await person()
      const nobody = `${unique('nobody')}@example.com`
      const answers = []
      for (const email of [identity.email, nobody]) {
        const visitor = stranger()
        const answer = await visitor.send('POST', path, { email })
        const page = (await (await visitor.get(answer.headers.get('location')!)).text()).replaceAll(
          email,
          '…'
        )
        answers.push([answer.status, answer.headers.get('location'), page])
        assert.lengthOf(await mailsTo(email), 1, 'the row is written in either case')
      }
      assert.deepEqual(answers[1], answers[0])
      await sendTo(nobody)
      const [mail] = await mailsTo(nobody)
      assert.deepInclude(mail.toJSON(), { state: 'not_sent', errorCode: 'E_NO_LOGIN' })
      assert.isEmpty(server.received.filter(({ to }) => to.includes(nobody)))
    }
  })

  test('a mailbox is not flooded, and what it holds then still works', async ({ assert }) => {
    const { identity, isIn, ask } = await person()
    for (let time = 0; time < 9; time++) await ask('login/link')
    const mails = await mailsTo(identity.email)
    assert.lengthOf(mails, 6)
    const link = await linkFor(server, identity.email)
    const owner = stranger()
    await owner.send('POST', link)
    assert.isTrue(await isIn(owner))
  })

  test('a mail that is refused for now is sent later, and one whose answer got lost is sent again', async ({
    assert,
  }) => {
    const { identity, ask } = await person()
    server.onRecipient = { code: 451, message: 'Try later' }
    await ask('login/link')
    await sendTo(identity.email)
    let [mail] = await mailsTo(identity.email)
    assert.equal(mail.state, 'queued')
    assert.isNotNull(mail.nextTryAt)
    server.onRecipient = undefined
    server.onBody = 'cut'
    await sendTo(identity.email)
    ;[mail] = await mailsTo(identity.email)
    assert.equal(mail.state, 'queued')
    server.onBody = undefined
    await sendTo(identity.email)
    ;[mail] = await mailsTo(identity.email)
    assert.equal(mail.state, 'sent')
    assert.equal(mail.attempts, 3)
  })

  test('a mail whose sender died is taken up again, and not before', async ({ assert }) => {
    const { identity, ask } = await person()
    await ask('login/link')
    const [mail] = await mailsTo(identity.email)
    assert.isTrue(await acrossTenants((trx) => IdentityMail.claim(trx, mail.id)))
    await mail.abandon(0)
    assert.equal((await mailsTo(identity.email))[0].state, 'sending')
    await mail.abandon(1)
    assert.equal((await mailsTo(identity.email))[0].state, 'queued')
  })
})
