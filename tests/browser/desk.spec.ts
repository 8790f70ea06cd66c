import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import BookingCalendar from '#app/bookings/booking_calendar'
import CannedReply from '#app/canned_replies/canned_reply'
import Message from '#app/messages/message'
import Order from '#app/orders/order'
import { RULES, windowIn } from '#tests/booking_factories'
import { makeCompany, PASSWORD } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const OPEN = Array.from({ length: 7 }, () => [
  { from: '07:30', to: '09:00', capacity: 1 },
  { from: '13:00', to: '16:00', capacity: 3 },
])

test.group('At the desk', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  test('a canned reply is found by a slash and keyboard, and a visit goes into a window that has a place', async ({
    browser,
    assert,
  }) => {
    const { admin, tenant, inside } = await makeCompany({ timeZone: 'America/Denver' })
    const lead = await inside(async () => {
      await BookingCalendar.state({ ...RULES, week: OPEN })
      const window = await windowIn(1, '07:30/09:00')
      await Order.fromLead(await receiveLead(), { window, assignee: null, note: null, by: null })
      const texts = {
        spanish: null,
        title: 'On the way',
        shortcut: 'way',
        english: 'Hello {{customer_name}}, we are on our way.',
      }
      await CannedReply.add(texts)
      await CannedReply.add({ ...texts, title: 'Thank you', shortcut: 'thanks', english: 'Thank you.' })
      return receiveLead()
    })
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${product.url}/login`)
    await page.getByLabel('E-mail').fill(admin.identity.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/c\//)
    await page.goto(`${product.url}/c/${tenant.slug}/leads/${lead.id}`)

    const box = page.getByPlaceholder(/Write to/)
    await box.pressSequentially('1/2 price. /')
    const choice = page.getByRole('listbox')
    await choice.getByText('Thank you').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await choice.waitFor({ state: 'hidden' })
    await box.fill('')
    await box.pressSequentially('1/2 price. /wa')
    await choice.getByText('On the way').first().waitFor()
    assert.equal(await choice.getByRole('option').count(), 1)
    await page.keyboard.press('Enter')
    assert.equal(await box.inputValue(), `1/2 price. Hello ${lead.contactName}, we are on our way.`)
    await page.keyboard.press('Control+Enter')
    await until(async () => (await inside(() => Message.ofLead(lead))).length === 1)

    await page.getByRole('button', { name: 'Convert to order' }).first().click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('button', { name: /7:30.*Full: 1 of 1/ }).waitFor()
    const free = panel.getByRole('button', { name: /1 PM.*0 of 3 taken/ })
    assert.equal(await free.getAttribute('aria-pressed'), 'true')
    await panel.getByRole('button', { name: /7:30/ }).click()
    await panel.getByText('This window is full').waitFor()
    await free.click()
    await panel.getByRole('button', { name: 'Create order' }).click()
    await panel.waitFor({ state: 'hidden' })
    const order = await inside(() => Order.ofLead(lead))
    const tomorrow = DateTime.now().setZone(tenant.timeZone).plus({ days: 1 })
    assert.equal(
      order!.visits[0].startsAt.setZone(tenant.timeZone).toFormat('yyyy-MM-dd HH:mm'),
      `${tomorrow.toISODate()} 13:00`
    )
  })
})
