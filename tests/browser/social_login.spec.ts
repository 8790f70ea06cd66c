import { test } from '@japa/runner'
import type { Page } from 'playwright'
import SocialAccount from '#app/social_accounts/social_account'
import { DESK, PHONE } from '#tests/browser/main_job'
import { makeCompany, PASSWORD, unique } from '#tests/factories'
import { Product } from '#tests/product'
import { CLIENT, TestGithub } from '#tests/social_providers'

const SIZES = process.env.SCREENS ? { wide: DESK, narrow: PHONE } : { wide: DESK }

test.group('Somebody with an account at GitHub', (group) => {
  let product: Product
  let github: TestGithub

  group.setup(async () => {
    github = await TestGithub.start()
    const { clientId, clientSecret } = CLIENT
    const env = { GITHUB_URL: github.url, GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret }
    product = await Product.start({ driver: 'embedded', processes: ['web'], env })
    return async () => {
      await product.stop()
      await github.stop()
    }
  })

  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`shows once whose login it is, comes in by it from then on, and takes it away (${size})`, async ({
      browser,
      assert,
    }) => {
      const company = await makeCompany()
      const { identity } = company.admin
      await identity.merge({ email: `${unique('gitte')}@example.com` }).save()
      github.recognise(identity.email)
      const visit = async (walk: (page: Page) => Promise<void>) => {
        const context = await browser.newContext({ viewport })
        const page = await context.newPage()
        await page.goto(`${product.url}/login`)
        await page.getByRole('button', { name: 'Continue with GitHub' }).click()
        await walk(page)
        await context.close()
      }

      github.isDenied = true
      await visit(async (page) => {
        await page.getByText('You did not let GitHub tell us who you are').first().waitFor()
      })
      github.isDenied = false
      await visit(async (page) => {
        await page.getByRole('heading', { name: 'Is this login yours?' }).waitFor()
        await page.getByLabel('Your password here').fill('wrong horse battery')
        await page.getByRole('button', { name: /^Connect/ }).click()
        await page.getByText('do not belong together').waitFor()
        await page.getByLabel('Your password here').fill(PASSWORD)
        await page.getByRole('button', { name: /^Connect/ }).click()
        await page.waitForURL((to) => to.pathname.startsWith(company.path('')))
      })
      await visit(async (page) => {
        await page.waitForURL((to) => to.pathname.startsWith(company.path('')))
        await page.goto(`${product.url}/account/sign_in`)
        await page.getByRole('button', { name: 'Disconnect GitHub' }).click()
        const question = page.getByRole('dialog', { name: 'Disconnect GitHub?' })
        await question.getByRole('button', { name: 'Disconnect' }).click()
        await page.getByRole('button', { name: 'Connect GitHub' }).waitFor()
      })
      assert.lengthOf(await SocialAccount.of(identity), 0)
    }).timeout(60_000)
  }
})
