import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import Customer from '#app/customers/customer'
import QrCode from '#app/qr_codes/qr_code'
import { makeCompany, makeMember, PASSWORD, type Member } from '#tests/factories'
import { Product } from '#tests/product'
import { makeQrCode } from '#tests/qr_factories'

const PHONE = { width: 360, height: 740 }

test.group('Field screens without signal', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  test('keep what was typed, send it once although an answer is lost, and ask about who is alike', async ({
    browser,
    assert,
  }) => {
    const { tenant, path, inside } = await makeCompany()
    const ray = await makeMember(tenant, 'field_user')
    const code = await inside(() => makeQrCode())
    const context = await browser.newContext({ viewport: PHONE })
    const page = await signIn(context, product, ray)
    const begin = async (qs: string, name: string) => {
      await page.goto(`${product.url}${path('/field/customers/new')}${qs}`)
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Phone').fill('303 555 0177')
    }

    await begin(`?code=${code.shortCode}`, 'Cleo Marsh')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Save and bind the code' }).click()
    await page.getByText('One form waits on this phone').waitFor()
    await loseNextAnswer(page)
    await context.setOffline(false)
    await page.waitForRequest(/field\/submissions/)
    // Unless the queue has sent it by itself meanwhile.
    await page
      .getByRole('button', { name: 'Send now' })
      .click({ timeout: 3000 })
      .catch(() => {})
    await page.getByText('One form waits on this phone').waitFor({ state: 'detached' })
    const [cleo, ...more] = await inside(() => Customer.all())
    assert.isEmpty(more)
    assert.equal((await inside(() => QrCode.findOrFail(code.id))).customerId, cleo.id)

    await begin('', 'C. Marsh')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Save customer' }).click()
    await page.getByText('C. Marsh is kept on this phone').waitFor()
    await context.setOffline(false)
    await page.getByText('Is it this customer?').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'No, this is another customer' }).click()
    await page.getByText('One form waits on this phone').waitFor({ state: 'detached' })
    assert.lengthOf(await inside(() => Customer.all()), 2)
    await context.close()
  }).timeout(60_000)

  test('open all the same, take in a customer and a label, each sent once, and are gone when somebody signs out', async ({
    browser,
    assert,
  }) => {
    const { tenant, path, inside, as } = await makeCompany()
    const ray = await makeMember(tenant, 'field_user')
    const [typed, scanned] = await inside(() => Promise.all([makeQrCode(), makeQrCode()]))
    const ida = await as(ray, () => Customer.register({ name: 'Ida Moss', country: 'US' }))
    const context = await browser.newContext({ viewport: PHONE })
    const page = await signIn(context, product, ray)
    // What waits for a function does not wait for its promise.
    const isKept = async (at: string) => {
      const kept = `caches.match(${JSON.stringify(product.url + path(at))}).then(Boolean)`
      while (!(await page.evaluate(kept))) await page.waitForTimeout(100)
    }
    const customers = page.getByRole('heading', { name: 'Customers', exact: true })
    await page.getByRole('link', { name: 'Customers', exact: true }).click()
    await customers.waitFor()
    for (const at of ['', '/customers', '/customers/new', '/bindings/new']) await isKept(`/field${at}`)

    await context.setOffline(true)
    // Hours without signal.
    await context.clearCookies({ name: 'XSRF-TOKEN' })
    await page.goto(`${product.url}${path('/field')}`)
    await page.getByText('No signal. As it was on').waitFor()
    await page.getByRole('link', { name: 'Customers', exact: true }).click()
    await customers.waitFor()
    await page.getByRole('link', { name: 'New customer' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Cleo Marsh')
    await page.getByRole('button', { name: 'Save customer' }).click()
    await page.getByText('Cleo Marsh is kept on this phone').waitFor()
    await page.getByRole('link', { name: 'Scan', exact: true }).click()
    await page.getByLabel('Code on the label').fill(typed.shortCode)
    await page.getByRole('button', { name: 'Look up' }).click()
    await bindToIda(page)
    // As the camera of the phone opens it.
    await page.goto(scanned.urlAt(product.url))
    await page.getByText('The label you scanned').waitFor()
    await bindToIda(page)
    await page.goto(`${product.url}${path('/field/customers/0193f1c0-0000-7000-8000-000000000000')}`)
    await page.getByText('This screen is not kept on this phone').waitFor()
    await page.getByRole('link', { name: 'Back to the start' }).click()
    await page.getByText('3 forms wait on this phone').waitFor()

    await context.setOffline(false)
    await page.getByText(/forms? waits? on this phone/).waitFor({ state: 'detached' })
    await page.getByText('No signal. As it was on').waitFor({ state: 'detached' })
    assert.sameMembers(
      (await inside(() => Customer.all())).map(({ name }) => name),
      ['Ida Moss', 'Cleo Marsh']
    )
    const bound = await inside(() => QrCode.findMany([typed.id, scanned.id]))
    assert.deepEqual(
      bound.map(({ customerId }) => customerId),
      [ida.id, ida.id]
    )
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL(/\/login/)
    assert.notInclude(await page.evaluate(`caches.keys().then(String)`), 'field-pages')
    await context.close()
  }).timeout(60_000)
})

async function bindToIda(page: Page) {
  await page.getByRole('link', { name: /Ida Moss/ }).click()
  await page.getByRole('button', { name: 'Bind it to Ida Moss' }).click()
  await page.getByText('The binding is kept on this phone').waitFor()
}

async function signIn(context: BrowserContext, product: Product, { identity }: Member) {
  const page = await context.newPage()
  await page.goto(`${product.url}/login`)
  await page.locator('input[type=email]').fill(identity.email)
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/c\//)
  return page
}

/** The server does its work, and the phone never hears of it. */
async function loseNextAnswer(page: Page) {
  await page.route(
    /field\/submissions/,
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 }
  )
}
