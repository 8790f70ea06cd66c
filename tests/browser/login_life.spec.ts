import { test } from '@japa/runner'
import { DESK, PHONE } from '#tests/browser/main_job'
import { LoginLife } from '#tests/browser/login_life'
import { MailServer } from '#tests/mail_server'
import { Product } from '#tests/product'

const PHONES = [{ name: '360-dark', size: PHONE, theme: 'dark' }] as const
const RUNS = process.env.SCREENS
  ? [...PHONES, { name: '1440-light', size: DESK, theme: 'light' } as const]
  : PHONES

test.group('The life of a login', (group) => {
  let product: Product
  let mails: MailServer

  group.setup(async () => {
    mails = await new MailServer().open()
    product = await Product.start({ driver: 'embedded' })
    return async () => {
      await product.stop()
      await mails.close()
    }
  })

  for (const run of RUNS) {
    test(`from registration to signing out everywhere (${run.name})`, async ({ browser, assert }) => {
      const login = new LoginLife({ product, browser, mails, assert, ...run })
      await live(login, assert).catch(async (error: Error) => {
        throw new Error(`${error.message}\n${await login.describe()}`)
      })
      await login.close()
    }).timeout(180_000)
  }
})

async function live(login: LoginLife, assert: { isFalse: (value: boolean) => void }) {
  const own = await login.register()
  await login.requireSecondFactor(own)
  await login.signOut(own)
  await login.signIn(own, { by: 'app' })
  await login.signOut(own)
  await login.signIn(own, { by: 'recovery' })
  const other = await login.resetPassword()
  assert.isFalse(await login.isIn(own))
  await login.signOutEverywhere(other, own)
}
