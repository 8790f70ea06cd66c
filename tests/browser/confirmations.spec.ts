import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import AccessToken from '#app/access_tokens/access_token'
import { PASSWORD, makeCompany } from '#tests/factories'
import { DESK, PHONE } from '#tests/browser/main_job'
import { MailServer } from '#tests/mail_server'
import { Product } from '#tests/product'
import { putIntoSessions } from '#tests/stored_sessions'
import { until } from '#tests/until'

const LONG_AGO = { provenAt: 0 }

test.group('Being asked again who is there', (group) => {
  let product: Product
  let mails: MailServer

  group.setup(async () => {
    mails = await new MailServer().open()
    product = await Product.start({ driver: 'embedded', processes: ['web', 'worker'] })
    return async () => {
      await product.stop()
      await mails.close()
    }
  })

  test('a file is fetched after the password, from the page it was asked for on', async ({
    browser,
    assert,
  }) => {
    const { admin, path } = await makeCompany()
    const page = await signIn(browser, product, admin.identity.email, DESK)
    await putIntoSessions(admin.identity, LONG_AGO)
    await page.goto(product.url + path('/settings/audit'))
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /CSV/ }).click()
    const question = page.getByRole('dialog', { name: 'Is it you?' })
    await question.getByLabel('Your password').fill(PASSWORD)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      question.getByRole('button', { name: 'Confirm' }).click(),
    ])
    assert.match(file.suggestedFilename(), /^audit-log-.*\.csv$/)
    assert.equal(new URL(page.url()).pathname, path('/settings/audit'))
    await page.context().close()
  }).timeout(60_000)

  test('somebody without a password types a code from the mail, and nothing typed before is lost', async ({
    browser,
    assert,
  }) => {
    const { admin, path, inside } = await makeCompany()
    const page = await signIn(browser, product, admin.identity.email, PHONE)
    await admin.identity.merge({ password: null }).save()
    await putIntoSessions(admin.identity, LONG_AGO)
    await page.goto(product.url + path('/access_tokens'))
    await page.getByRole('button', { name: 'New token' }).first().click()
    await page.getByLabel('Name').fill('Nightly import')
    await page.getByRole('button', { name: 'Make token' }).click()
    const question = page.getByRole('dialog', { name: 'Is it you?' })
    await question.getByRole('button', { name: 'Mail me a code' }).click()
    await question.getByLabel('Code from the mail').fill('000000')
    await question.getByRole('button', { name: 'Confirm' }).click()
    await question.getByText('This code is not right').waitFor()
    const code = () =>
      mails.received
        .filter(({ to }) => to.includes(admin.identity.email))
        .flatMap(({ text }) => /Code: (\d{6})/.exec(text)?.[1] ?? [])
        .at(-1)
    await until(() => code() !== undefined, { what: 'a mail with a code' })
    await question.getByLabel('Code from the mail').fill(code()!)
    await question.getByRole('button', { name: 'Confirm' }).click()
    await page.locator('[data-secret]').waitFor()
    const tokens = await inside(() => AccessToken.query().where('userId', admin.user.id))
    assert.deepEqual(
      tokens.map(({ name }) => name),
      ['Nightly import']
    )
    await page.context().close()
  }).timeout(60_000)
})

async function signIn(
  browser: Browser,
  { url }: Product,
  email: string,
  viewport: typeof DESK
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(`${url}/login`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((to) => to.pathname !== '/login')
  return page
}
