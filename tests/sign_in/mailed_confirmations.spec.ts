import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { MASK } from '#app/platform/sending/letter'
import ConfirmationCode from '#app/sign_in/confirmation_code'
import Identity from '#app/identity/identity'
import { makeCompany } from '#tests/factories'
import { linkFor, mailsTo, sendTo } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import { putIntoSessions } from '#tests/stored_sessions'
import { Visitor } from '#tests/visitor'

let server: MailServer
const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`
const stranger = () => new Visitor({ ip: someAddress() })

/** Somebody who signs in by mail and has nothing else, some time after they did. */
async function person() {
  const company = await makeCompany()
  const { identity } = company.admin
  await identity.merge({ password: null }).save()
  const visitor = stranger()
  await visitor.send('POST', '/login/link', { email: identity.email })
  await visitor.send('POST', await linkFor(server, identity.email))
  const grow = () => putIntoSessions(identity, { provenAt: Date.now() - 16 * 60_000 })
  await grow()
  const ask = (by = visitor) => by.send('POST', '/confirmation/mail', {}, '/confirmation')
  const show = (code: string, by = visitor) => by.send('PUT', '/confirmation/mail', { code }, '/confirmation')
  const { path } = company
  const makeToken = (by = visitor) =>
    by.send('POST', path('/access_tokens'), { name: 'Script', days: 30 }, path('/access_tokens'))
  const tokens = async () =>
    Number((await company.inside(() => db.from('access_tokens').count('* as count').first())).count)
  const code = async () => {
    await sendTo(identity.email)
    const texts = server.received
      .filter(({ to }) => to.includes(identity.email))
      .flatMap(({ text }) => /Code: (\d{6})/.exec(text)?.[1] ?? [])
    return texts.at(-1)!
  }
  return { ...company, identity, visitor, grow, ask, show, makeToken, tokens, code }
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test.group('Confirming by mail', (group) => {
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  test('opens sensitive doors to somebody without another credential, under a new session id', async ({
    assert,
  }) => {
    const { visitor, ask, show, makeToken, tokens, code, grow } = await person()
    await makeToken()
    assert.equal(await tokens(), 0)
    await ask()
    const thief = visitor.copy()
    const mailed = await code()
    await show(`${mailed.slice(0, 3)} ${mailed.slice(3)}`)
    await makeToken()
    assert.equal(await tokens(), 1)
    assert.equal((await thief.get('/companies')).headers.get('location'), '/login')
    await grow()
    await show(mailed)
    await makeToken()
    assert.equal(await tokens(), 1, 'a code works once')
  })

  test('is there for somebody whom only their company’s issuer has recognised, and opens no more to them', async ({
    assert,
  }) => {
    const { identity, tenant, visitor, ask, show, makeToken, tokens, code } = await person()
    await putIntoSessions(identity, { reach: { vouchedFor: [tenant.id], isLimited: true } })
    await ask()
    await show(await code())
    await makeToken()
    assert.equal(await tokens(), 1)
    assert.equal((await visitor.get('/account/sign_in')).headers.get('location'), '/login')
  })

  test('takes five guesses and no more, also when they come at once', async ({ assert }) => {
    const { ask, show, makeToken, tokens, code } = await person()
    await ask()
    const mailed = await code()
    await Promise.all(Array.from({ length: 5 }, () => show(other(mailed))))
    await show(mailed)
    await makeToken()
    assert.equal(await tokens(), 0)
    await ask()
    await show(await code())
    await makeToken()
    assert.equal(await tokens(), 1)
  })

  test('is over after ten minutes', async ({ assert }) => {
    const { identity, ask, show, makeToken, tokens, code } = await person()
    await ask()
    const mailed = await code()
    const [row] = await ConfirmationCode.query().where('identityId', identity.id)
    assert.closeTo(row.expiresAt.diffNow('minutes').minutes, 10, 1)
    await row.merge({ expiresAt: DateTime.utc() }).save()
    await show(mailed)
    await makeToken()
    assert.equal(await tokens(), 0)
  })

  test('counts for the session that asked, and for no other of the same person', async ({ assert }) => {
    const { identity, visitor, ask, show, makeToken, tokens, code, grow } = await person()
    const elsewhere = stranger()
    await elsewhere.send('POST', '/login/link', { email: identity.email })
    await elsewhere.send('POST', await linkFor(server, identity.email))
    await grow()
    await ask(visitor)
    const mailed = await code()
    await show(mailed, elsewhere)
    await makeToken(elsewhere)
    assert.equal(await tokens(), 0)
    await show(mailed, visitor)
    await makeToken(visitor)
    assert.equal(await tokens(), 1)
  })

  test('is not for somebody who has a password or a second factor', async ({ assert }) => {
    for (const credential of [{ password: 'seven purple walruses' }, { twoFactorAt: DateTime.utc() }]) {
      const { identity, ask, show, makeToken, tokens, code } = await person()
      await ask()
      const mailed = await code()
      await (await Identity.findOrFail(identity.id)).merge(credential).save()
      await show(mailed)
      await makeToken()
      assert.equal(await tokens(), 0)
      const before = (await mailsTo(identity.email)).length
      await ask()
      assert.lengthOf(await mailsTo(identity.email), before)
    }
  })

  test('is asked for five times an hour, and leaves no code behind', async ({ assert }) => {
    const { identity, ask, code } = await person()
    for (let time = 0; time < 7; time++) await ask()
    const mailed = await code()
    const mails = (await mailsTo(identity.email)).filter(({ kind }) => kind === 'confirmation_code')
    assert.lengthOf(mails, 5)
    const stored = JSON.stringify([
      mails,
      await ConfirmationCode.query().where('identityId', identity.id),
      await db.connection('system').from('sessions').where('user_id', identity.id),
    ])
    assert.notInclude(stored, mailed)
    assert.include(mails[0].bodyText!, MASK)
  })
})

test.group('Fetching a file that is sensitive', () => {
  test('asks on the page that it is fetched from, and knows the file afterwards', async ({ assert }) => {
    const { admin, path } = await makeCompany()
    const visitor = stranger()
    await visitor.send('POST', '/login', { email: admin.identity.email, password: 'correct horse battery' })
    const file = path('/settings/audit/export?format=csv')
    assert.equal((await visitor.get(file)).status, 200)
    await putIntoSessions(admin.identity, { provenAt: 0 })
    const answer = await visitor.get(file, path('/settings/audit'))
    assert.isTrue(answer.headers.get('location')!.endsWith(path('/settings/audit')))
    const page = (await (await visitor.get(path('/settings/audit'))).json()) as { flash: object }
    assert.deepInclude(page.flash, { isConfirmationAsked: true, fileHeldUp: file })
  })
})
