import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Totp } from '#app/two_factor/totp'
import Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import RecoveryCode from '#app/two_factor/recovery_code'
import AccessToken from '#app/access_tokens/access_token'
import TwoFactor from '#app/two_factor/two_factor'
import { makeCompany, PASSWORD } from '#tests/factories'
import { linkFor } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import { Visitor } from '#tests/visitor'

const STEP = 30_000
const NEW = 'seven purple walruses'
const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`
const stranger = () => new Visitor({ ip: someAddress() })

/** Somebody with two-factor sign-in, set up a while ago, and their app. */
async function person() {
  const company = await makeCompany()
  const { identity } = company.admin
  const secret = Totp.newSecret()
  const app = new Totp(secret, identity.email)
  await TwoFactor.turnOn(identity, secret, app.codeAt(Date.now()))
  await TwoFactor.query().where('identityId', identity.id).update({ lastStep: 0 })
  const codes = await RecoveryCode.renew(identity)
  const isIn = async (visitor: Visitor) => (await visitor.get(company.path('/leads'))).status === 200
  const begin = async (visitor = stranger()) => {
    await visitor.send('POST', '/login', { email: identity.email, password: PASSWORD })
    return visitor
  }
  const show = (visitor: Visitor, code: string) => visitor.send('POST', '/login/second_factor', { code })
  return { ...company, identity, app, codes, isIn, begin, show }
}

test.group('A second factor', () => {
  test('is asked for after the password, which alone opens nothing', async ({ assert }) => {
    const { app, isIn, begin, show, path } = await person()
    const visitor = await begin()
    assert.isFalse(await isIn(visitor))
    assert.equal((await visitor.get('/account/sign_in')).headers.get('location'), '/login')
    assert.equal((await visitor.get(path('/leads'))).headers.get('location'), '/login')
    await show(visitor, '000000')
    assert.isFalse(await isIn(visitor))
    await show(visitor, app.codeAt(Date.now()))
    assert.isTrue(await isIn(visitor))
  })

  test('takes a code of a clock that is one step off, and of none further', async ({ assert }) => {
    for (const [steps, isRight] of [
      [-2, false],
      [-1, true],
      [1, true],
      [2, false],
    ] as const) {
      const { app, isIn, begin, show } = await person()
      const visitor = await begin()
      await show(visitor, app.codeAt(Date.now() + steps * STEP))
      // The step may have turned between making the code and showing it.
      if (Math.abs(steps) === 1 || !(await isIn(visitor)))
        assert.equal(await isIn(visitor), isRight, `${steps}`)
    }
  })

  test('takes no code a second time, also not when both come at once', async ({ assert }) => {
    const { app, isIn, begin, show } = await person()
    const visitors = []
    for (let i = 0; i < 4; i++) visitors.push(await begin())
    const code = app.codeAt(Date.now())
    await Promise.all(visitors.map((visitor) => show(visitor, code)))
    assert.lengthOf((await Promise.all(visitors.map(isIn))).filter(Boolean), 1)
    const late = await begin()
    await show(late, code)
    assert.isFalse(await isIn(late))
  })

  test('can be a recovery code, once', async ({ assert }) => {
    const { codes, isIn, begin, show, identity } = await person()
    const visitors = []
    for (let i = 0; i < 3; i++) visitors.push(await begin())
    await Promise.all(visitors.map((visitor) => show(visitor, codes[0].toUpperCase().replaceAll('-', ' '))))
    assert.lengthOf((await Promise.all(visitors.map(isIn))).filter(Boolean), 1)
    assert.equal(await RecoveryCode.countLeft(identity), 9)
  })

  test('says of a wrong code what to do: wait for the app, or take another recovery code', async ({
    assert,
  }) => {
    const { codes, begin, show } = await person()
    const visitor = await begin()
    await show(visitor, codes[0])
    const wordsAfter = async (code: string) => {
      const late = await begin()
      await show(late, code)
      return (await late.get('/login/second_factor')).text()
    }
    assert.include(await wordsAfter('000000'), 'Wait for the next one')
    assert.include(await wordsAfter(codes[0]), 'take another one of yours')
  })

  test('is not guessed: ten tries for all strangers together, which signing in anew does not give back', async ({
    assert,
  }) => {
    const { app, isIn, begin, show } = await person()
    for (let guess = 0; guess < 10; guess++) await show(await begin(), '000000')
    const visitor = await begin()
    await show(visitor, app.codeAt(Date.now()))
    assert.isFalse(await isIn(visitor))
  })

  test('stays within reach of its owner on a known device while strangers guess', async ({ assert }) => {
    const { app, codes, isIn, begin, show } = await person()
    const owner = await begin()
    await show(owner, codes[0])
    await owner.send('DELETE', '/session')
    for (let guess = 0; guess < 11; guess++) await show(await begin(), '000000')
    await begin(owner)
    await show(owner, app.codeAt(Date.now()))
    assert.isTrue(await isIn(owner))
  })

  test('is over after ten minutes', async ({ assert }) => {
    const { app, isIn, begin, show, identity } = await person()
    const visitor = await begin()
    const sessions = db.connection('system').from('sessions')
    const [row] = await sessions.whereLike('data', `%"identityId":"${identity.id}"%`)
    const older = row.data.replace(/"at":(\d+)/, (_: string, at: string) => `"at":${Number(at) - 601_000}`)
    await db.connection('system').from('sessions').where('id', row.id).update({ data: older })
    await show(visitor, app.codeAt(Date.now()))
    assert.isFalse(await isIn(visitor))
  })

  test('is asked for after a mailed link and a reset password too', async ({ assert }) => {
    const server = await new MailServer().open()
    try {
      for (const [ask, body] of [
        ['/login/link', {}],
        ['/password/forgotten', { password: NEW }],
      ] as const) {
        const { identity, codes, isIn, show } = await person()
        const visitor = stranger()
        await visitor.send('POST', ask, { email: identity.email })
        await visitor.send('POST', await linkFor(server, identity.email), body)
        assert.isFalse(await isIn(visitor))
        await show(visitor, codes[3])
        assert.isTrue(await isIn(visitor))
      }
    } finally {
      await server.close()
    }
  })

  test('is asked for over the API as well', async ({ assert, client }) => {
    const { identity, app } = await person()
    const body = { email: identity.email, password: PASSWORD }
    ;(await client.post('/api/auth/login').json(body)).assertStatus(401)
    ;(await client.post('/api/auth/login').json({ ...body, code: '000000' })).assertStatus(422)
    const answer = await client.post('/api/auth/login').json({ ...body, code: app.codeAt(Date.now()) })
    assert.isBelow(answer.status(), 300)
  })

  test('keeps its secret encrypted for its owner, and its recovery codes hashed', async ({ assert }) => {
    const { identity, app, codes } = await person()
    const stored = JSON.stringify([
      await db.connection('system').from('two_factors').where('identity_id', identity.id),
      await db.connection('system').from('recovery_codes').where('identity_id', identity.id),
    ])
    for (const secret of [app.secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      assert.notInclude(stored, secret)
    const other = await person()
    const [mine] = await TwoFactor.query().where('identityId', identity.id)
    await TwoFactor.query().where('identityId', other.identity.id).update({ secret: mine.secret })
    const visitor = await other.begin()
    await other.show(visitor, app.codeAt(Date.now()))
    assert.isFalse(await other.isIn(visitor))
  })
})

test.group('Setting up a second factor', () => {
  test('begins when the app has proved the secret, and shows the recovery codes once', async ({ assert }) => {
    const { admin } = await makeCompany()
    const visitor = stranger()
    await visitor.send('POST', '/login', { email: admin.identity.email, password: PASSWORD })
    const page = (await (await visitor.get('/account/two_factor')).json()) as { props: { secret: string } }
    const app = new Totp(page.props.secret.replaceAll(' ', ''), admin.identity.email)
    await visitor.send('POST', '/account/two_factor', { code: '000000' })
    assert.isNull((await Identity.findOrFail(admin.identity.id)).twoFactorAt)
    const answer = await visitor.send('POST', '/account/two_factor', { code: app.codeAt(Date.now()) })
    assert.equal(answer.headers.get('location'), '/account/sign_in')
    const shown = (await (await visitor.get('/account/sign_in')).json()) as { flash: { shownOnce: string } }
    assert.lengthOf(shown.flash.shownOnce.split('\n'), 10)
    const again = (await (await visitor.get('/account/sign_in')).json()) as { flash: { shownOnce: null } }
    assert.notExists(again.flash.shownOnce)
    const identity = await Identity.findOrFail(admin.identity.id)
    assert.isNotNull(identity.twoFactorAt)
    assert.isTrue(await RecoveryCode.consume(identity, shown.flash.shownOnce.split('\n')[4]))
  })

  test('new recovery codes end the old ones, and turning it off ends all', async ({ assert }) => {
    const { identity, codes, begin, show, isIn } = await person()
    const visitor = await begin()
    await show(visitor, codes[0])
    await visitor.send('POST', '/account/recovery_codes')
    assert.isFalse(await RecoveryCode.consume(identity, codes[1]))
    await visitor.send('DELETE', '/account/two_factor')
    assert.equal(await RecoveryCode.countLeft(identity), 0)
    const other = await begin()
    assert.isTrue(await isIn(other))
  })
})

test.group('A company that requires a second factor', () => {
  test('leads members without one to set it up, and lets those with one in', async ({ assert }) => {
    const company = await person()
    await company.inside(async () => (await Tenant.current()).change({ requiresTwoFactor: true }))
    const has = await company.begin()
    await company.show(has, company.codes[0])
    assert.isTrue(await company.isIn(has))
    await TwoFactor.turnOff(await Identity.findOrFail(company.identity.id))
    const lacks = await company.begin()
    const answer = await lacks.get(company.path('/leads'))
    assert.equal(answer.headers.get('location'), '/account/two_factor')
  })

  test('refuses a program of a member without one, and says what to do', async ({ client }) => {
    const company = await person()
    await company.inside(async () => (await Tenant.current()).change({ requiresTwoFactor: true }))
    const credentials = { email: company.identity.email, password: PASSWORD }
    const signIn = (more = {}) => client.post('/api/auth/login').json({ ...credentials, ...more })
    ;(await signIn({ code: company.app.codeAt(Date.now()) })).assertStatus(200)
    await TwoFactor.turnOff(await Identity.findOrFail(company.identity.id))
    const refused = await signIn()
    refused.assertStatus(403)
    refused.assertBodyContains({ code: 'E_TWO_FACTOR_REQUIRED' })
    refused.assertTextIncludes('set it up in your account')
    await company.inside(async () => (await Tenant.current()).change({ requiresTwoFactor: false }))
    ;(await signIn()).assertStatus(200)
  })

  test('stops a program that signed in before, which goes on once there is a second factor', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { identity } = company.admin
    const require = (requiresTwoFactor: boolean) =>
      company.inside(async () => (await Tenant.current()).change({ requiresTwoFactor }))
    const refresh = (refreshToken: string) => client.post('/api/auth/refresh').json({ refreshToken })
    const read = (token: string) => client.get('/api/leads').bearerToken(token)
    const login = await client.post('/api/auth/login').json({ email: identity.email, password: PASSWORD })
    const pair = login.body().data
    const personal = await company.inside(() => AccessToken.mint(company.admin.user, 'Script'))
    await require(true)
    for (const refused of [
      await refresh(pair.refreshToken),
      await read(pair.accessToken),
      await read(personal),
    ]) {
      refused.assertStatus(403)
      refused.assertBodyContains({ code: 'E_TWO_FACTOR_REQUIRED' })
    }
    const secret = Totp.newSecret()
    await TwoFactor.turnOn(identity, secret, new Totp(secret, identity.email).codeAt(Date.now()))
    ;(await read(pair.accessToken)).assertStatus(200)
    ;(await read(personal)).assertStatus(200)
    const next = await refresh(pair.refreshToken)
    next.assertStatus(200)
    await TwoFactor.turnOff(await Identity.findOrFail(identity.id))
    const reused = await refresh(pair.refreshToken)
    assert.equal(reused.body().code, 'E_REFRESH_TOKEN_REUSED')
    await require(false)
    ;(await refresh(next.body().data.refreshToken)).assertStatus(401)
  })

  test('asks once: after the set-up the way leads on, and later set-ups are a choice again', async ({
    assert,
  }) => {
    const { inside, path, admin } = await makeCompany()
    await inside(async () => (await Tenant.current()).change({ requiresTwoFactor: true }))
    const visitor = stranger()
    const page = async <Props>(at: string) =>
      ((await (await visitor.get(at)).json()) as { props: Props }).props
    await visitor.send('POST', '/login', { email: admin.identity.email, password: PASSWORD })
    await visitor.get(path('/leads'))
    const setUp = await page<{ secret: string; isRequired: boolean }>('/account/two_factor')
    assert.isTrue(setUp.isRequired)
    const app = new Totp(setUp.secret.replaceAll(' ', ''), admin.identity.email)
    await visitor.send('POST', '/account/two_factor', { code: app.codeAt(Date.now()) })
    assert.equal((await page<{ wayBack: string }>('/account/sign_in')).wayBack, path('/leads'))
    assert.isNull((await page<{ wayBack: null }>('/account/sign_in')).wayBack)
    assert.isFalse((await page<{ isRequired: boolean }>('/account/two_factor')).isRequired)
  })
})
