import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { makeCompany, PASSWORD } from '#tests/factories'
import { putIntoSessions } from '#tests/stored_sessions'
import { Visitor } from '#tests/visitor'

type Values = Record<string, string | number | object>

/** Somebody signed in, whose last proof lies some minutes back. */
async function signedIn({ minutesAgo, ...more }: { minutesAgo: number } & Values) {
  const company = await makeCompany()
  const { identity } = company.admin
  const visitor = new Visitor()
  await visitor.send('POST', '/login', { email: identity.email, password: PASSWORD })
  const ofIdentity = () => db.connection('system').from('sessions').where('user_id', identity.id)
  await putIntoSessions(identity, { ...more, provenAt: Date.now() - minutesAgo * 60_000 })
  const { path } = company
  const makeToken = () =>
    visitor.send('POST', path('/access_tokens'), { name: 'Script', days: 30 }, path('/access_tokens'))
  const tokens = async () => company.inside(() => db.from('access_tokens').count('* as count').first())
  const confirm = (password: string, from = '/confirmation') =>
    visitor.send('POST', '/confirmation', { password }, from)
  return { ...company, visitor, makeToken, tokens, confirm, ofIdentity }
}

test.group('A sensitive action', () => {
  test('is done without a question a short time after sign-in, and asked about later', async ({ assert }) => {
    for (const [minutesAgo, count] of [
      [14, 1],
      [16, 0],
    ]) {
      const { makeToken, tokens } = await signedIn({ minutesAgo })
      await makeToken()
      assert.equal(Number((await tokens()).count), count, `${minutesAgo} minutes after sign-in`)
    }
  })

  test('leaves the form on the screen and puts the question over it', async ({ assert }) => {
    const { makeToken, visitor, path } = await signedIn({ minutesAgo: 60 })
    const answer = await makeToken()
    assert.isTrue(answer.headers.get('location')!.endsWith(path('/access_tokens')))
    const page = (await (await visitor.get(path('/access_tokens'))).json()) as {
      props: { errors: object }
      flash: { isConfirmationAsked?: boolean }
    }
    assert.isTrue(page.flash.isConfirmationAsked)
    assert.property(page.props.errors, 'confirmation')
  })

  test('is done once the password was shown again, under a new session id', async ({ assert }) => {
    const { makeToken, tokens, confirm, visitor, ofIdentity } = await signedIn({ minutesAgo: 60 })
    const before = visitor.sessionCookie
    const thief = visitor.copy()
    await confirm('not the password')
    await makeToken()
    assert.equal(Number((await tokens()).count), 0)
    await confirm(PASSWORD)
    await makeToken()
    assert.equal(Number((await tokens()).count), 1)
    assert.notEqual(visitor.sessionCookie, before)
    assert.equal((await thief.get('/companies')).headers.get('location'), '/login')
    const [session] = await ofIdentity()
    assert.isNotNull(session.device_id, 'the new session can be ended from the list of devices')
  })

  test('does not take more than ten guesses', async ({ assert }) => {
    const { makeToken, tokens, confirm } = await signedIn({ minutesAgo: 60 })
    for (let guess = 0; guess < 10; guess++) await confirm('not the password')
    await confirm(PASSWORD)
    await makeToken()
    assert.equal(Number((await tokens()).count), 0)
  })

  test('is not for somebody who looks at the product as another person', async ({ assert }) => {
    const { makeToken, tokens } = await signedIn({ minutesAgo: 0, impersonation: { id: 'x' } })
    await makeToken()
    assert.equal(Number((await tokens()).count), 0)
  })
})
