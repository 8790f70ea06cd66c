import { test } from '@japa/runner'
import type { Page } from 'playwright'
import Customer from '#app/customers/customer'
import QrCode from '#app/qr_codes/qr_code'
import { makeCompany, makeMember, PASSWORD } from '#tests/factories'
import { Product } from '#tests/product'
import { makeQrCode } from '#tests/qr_factories'

const PHONE = { width: 360, height: 740 }

test.group('Field screens without signal', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.start({ driver: 'embedded', processes: ['web'] })
    return () => product.stop()
  })

  test('keep what was typed, send it once although an answer is lost, and ask about who is alike', async ({
    browser,
    assert,
  }) => {
    const { tenant, path, inside } = await makeCompany()
    const ray = await makeMember(tenant, 'field_user')
    const code = await inside(() => makeQrCode())
    const context = await browser.newContext({ viewport: PHONE })
    const page = await context.newPage()
    await page.goto(`${product.url}/login`)
    await page.locator('input[type=email]').fill(ray.identity.email)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/\/c\//)
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
})

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
