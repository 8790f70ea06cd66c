import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DESK, MainJob, PHONE } from '#tests/browser/main_job'
import { MailServer } from '#tests/mail_server'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const DAILY = { driver: 'rabbitmq', office: DESK, field: PHONE, at: 'desk and phone' } as const
const RUNS = process.env.SCREENS
  ? [DAILY, { driver: 'embedded', office: PHONE, field: DESK, at: 'phone and desk' } as const]
  : [DAILY]

for (const { driver, at, ...sizes } of RUNS) {
  test.group(`The main job at ${at}, on the ${driver} bus`, (group) => {
    let product: Product
    let mails: MailServer

    group.setup(async () => {
      mails = await new MailServer().open()
      product = await Product.start({ driver })
      return async () => {
        await product.stop()
        await mails.close()
      }
    })

    test('from a new company to a visit that the customer sees', async ({ browser, assert }) => {
      const job = new MainJob({ product, browser, mails, assert, ...sizes })
      await live(job).catch(async (error: Error) => {
        throw new Error(`${error.message}\n${await job.describe()}`)
      })
      await job.close()
    }).timeout(180_000)
  })
}

async function live(job: MainJob) {
  const admin = await job.openCompany()
  await job.deactivateAndReactivate(admin)
  const field = await job.inviteFieldUser(admin)
  const [code] = await job.printCodes(admin)
  await job.bindCustomer(field, 'Dana Whitfield', code)

  await admin.goto(job.path('/leads'))
  const token = await tokenOf(job.slug, code)
  const customer = await job.sendRequest(token, 'Water runs from the boiler')
  await job.convert(admin, 'Dana Whitfield', 'Water runs from the boiler')

  await customer.reload()
  await customer.getByText('Ray').or(customer.locator('.visit')).first().waitFor()
  await until(() => job.mailTo('dana@example.com', /Your visit is booked/), {
    what: 'the customer is told of the visit by mail',
  })

  await customer.getByLabel('Write a message').fill('Please ring the bell twice')
  await customer.waitForTimeout(3_000)
  await customer.getByRole('button', { name: 'Send message' }).click()
  await admin.getByText('Please ring the bell twice').first().waitFor({ timeout: 5_000 })

  const plain = await job.sendRequest(token, 'And the tap drips', { javaScriptEnabled: false })
  await plain.getByRole('link', { name: 'Cancel this request' }).click()
  await plain.getByRole('button', { name: 'Cancel the request' }).click()
  await plain
    .getByText(/cancelled/i)
    .first()
    .waitFor()
}

/** What a camera would read off the label with this short code. */
async function tokenOf(slug: string, shortCode: string) {
  const row = await db
    .connection('system')
    .from('qr_codes')
    .join('tenants', 'tenants.id', 'qr_codes.tenant_id')
    .where({ 'tenants.slug': slug, 'qr_codes.short_code': shortCode.replace('-', '') })
    .select('qr_codes.token')
    .firstOrFail()
  return row.token as string
}
