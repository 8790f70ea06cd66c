import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import SocialAccount from '#app/social_accounts/social_account'
import RecoveryCode from '#app/two_factor/recovery_code'
import TwoFactor from '#app/two_factor/two_factor'
import { Totp } from '#app/two_factor/totp'
import { connect, TestIssuer } from '#tests/test_issuer'
import { makeCompany, PASSWORD, unique } from '#tests/factories'
import { mailsTo, sendTo } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import { TestGithub, TestGoogle } from '#tests/social_providers'
import { Visitor } from '#tests/visitor'

const FLOW_LOST =
  'This was begun somewhere else, is over already, or took longer than ten minutes. Begin again.'

type Provider = TestGoogle | TestGithub

const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`
const visitor = () => new Visitor({ ip: someAddress() })
const providers: Provider[] = []

/** From the button to the answer of the provider's callback. */
async function walk(browser: Visitor, provider: Provider, begin = `/login/with/${provider.name}`) {
  const left = await browser.send('POST', begin)
  return browser.get(await passProvider(left.headers.get('x-inertia-location')!))
}

/** The provider's own pages: the person agrees, or does not. */
async function passProvider(address: string) {
  const answer = await fetch(address, { redirect: 'manual' })
  const { pathname, search } = new URL(answer.headers.get('location')!)
  return pathname + search
}

/** What the next page says to whoever comes to it. */
async function wordsAfter(browser: Visitor, path: string) {
  const page = (await (await browser.get(path)).json()) as {
    flash?: { error?: string }
    props: { flash?: object }
  }
  return JSON.stringify([page.flash, page.props.flash])
}

/** A member whose address the provider knows, at a mailbox that the provider runs where it runs any. */
async function member({ hasPassword = true } = {}) {
  const company = await makeCompany()
  const { identity } = company.admin
  const email = `${unique('gus')}@gmail.com`
  await identity.merge({ email, ...(!hasPassword && { password: null }) }).save()
  await company.inside(() => company.admin.user.merge({ email }).save())
  const isIn = async (browser: Visitor) => (await browser.get(company.path('/leads'))).status === 200
  return { ...company, identity, email, isIn }
}

const signInByPassword = (browser: Visitor, email: string) =>
  browser.send('POST', '/login', { email, password: PASSWORD })

test.group('Social sign-in', (group) => {
  group.setup(async () => {
    providers.push(await TestGoogle.start(), await TestGithub.start())
    return async () => {
      for (const provider of providers.splice(0)) await provider.stop()
    }
  })

  test('is offered only where the installation has a client', async ({ assert }) => {
    const offered = async () => {
      const page = (await (await visitor().get('/login')).json()) as {
        props: { socialProviders: { name: string }[] }
      }
      return page.props.socialProviders.map(({ name }) => name)
    }
    assert.deepEqual(await offered(), ['google', 'github'])
    const { settings } = providers[1]
    const { clientId } = settings
    settings.clientId = ''
    assert.deepEqual(await offered(), ['google'])
    assert.equal((await visitor().send('POST', '/login/with/github')).status, 404)
    settings.clientId = clientId
    assert.equal((await visitor().send('POST', '/login/with/somebody')).status, 404)
  })

  test('leaves with state and PKCE, for this client and one address to come back to', async ({ assert }) => {
    for (const provider of providers) {
      const left = await visitor().send('POST', `/login/with/${provider.name}`)
      const to = new URL(left.headers.get('x-inertia-location')!)
      assert.equal(to.origin + to.pathname, provider.settings.authorizeUrl)
      assert.include(Object.fromEntries(to.searchParams), {
        client_id: 'client-of-latchkey',
        redirect_uri: `${process.env.APP_URL}/login/with/${provider.name}/callback`,
        code_challenge_method: 'S256',
      })
      assert.match(to.searchParams.get('state')!, /^[\w-]{43}$/)
      assert.match(to.searchParams.get('code_challenge')!, /^[\w-]{43}$/)
      assert.notInclude(to.href, 'secret')
    }
  })

  for (const index of [0, 1]) {
    const name = ['Google', 'GitHub'][index]

    test(`by ${name} knows a connected account again, whatever has become of its address`, async ({
      assert,
    }) => {
      const provider = providers[index]
      const { identity, email, isIn } = await member()
      const subject = provider.recognise(email)
      await SocialAccount.connect(identity, provider.name, { subject, email, name: 'Gus' })
      if (provider instanceof TestGoogle) provider.person.email = 'gus@elsewhere.example'
      else provider.addresses = []
      const browser = visitor()
      const back = await walk(browser, provider)
      assert.equal(back.headers.get('location'), '/')
      assert.isTrue(await isIn(browser))
      assert.isNotNull((await SocialAccount.of(identity).firstOrFail()).signedInAt)
    })

    test(`by ${name} never takes a login over: its owner shows the password once`, async ({ assert }) => {
      const provider = providers[index]
      const { identity, email, isIn } = await member()
      provider.recognise(email)
      const browser = visitor()
      assert.equal((await walk(browser, provider)).headers.get('location'), '/login/connection')
      assert.isFalse(await isIn(browser))
      assert.lengthOf(await SocialAccount.of(identity), 0)
      for (const wrong of [{}, { password: 'wrong horse battery' }]) {
        await browser.send('POST', '/login/connection', wrong)
        assert.isFalse(await isIn(browser))
        assert.lengthOf(await SocialAccount.of(identity), 0)
      }
      await browser.send('POST', '/login/connection', { password: PASSWORD })
      assert.isTrue(await isIn(browser))
      const second = visitor()
      await walk(second, provider)
      assert.isTrue(await isIn(second))
    })

    test(`by ${name} counts for nothing with an address that it has not verified`, async ({ assert }) => {
      const provider = providers[index]
      const { identity, email, isIn } = await member()
      provider.recognise(email, { isVerified: false })
      const browser = visitor()
      assert.equal((await walk(browser, provider)).headers.get('location'), '/login')
      assert.include(await wordsAfter(browser, '/login'), 'has not verified an e-mail address of yours')
      assert.isFalse(await isIn(browser))
      assert.lengthOf(await SocialAccount.of(identity), 0)
    })

    test(`by ${name} lets nobody new in, and says so`, async ({ assert }) => {
      const provider = providers[index]
      const email = `${unique('stranger')}@gmail.com`
      provider.recognise(email)
      const browser = visitor()
      assert.equal((await walk(browser, provider)).headers.get('location'), '/login')
      assert.include(await wordsAfter(browser, '/login'), 'Nobody has a login with the address')
      assert.isNull(await Identity.byEmail(email))
    })

    test(`by ${name} says in words that consent was denied`, async ({ assert }) => {
      const provider = providers[index]
      const { email } = await member()
      provider.recognise(email)
      provider.isDenied = true
      const browser = visitor()
      assert.equal((await walk(browser, provider)).headers.get('location'), '/login')
      assert.include(await wordsAfter(browser, '/login'), `You did not let ${name} tell us who you are`)
    })

    test(`by ${name} refuses a swapped, missing, late or repeated state`, async ({ assert }) => {
      const provider = providers[index]
      const { identity, email, isIn } = await member()
      const subject = provider.recognise(email)
      await SocialAccount.connect(identity, provider.name, { subject, email, name: 'Gus' })
      const begin = async (browser: Visitor) => {
        const left = await browser.send('POST', `/login/with/${provider.name}`)
        return passProvider(left.headers.get('x-inertia-location')!)
      }
      const spoil: [string, (path: string) => string][] = [
        ['swapped', (path) => path.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)],
        ['missing', (path) => path.replace(/state=[^&]+/, '')],
        ['for the other provider', (path) => path.replace(/with\/\w+/, `with/${providers[1 - index].name}`)],
      ]
      for (const [how, change] of spoil) {
        const browser = visitor()
        await browser.get(change(await begin(browser)))
        assert.isFalse(await isIn(browser), how)
      }
      const late = visitor()
      const lateAnswer = await begin(late)
      clock.travelTo(DateTime.utc().plus({ minutes: 11 }))
      await late.get(lateAnswer)
      clock.comeBack()
      assert.isFalse(await isIn(late), 'late')
      const [mine, theirs] = [visitor(), visitor()]
      const path = await begin(theirs)
      await begin(mine)
      await mine.get(path)
      assert.isFalse(await isIn(mine), 'begun in another browser')
      const thief = theirs.copy()
      await theirs.get(path)
      assert.isTrue(await isIn(theirs))
      await thief.get(path)
      assert.isFalse(await isIn(thief), 'used a second time')
    })
  }

  test('takes an answer once, even where two come with the same session', async ({ client }) => {
    const [provider] = providers
    const { identity, email } = await member()
    const subject = provider.recognise(email)
    await SocialAccount.connect(identity, provider.name, { subject, email, name: 'Gus' })
    const left = await client.post('/login/with/google').withCsrfToken().withInertia()
    const path = await passProvider(left.header('x-inertia-location')!)
    const comeBack = () => client.get(path).withSession(left.session()).redirects(0)
    const first = await comeBack()
    first.assertSession('auth_web', identity.id)
    const second = await comeBack()
    second.assertFlashMessage('error', FLOW_LOST)
    second.assertSessionMissing('auth_web')
  })

  test('opens a login without a password only where the provider runs the mailbox, and tells its owner', async ({
    assert,
    cleanup,
  }) => {
    const server = await new MailServer().open()
    cleanup(() => server.close())
    const [googleProvider, githubProvider] = providers
    const { identity, email, isIn } = await member({ hasPassword: false })
    const browser = visitor()
    githubProvider.recognise(email)
    assert.equal((await walk(browser, githubProvider)).headers.get('location'), '/login')
    assert.include(await wordsAfter(browser, '/login'), 'Sign in once as you usually do')
    const elsewhere = await member({ hasPassword: false })
    await elsewhere.identity.merge({ email: `${unique('gus')}@firm.example` }).save()
    googleProvider.recognise(elsewhere.identity.email)
    assert.equal((await walk(browser, googleProvider)).headers.get('location'), '/login')
    googleProvider.recognise(email)
    assert.equal((await walk(browser, googleProvider)).headers.get('location'), '/')
    assert.isTrue(await isIn(browser))
    await sendTo(email)
    const mail = await mailsTo(email).where('kind', 'social_account_connected').firstOrFail()
    assert.equal(mail.subject, 'Google now signs you in')
    assert.equal(mail.state, 'sent')
    assert.equal((await SocialAccount.of(identity)).length, 1)
  })

  test('still asks for the second factor, at the first sign-in and at every later one', async ({
    assert,
  }) => {
    const [provider] = providers
    const { identity, email, isIn } = await member()
    const secret = Totp.newSecret()
    const app = new Totp(secret, email)
    await TwoFactor.turnOn(identity, secret, app.codeAt(Date.now()))
    await TwoFactor.query().where('identityId', identity.id).update({ lastStep: 0 })
    const codes = await RecoveryCode.renew(identity)
    provider.recognise(email)
    const browser = visitor()
    assert.equal((await walk(browser, provider)).headers.get('location'), '/login/connection')
    await browser.send('POST', '/login/connection', { password: PASSWORD })
    await browser.send('POST', '/login/connection', { code: codes[0] })
    assert.isFalse(await isIn(browser))
    assert.lengthOf(await SocialAccount.of(identity), 0)
    await browser.send('POST', '/login/connection', { password: PASSWORD, code: codes[0] })
    assert.isTrue(await isIn(browser))
    const later = visitor()
    assert.equal((await walk(later, provider)).headers.get('location'), '/login/second_factor')
    assert.isFalse(await isIn(later))
    await later.send('POST', '/login/second_factor', { code: app.codeAt(Date.now()) })
    assert.isTrue(await isIn(later))
  })

  test('does not open a company that sends its members through its own issuer', async ({ assert }) => {
    const issuer = await TestIssuer.start()
    try {
      const [provider] = providers
      const { identity, tenant, path, ...company } = await member()
      const { address } = await connect({ tenant, path, ...company }, issuer.url)
      const email = address()
      await company.inside(() => company.admin.user.merge({ email }).save())
      await company.inside(async () => (await Tenant.current()).merge({ requiresSingleSignOn: true }).save())
      const subject = provider.recognise(identity.email)
      await SocialAccount.connect(identity, provider.name, { subject, email, name: 'Gus' })
      const browser = visitor()
      assert.equal((await walk(browser, provider)).headers.get('location'), '/')
      const page = await browser.get(path('/leads'))
      assert.match(page.headers.get('x-inertia-location')!, new RegExp(`^/sso/${tenant.slug}`))
    } finally {
      await issuer.stop()
    }
  })

  test('refuses a person whose login is closed', async ({ assert }) => {
    const [provider] = providers
    const { identity, email, isIn } = await member()
    const subject = provider.recognise(email)
    await SocialAccount.connect(identity, provider.name, { subject, email, name: 'Gus' })
    await identity.disable()
    const browser = visitor()
    assert.equal((await walk(browser, provider)).headers.get('location'), '/login')
    assert.isFalse(await isIn(browser))
  })

  test('says so when the provider cannot be understood', async ({ assert }) => {
    const github = providers[1] as TestGithub
    const { identity, email, isIn } = await member()
    const subject = github.recognise(email)
    await SocialAccount.connect(identity, 'github', { subject, email, name: 'Gus' })
    const { clientSecret } = github.settings
    for (const broken of [
      () => (github.broken = { status: 500, body: 'oops' }),
      () => (github.broken = { body: { id: 'not a number' } }),
      () => (github.broken = { body: null }),
      () => (github.settings.clientSecret = 'wrong'),
    ]) {
      broken()
      const browser = visitor()
      assert.equal((await walk(browser, github)).headers.get('location'), '/login')
      assert.include(await wordsAfter(browser, '/login'), 'did not let you in')
      assert.isFalse(await isIn(browser))
      github.broken = undefined
    }
    github.settings.clientSecret = clientSecret
  })
})

test.group('Connecting accounts', (group) => {
  group.setup(async () => {
    providers.push(await TestGoogle.start(), await TestGithub.start())
    return async () => {
      for (const provider of providers.splice(0)) await provider.stop()
    }
  })

  test('is done on the account page, whatever address the account has', async ({ assert }) => {
    const [, provider] = providers
    const { identity, email, isIn } = await member()
    const subject = provider.recognise(`${unique('other')}@elsewhere.example`)
    const browser = visitor()
    await signInByPassword(browser, email)
    const back = await walk(browser, provider, '/account/social_accounts/github')
    assert.equal(back.headers.get('location'), '/account/sign_in')
    assert.include(await wordsAfter(browser, '/account/sign_in'), 'GitHub is connected')
    assert.equal((await SocialAccount.of(identity).firstOrFail()).subject, subject)
    const later = visitor()
    await walk(later, provider)
    assert.isTrue(await isIn(later))
  })

  test('asks again who is there, and needs the same person at the end', async ({ client, assert }) => {
    const [provider] = providers
    const [first, second] = [await member(), await member()]
    const asked = await client
      .post('/account/social_accounts/google')
      .withSession({ provenAt: 0 })
      .loginAs(first.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    asked.assertFlashMessage('isConfirmationAsked', true)
    provider.recognise(`${unique('other')}@elsewhere.example`)
    const left = await client
      .post('/account/social_accounts/google')
      .loginAs(first.identity)
      .withCsrfToken()
      .withInertia()
    const path = await passProvider(left.header('x-inertia-location')!)
    const { auth_web: _, ...session } = left.session()
    const back = await client.get(path).withSession(session).loginAs(second.identity).redirects(0)
    back.assertFlashMessage('error', FLOW_LOST)
    for (const { identity } of [first, second]) assert.lengthOf(await SocialAccount.of(identity), 0)
  })

  test('connects one account with one login, and one of each provider', async ({ assert }) => {
    const [provider] = providers
    const [owner, other] = [await member(), await member()]
    const subject = provider.recognise(owner.email)
    await SocialAccount.connect(owner.identity, 'google', { subject, email: owner.email, name: 'Gus' })
    const browser = visitor()
    await signInByPassword(browser, other.email)
    await walk(browser, provider, '/account/social_accounts/google')
    assert.include(await wordsAfter(browser, '/account/sign_in'), 'connected with another login')
    assert.lengthOf(await SocialAccount.of(other.identity), 0)
    provider.recognise(`${unique('second')}@gmail.com`)
    const owners = visitor()
    await signInByPassword(owners, owner.email)
    await walk(owners, provider, '/account/social_accounts/google')
    assert.include(await wordsAfter(owners, '/account/sign_in'), 'Disconnect it first')
    assert.equal((await SocialAccount.of(owner.identity)).length, 1)
  })

  test('is undone by its owner only, who keeps a way in', async ({ client, assert }) => {
    const [owner, other] = [await member({ hasPassword: false }), await member()]
    const account = await SocialAccount.connect(owner.identity, 'google', {
      subject: unique('sub'),
      email: owner.email,
      name: 'Gus',
    })
    const disconnect = (identity: Identity) =>
      client.delete(`/account/social_accounts/${account.id}`).loginAs(identity).withCsrfToken().redirects(0)
    const theirs = await disconnect(other.identity)
    theirs.assertStatus(404)
    await owner.identity.merge({ acceptsSignInLinks: false }).save()
    const last = await disconnect(owner.identity)
    assert.notEqual(last.status(), 200)
    assert.lengthOf(await SocialAccount.of(owner.identity), 1)
    await owner.identity.merge({ acceptsSignInLinks: true }).save()
    const done = await disconnect(owner.identity)
    done.assertStatus(302)
    assert.lengthOf(await SocialAccount.of(owner.identity), 0)
  })
})
