import { test } from '@japa/runner'
import { Product } from '#tests/product'

test.group('The running product', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  test('shows the sign-in page without an error and without a request to another host', async ({
    assert,
    browserContext,
  }) => {
    const page = await browserContext.newPage()
    const faults: string[] = []
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('response', (response) => response.ok() || faults.push(`${response.status()} ${response.url()}`))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))

    await page.goto(`${product.url}/login`)
    const button = page.getByRole('button', { name: 'Sign in' })
    const isShown = await button.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false
    )
    assert.deepEqual(faults, [])
    assert.isTrue(isShown, await page.locator('body').innerText())
    assert.deepEqual([...hosts], [new URL(product.url).host])
  })
})
