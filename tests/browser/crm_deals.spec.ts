import { test } from '@japa/runner'
import CrmConnection from '#app/crm_connections/crm_connection'
import { barriersOn } from '#tests/axe'
import { DESK, PHONE } from '#tests/browser/main_job'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'
import { makeCompany, PASSWORD } from '#tests/factories'
import { Product } from '#tests/product'

test.group('Requests that become deals', (group) => {
  let product: Product
  let hubspot: HubSpotServer

  group.setup(async () => {
    hubspot = await HubSpotServer.start()
    product = await Product.start({
      driver: 'embedded',
      processes: ['web'],
      env: { HUBSPOT_API_URL: hubspot.url },
    })
    return async () => {
      await product.stop()
      await hubspot.stop()
    }
  })

  test('are switched on with a pipeline and stages, and off again, at a desk and on a phone', async ({
    browser,
    assert,
  }) => {
    const { inside, admin, path } = await makeCompany()
    await inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, admin.user))
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
    await page.getByLabel('E-mail').fill(admin.identity.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/\/c\//)

    await page.goto(path('/settings/customer_system'))
    await page.getByRole('link', { name: 'Set up' }).click()
    await page.getByRole('heading', { name: 'Deals in HubSpot' }).waitFor()
    await look()
    await page.getByLabel('In progress').click()
    await page.getByRole('option', { name: 'Won' }).click()
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByText('become deals in HubSpot.').first().waitFor()
    await page.getByRole('button', { name: 'Switch off' }).waitFor()
    // A button under the pointer is of another colour.
    await page.mouse.move(0, 0)
    await page.reload()
    assert.include(await page.getByLabel('In progress').innerText(), 'Won')
    await look()

    await page.getByRole('button', { name: 'Switch off' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click()
    await page.getByText('Requests go there no more').first().waitFor()
    await page.getByRole('link', { name: 'Set up' }).waitFor()
    await context.close()
  }).timeout(90_000)
})
