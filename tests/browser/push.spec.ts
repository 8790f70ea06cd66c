import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { makeCompany, PASSWORD, type Company } from '#tests/factories'
import { Product } from '#tests/product'
import type { PushTarget } from '#app/platform/sending/web_push'
import { PushService } from '#tests/push_service'
import { until } from '#tests/until'

test.group('Push messages in a browser', (group) => {
  let product: Product
  let service: PushService

  group.setup(async () => {
    service = await new PushService().open()
    product = await Product.start({
      driver: 'embedded',
      processes: ['web', 'worker'],
      env: { PUSH_PRIVATE_SERVICES: new URL(service.origin).host },
    })
    return async () => {
      await product.stop()
      await service.close()
    }
  })

  async function openPreferences(context: BrowserContext, company: Company) {
    const page = await context.newPage()
    await page.goto(`${product.url}/login`)
    await page.getByLabel('E-mail').fill(company.admin.identity.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL((to) => to.pathname !== '/login')
    await page.goto(product.url + company.path('/notifications/preferences'))
    return page
  }

  test('are turned on, tried out, shown by the worker of the page, and turned off', async ({
    browser,
    assert,
  }) => {
    const company = await makeCompany()
    const context = await browser.newContext()
    await context.grantPermissions(['notifications'], { origin: product.url })
    await context.addInitScript(subscribesAt(service.target()))
    const page = await openPreferences(context, company)
    await page.getByRole('button', { name: 'Show messages on this device' }).click()
    await page.getByText('This device').waitFor()
    await page.getByRole('button', { name: 'Test', exact: true }).click()
    await until(() => service.received.length === 1, { what: 'the push service has the message' })
    const [{ message }] = service.received
    assert.equal(message.title, `${company.tenant.name} reaches this device`)

    const shown = await deliver(page, JSON.stringify(message))
    assert.deepEqual(shown, [{ title: message.title, body: message.body, tag: message.tag }])

    await page.reload()
    await page.getByText('Reached').waitFor()
    await page.getByRole('button', { name: /^No more messages on/ }).click()
    await page.getByRole('button', { name: 'Show messages on this device' }).waitFor()
    await context.close()
  }).timeout(120_000)

  test('that the browser blocks are explained', async ({ browser }) => {
    const company = await makeCompany()
    const context = await browser.newContext()
    await context.addInitScript(`Object.defineProperty(Notification, 'permission', { get: () => 'denied' })`)
    const page = await openPreferences(context, company)
    await page.getByText('This browser has been told to block them').waitFor()
    await context.close()
  }).timeout(60_000)
})

/** Chromium's own push service is not to be reached from here: the subscription is ours, all else is the browser's. */
const subscribesAt = ({ endpoint, ...keys }: PushTarget) => `
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
  Notification.requestPermission = async () => 'granted'
  const turn = (on) => sessionStorage.setItem('push', on ? 'on' : 'off')
  const subscription = {
    endpoint: '${endpoint}',
    toJSON: () => (${JSON.stringify({ endpoint, keys })}),
    unsubscribe: async () => { turn(false); return true },
  }
  PushManager.prototype.subscribe = async () => { turn(true); return subscription }
  PushManager.prototype.getSubscription = async () =>
    sessionStorage.getItem('push') === 'on' ? subscription : null
`

type Shown = { title: string; body: string; tag: string }
/** A browser without a desktop shows nothing: what the worker asks it to show is kept instead. */
const KEEPING = `self.shown = []
  ServiceWorkerRegistration.prototype.showNotification = async (title, { body, tag }) => {
    self.shown.push({ title, body, tag })
  }`

/** Hands a message to the service worker as the browser does, and says what it shows then. */
async function deliver(page: Page, data: string) {
  const context = page.context()
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  await worker.evaluate(KEEPING)
  const session = await context.newCDPSession(page)
  let registrationId = ''
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registrationId = registrations[0]?.registrationId ?? registrationId
  })
  await session.send('ServiceWorker.enable')
  await until(() => registrationId)
  const origin = new URL(page.url()).origin
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  const shown = () => worker.evaluate<Shown[]>('self.shown')
  await until(async () => (await shown()).length > 0)
  return shown()
}
