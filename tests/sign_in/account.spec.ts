import { test } from '@japa/runner'
import Identity from '#app/identity/identity'
import Device from '#app/sign_in/device'
import { makeCompany, PASSWORD } from '#tests/factories'
import { mailsTo } from '#tests/identity_mails'
import { Visitor } from '#tests/visitor'

const NEW = 'seven purple walruses'

async function person() {
  const company = await makeCompany()
  const { identity } = company.admin
  const signedIn = async (isRemembered = false) => {
    const visitor = new Visitor()
    await visitor.send('POST', '/login', { email: identity.email, password: PASSWORD, isRemembered })
    return visitor
  }
  const isIn = async (visitor: Visitor) => (await visitor.get(company.path('/leads'))).status === 200
  return { ...company, identity, signedIn, isIn }
}

test.group('An account', () => {
  test('a new password signs out every other device and none here, and the owner is told', async ({
    assert,
  }) => {
    const { identity, signedIn, isIn } = await person()
    const [here, there] = [await signedIn(), await signedIn(true)]
    await here.send('PUT', '/account/password', { password: 'qwertyuiop' })
    assert.isTrue(await isIn(there))
    await here.send('PUT', '/account/password', { password: NEW })
    assert.isTrue(await isIn(here))
    assert.isFalse(await isIn(there))
    assert.isTrue(await (await Identity.findOrFail(identity.id)).verifyPassword(NEW))
    const kinds = (await mailsTo(identity.email)).map(({ kind }) => kind)
    assert.includeMembers(kinds, ['new_device', 'password_changed'])
  })

  test('signs a device out from the list, and nobody else’s', async ({ assert }) => {
    const { identity, signedIn, isIn } = await person()
    const stranger = await person()
    const [here, there, foreign] = [await signedIn(), await signedIn(), await stranger.signedIn()]
    const [, device] = await Device.of(identity).orderBy('id')
    await foreign.send('DELETE', `/account/devices/${device.id}`)
    assert.isTrue(await isIn(there))
    await here.send('DELETE', `/account/devices/${device.id}`)
    assert.isFalse(await isIn(there))
    assert.isTrue(await isIn(here))
  })

  test('signs out everywhere else at once', async ({ assert }) => {
    const { signedIn, isIn } = await person()
    const [here, ...others] = [await signedIn(), await signedIn(true), await signedIn()]
    await here.send('DELETE', '/account/sessions')
    assert.isTrue(await isIn(here))
    for (const other of others) assert.isFalse(await isIn(other))
  })

  test('says which devices there are', async ({ assert }) => {
    const { signedIn } = await person()
    const visitor = await signedIn(true)
    const page = (await (await visitor.get('/account/devices')).json()) as {
      props: { devices: Record<string, unknown>[] }
    }
    assert.lengthOf(page.props.devices, 1)
    assert.deepInclude(page.props.devices[0], {
      browser: 'Chrome',
      system: 'Linux',
      isHere: true,
      isSignedIn: true,
      isRemembered: true,
    })
    assert.notProperty(page.props.devices[0], 'keyHash')
  })

  test('sends no link to somebody who does not want to sign in by mail', async ({ assert }) => {
    const { identity, signedIn } = await person()
    const visitor = await signedIn()
    await visitor.send('PUT', '/account/sign_in', { acceptsSignInLinks: false })
    assert.isFalse((await Identity.findOrFail(identity.id)).acceptsSignInLinks)
  })
})
