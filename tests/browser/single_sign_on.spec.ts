import { test } from '@japa/runner'
import AccessToken from '#app/access_tokens/access_token'
import User from '#app/identity/user'
import Identity from '#app/identity/identity'
import { DESK, PHONE } from '#tests/browser/main_job'
import { makeCompany } from '#tests/factories'
import { Product } from '#tests/product'
import { putIntoSessions } from '#tests/stored_sessions'
import { connect, TestIssuer } from '#tests/test_issuer'

const SIZES = process.env.SCREENS ? { wide: DESK, narrow: PHONE } : { narrow: PHONE }
const LONG_AGO = { provenAt: 0 }

test.group('Somebody whom only the issuer of their company knows', (group) => {
  let product: Product
  let issuer: TestIssuer

  group.setup(async () => {
    issuer = await TestIssuer.start()
    const env = { SSO_PRIVATE_ISSUERS: issuer.host }
    product = await Product.start({ driver: 'embedded', processes: ['web'], env })
    return async () => {
      await product.stop()
      await issuer.stop()
    }
  })

  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`comes in through it, and confirms in a window beside the page (${size})`, async ({
      browser,
      assert,
    }) => {
      issuer.calm()
      const company = await makeCompany()
      const { domain, address } = await connect(company, issuer.url)
      const email = address()
      Object.assign(issuer.claims, { email, realm_access: { roles: ['crm-admin'] } })
      issuer.forge = ({ payload }) => Object.assign(payload, { auth_time: Math.floor(Date.now() / 1000) })
      const page = await (await browser.newContext({ viewport })).newPage()
      await page.goto(`${product.url}/login`)
      await page.getByRole('button', { name: 'Continue with single sign-on' }).click()
      await page.getByLabel('E-mail').last().fill(`somebody@${domain}`)
      await page
        .getByRole('button', { name: /^Continue/ })
        .last()
        .click()
      await page.waitForURL((to) => to.pathname.startsWith(company.path('')))
      const user = await company.inside(() => User.findByOrFail('email', email))
      assert.equal(user.role, 'admin')

      await putIntoSessions(await Identity.findOrFail(user.identityId), LONG_AGO)
      await page.goto(product.url + company.path('/access_tokens'))
      await page.getByRole('button', { name: 'New token' }).first().click()
      await page.getByLabel('Name').fill('Nightly import')
      await page.getByRole('button', { name: 'Make token' }).click()
      const question = page.getByRole('dialog', { name: 'Is it you?' })
      const [beside] = await Promise.all([
        page.waitForEvent('popup'),
        question.getByRole('button', { name: 'Confirm with your company’s sign-in' }).click(),
      ])
      if (!beside.isClosed()) await beside.waitForEvent('close')
      await page.locator('[data-secret]').waitFor()
      const tokens = await company.inside(() => AccessToken.query().where('userId', user.id))
      assert.deepEqual(
        tokens.map(({ name }) => name),
        ['Nightly import']
      )
      await page.context().close()
    }).timeout(60_000)
  }
})
