import { test } from '@japa/runner'
import { makeCompany, makeIdentity, PASSWORD } from '#tests/factories'
import { PlainBrowser } from '#tests/security/plain_browser'

const SESSION = 'latchkey_session'
const isIn = async (browser: PlainBrowser) => (await browser.ask('/companies')).status === 200
const browserWith = (session: string) => new PlainBrowser().setCookie(SESSION, session)

test.group('A session', () => {
  test('gets another id when somebody signs in, and the one from before opens nothing', async ({
    assert,
  }) => {
    const person = await makeIdentity('Somebody')
    const browser = new PlainBrowser()
    await browser.ask('/login')
    const before = browser.cookie(SESSION)!
    await browser.signIn(person.email, PASSWORD)
    const after = browser.cookie(SESSION)!
    assert.notEqual(after, before)
    assert.isTrue(await isIn(browserWith(after)))
    assert.isFalse(await isIn(browserWith(before)))
  })

  test('never takes an id that a visitor made up or signed elsewhere', async ({ assert }) => {
    const person = await makeIdentity('Somebody')
    for (const made of [
      'aaaaaaaaaaaaaaaaaaaa',
      's:eyJtZXNzYWdlIjoiYWJjIn0.c2ln',
      'e:abc',
      '',
      'a'.repeat(3000),
    ]) {
      const browser = new PlainBrowser().setCookie(SESSION, encodeURIComponent(made))
      await browser.signIn(person.email, PASSWORD)
      assert.notEqual(browser.cookie(SESSION), encodeURIComponent(made))
      assert.isTrue(await isIn(browser))
      assert.isFalse(await isIn(browserWith(encodeURIComponent(made))))
    }
  })

  test('gets another id when its person shows the password again', async ({ assert }) => {
    const { admin } = await makeCompany()
    const browser = new PlainBrowser()
    await browser.signIn(admin.identity.email, PASSWORD)
    const before = browser.cookie(SESSION)!
    await browser.ask('/confirmation')
    const answer = await browser.post('/confirmation', { password: PASSWORD })
    assert.equal(answer.status, 302)
    assert.notEqual(browser.cookie(SESSION), before)
    assert.isFalse(await isIn(browserWith(before)))
    assert.isTrue(await isIn(browser))
  })

  test('is over on our side once its person signs out', async ({ assert }) => {
    const person = await makeIdentity('Somebody')
    const browser = new PlainBrowser()
    await browser.signIn(person.email, PASSWORD)
    const stolen = browser.cookie(SESSION)!
    assert.isTrue(await isIn(browserWith(stolen)))
    await browser.post('/session', {}, { method: 'DELETE' })
    assert.isFalse(await isIn(browser))
    assert.isFalse(await isIn(browserWith(stolen)))
  })

  test('of one browser opens nothing when only its signature is changed', async ({ assert }) => {
    const person = await makeIdentity('Somebody')
    const browser = new PlainBrowser()
    await browser.signIn(person.email, PASSWORD)
    const cookie = browser.cookie(SESSION)!
    assert.isFalse(await isIn(browserWith(cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A'))))
    assert.isFalse(await isIn(browserWith(cookie.slice(0, cookie.length / 2))))
  })
})
