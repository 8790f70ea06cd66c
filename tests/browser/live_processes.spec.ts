import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { receiveLead } from '#tests/lead_factories'
import { newId } from '#app/platform/ids'
import Notification from '#app/notifications/notification'
import { makeCompany, PASSWORD, type Company } from '#tests/factories'
import { Product } from '#tests/product'
import { Turnstile } from '#tests/browser/turnstile'
import { until } from '#tests/until'

test.group('The bell, with two web processes behind one address', (group) => {
  const turnstile = new Turnstile()
  let address: string
  let products: Product[]

  group.setup(async () => {
    address = await turnstile.open()
    products = []
    for (let at = 0; at < 2; at++)
      products.push(
        await Product.start({ driver: 'embedded', processes: ['web'], env: { APP_URL: address } })
      )
    turnstile.behind = products.map(({ url }) => url)
    return async () => {
      await Promise.all(products.map((product) => product.stop()))
      await turnstile.close()
    }
  })

  const tell = ({ inside, admin }: Company) =>
    inside(async () =>
      Notification.tell(admin.user, {
        eventId: newId(),
        kind: 'lead.created',
        title: `Notice ${newId()}`,
        subject: { type: 'lead', id: (await receiveLead()).id },
      })
    )
  const shows = (pages: Page[], unread: number) =>
    Promise.all(
      pages.map((page) =>
        page
          .getByRole('link', { name: unread ? `Notifications, ${unread} unread` : 'Notifications' })
          .first()
          .waitFor({ timeout: 20_000 })
      )
    )

  async function openTabs(context: BrowserContext, company: Company, count: number) {
    const first = await context.newPage()
    await first.goto(`${address}/login`)
    await first.getByLabel('E-mail').fill(company.admin.identity.email)
    await first.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await first.getByRole('button', { name: 'Sign in', exact: true }).click()
    await first.waitForURL((to) => to.pathname !== '/login')
    const tabs = [first, ...(await Promise.all(Array.from({ length: count - 1 }, () => context.newPage())))]
    for (const tab of tabs) await tab.goto(address + company.path('/notifications'))
    return tabs
  }

  test('has one stream for all tabs, hears what happens in either process, and fetches what it missed', async ({
    browser,
    assert,
  }) => {
    const company = await makeCompany()
    const context = await browser.newContext()
    const tabs = await openTabs(context, company, 3)
    await shows(tabs, 0)
    await until(() => turnstile.streams === 1, { what: () => `1 stream is open, not ${turnstile.streams}` })

    // Subscribing and reading go to each process in turn, so some of it happens where the stream is not.
    await tell(company)
    await shows(tabs, 1)
    await tell(company)
    await shows(tabs, 2)
    const [one, other] = await company.inside(() => Notification.of(company.admin.user))
    for (const [at, process] of turnstile.behind.entries()) {
      const all = turnstile.behind
      turnstile.behind = [process]
      const row = tabs[at].locator('li', { hasText: [one, other][at].title })
      await row.getByRole('button', { name: /^Actions for/ }).click()
      await tabs[at].getByRole('menuitem', { name: 'Mark as read' }).click()
      await shows(tabs, 1 - at)
      turnstile.behind = all
    }
    assert.equal(turnstile.streams, 1)

    turnstile.shut()
    await until(() => turnstile.streams === 0)
    await tell(company)
    turnstile.reopen()
    await shows(tabs, 1)
    await until(() => turnstile.streams === 1)
    assert.equal(turnstile.streams, 1)

    const holder = products.find(({ url }) => url === turnstile.begun.at(-1))!
    await holder.kill('web')
    await tell(company)
    await shows(tabs, 2)
    await until(() => turnstile.streams === 1)
    assert.notEqual(turnstile.begun.at(-1), holder.url)

    await tabs.shift()!.close()
    await tell(company)
    await shows(tabs, 3)
    await until(() => turnstile.streams === 1)
    await context.close()
  }).timeout(180_000)
})
