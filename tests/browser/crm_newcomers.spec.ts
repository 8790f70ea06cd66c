import { test } from '@japa/runner'
import { barriersOn } from '#tests/axe'
import { DESK, PHONE } from '#tests/browser/main_job'
import { makeWorld } from '#tests/functional/stranger/world'
import { PASSWORD } from '#tests/factories'
import { Product } from '#tests/product'

test.group('What the customer system has to ask', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  test('is decided at a desk and on a phone: who is new there, and whose word counts', async ({
    browser,
    assert,
  }) => {
    const world = await makeWorld()
    await world.crmNewcomer()
    const { customerId } = await world.crmConflict()
    const context = await browser.newContext({ viewport: DESK, baseURL: product.url })
    const page = await context.newPage()
    const look = async () => {
      for (const size of [PHONE, DESK]) {
        await page.setViewportSize(size)
        assert.deepEqual(await barriersOn(page), [])
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), 0)
      }
    }
    await page.goto('/login')
    await page.getByLabel('E-mail').fill(world.admin.identity.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/\/c\//)

    await page.goto(world.path('/settings/customer_system'))
    await look()
    await page.getByRole('link', { name: 'Look at 1' }).click()
    await page.getByRole('heading', { name: 'New in HubSpot' }).waitFor()
    await look()
    await page.getByRole('button', { name: /^The same: Zoë .* is Zoe/ }).click()
    await page.getByText('are one from now on').first().waitFor()
    await page.getByText('Nobody waits').waitFor()
    await look()

    await page.goto(world.path(`/customers/${customerId}`))
    await page.getByRole('heading', { name: 'Different in HubSpot' }).waitFor()
    await look()
    await page.getByRole('button', { name: 'Take this' }).click()
    await page.getByRole('heading', { name: 'Different in HubSpot' }).waitFor({ state: 'detached' })
    await context.close()
  }).timeout(90_000)
})
