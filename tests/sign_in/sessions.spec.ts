import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { SessionStore } from '#app/sign_in/session_store'
import Device from '#app/sign_in/device'
import { makeCompany, PASSWORD, unique } from '#tests/factories'
import { putIntoSessions, storedValues } from '#tests/stored_sessions'
import { Visitor } from '#tests/visitor'

const sessionsOf = (id: string) =>
  db.connection('system').from('sessions').where('user_id', id).orderBy('expires_at')
const HOUR = 3_600_000

async function signedIn(options: ConstructorParameters<typeof Visitor>[0] = {}, isRemembered = false) {
  const company = await makeCompany()
  const visitor = new Visitor(options)
  const signIn = (by = visitor) =>
    by.send('POST', '/login', { email: company.admin.identity.email, password: PASSWORD, isRemembered })
  await signIn()
  const isIn = async (who = visitor) => (await who.get(company.path('/leads'))).status === 200
  return { ...company, identity: company.admin.identity, visitor, signIn, isIn }
}

test.group('A session', () => {
  test('gets a new id at sign-in, so that one planted before is worth nothing', async ({ assert }) => {
    const { identity, path, signIn } = await signedIn()
    const victim = new Visitor()
    await victim.get('/login')
    const attacker = victim.copy()
    await signIn(victim)
    assert.notEqual(victim.sessionCookie, attacker.sessionCookie)
    assert.equal((await victim.get(path('/leads'))).status, 200)
    assert.equal((await attacker.get(path('/leads'))).headers.get('location'), '/login')
    assert.lengthOf(await sessionsOf(identity.id), 2)
  })

  test('lives for twelve hours, and for sixty days where its owner chose to stay signed in', async ({
    assert,
  }) => {
    for (const [isRemembered, hours] of [
      [false, 12],
      [true, 60 * 24],
    ] as const) {
      const { identity, isIn } = await signedIn({}, isRemembered)
      assert.isTrue(await isIn())
      const [session] = await sessionsOf(identity.id)
      assert.approximately(new Date(session.expires_at).getTime() - Date.now(), hours * HOUR, 0.1 * HOUR)
    }
  })

  test('is over when its time is up', async ({ assert }) => {
    const { identity, isIn } = await signedIn()
    await sessionsOf(identity.id).update({ expires_at: new Date(Date.now() - 1000) })
    assert.isFalse(await isIn())
  })

  test('that was ended is not brought back by a request it was still serving', async ({ assert }) => {
    const id = unique('session')
    await new SessionStore().write(id, { auth_web: 'somebody' })
    const serving = new SessionStore()
    await serving.read(id)
    await new SessionStore().destroy(id)
    await serving.write(id, { auth_web: 'somebody', more: true })
    assert.isNull(await new SessionStore().read(id))

    const rotated = unique('session')
    await new SessionStore().write(id, { auth_web: 'somebody' })
    const rotating = new SessionStore()
    await rotating.read(id)
    await new SessionStore().destroy(id)
    await rotating.destroy(id)
    await rotating.write(rotated, { auth_web: 'somebody' })
    assert.isNull(await new SessionStore().read(rotated))
  })
})

test.group('A session that a company’s issuer began', () => {
  const reach = { vouchedFor: [], isLimited: true }

  /** Somebody whom only an issuer has recognised so far, with things of theirs in the session. */
  async function recognised(more = {}) {
    const one = await signedIn()
    const [session] = await sessionsOf(one.identity.id)
    await putIntoSessions(one.identity, { reach, afterSetUp: one.path('/leads'), ...more })
    return { ...one, sessionId: session.id as string }
  }

  test('passes to another person empty', async ({ assert }) => {
    const first = await recognised({ impersonation: { id: 'x' } })
    const second = await makeCompany()
    await first.visitor.send('POST', '/login', { email: second.admin.identity.email, password: PASSWORD })
    assert.equal((await first.visitor.get(second.path('/leads'))).status, 200)
    const [session] = await sessionsOf(second.admin.identity.id)
    const values = storedValues(session)
    assert.notAnyProperties(values, ['reach', 'afterSetUp', 'impersonation'])
    assert.lengthOf(await sessionsOf(first.identity.id), 0)
  })

  test('keeps what is theirs when the same person shows a password', async ({ assert }) => {
    const { signIn, identity, path } = await recognised()
    await signIn()
    const [session] = await sessionsOf(identity.id)
    const values = storedValues(session)
    assert.notProperty(values, 'reach')
    assert.equal(values.afterSetUp, path('/leads'))
  })

  test('has a new id while it waits for a second factor, and can still be ended from elsewhere', async ({
    assert,
  }) => {
    const { signIn, identity, visitor, sessionId } = await recognised()
    await identity.merge({ twoFactorAt: DateTime.utc() }).save()
    const thief = visitor.copy()
    await signIn()
    const sessions = await sessionsOf(identity.id)
    assert.lengthOf(sessions, 1)
    assert.notEqual(sessions[0].id, sessionId)
    assert.isNotNull(sessions[0].device_id)
    assert.property(storedValues(sessions[0]), 'pendingSignIn')
    assert.equal((await thief.get('/companies')).headers.get('location'), '/login')
    await Device.forgetAllOf(identity)
    assert.equal((await visitor.get('/companies')).headers.get('location'), '/login')
  })
})

test.group('A device', () => {
  test('is known again by its cookie, and told apart from another browser', async ({ assert }) => {
    const phone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1'
    const { identity, visitor, signIn } = await signedIn({ ip: '203.0.113.7' })
    await visitor.send('DELETE', '/session')
    await signIn(visitor)
    await signIn(new Visitor({ userAgent: phone, ip: '2001:db8::1' }))
    const devices = await Device.of(identity).orderBy('id')
    assert.deepEqual(
      devices.map(({ browser, system, ip }) => [browser, system, ip]),
      [
        ['Chrome', 'Linux', '203.0.113.7'],
        ['Safari', 'iPhone', '2001:db8::1'],
      ]
    )
    assert.equal((await Device.signedIn(identity)).size, 2)
  })

  test('that is forgotten is signed out at once', async ({ assert }) => {
    const { identity, isIn } = await signedIn()
    assert.isTrue(await isIn())
    await (await Device.of(identity).firstOrFail()).forget()
    assert.isFalse(await isIn())
  })

  test('ends no session of another person in the same browser', async ({ assert }) => {
    const one = await signedIn()
    const other = await makeCompany()
    await one.visitor.send('DELETE', '/session')
    await one.visitor.send('POST', '/login', { email: other.admin.identity.email, password: PASSWORD })
    await (await Device.of(one.identity).firstOrFail()).forget()
    assert.equal((await one.visitor.get(other.path('/leads'))).status, 200)
  })
})
