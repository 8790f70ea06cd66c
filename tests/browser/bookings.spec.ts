import { test } from '@japa/runner'
import BookingCalendar from '#app/bookings/booking_calendar'
import Visit from '#app/orders/visit'
import { keyIn, RULES } from '#tests/booking_factories'
import { barriersOn } from '#tests/axe'
import { PHONE } from '#tests/browser/main_job'
import { makeSticker } from '#tests/functional/requests/setting'
import { Product } from '#tests/product'

test.group('Booking on a phone', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  for (const javaScriptEnabled of [true, false]) {
    test(`a customer books, moves and cancels a visit, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      browser,
      assert,
    }) => {
      const sticker = await makeSticker()
      const { inside, flow } = sticker
      const [first, second] = await inside(async () => {
        await BookingCalendar.state(RULES)
        const { path, sites, redirectUrl, leadStatus, assigneeId, teamId } = flow
        await flow.arrange({
          path,
          sites,
          redirectUrl,
          leadStatus,
          assigneeId,
          teamId,
          booking: 'instant',
        })
        return [await keyIn(3), await keyIn(4, '10:00/12:00')]
      })
      const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled, baseURL: product.url })
      const page = await context.newPage()
      await page.goto(sticker.path)
      await page.getByLabel('What do you need help with?').fill('The tap drips')
      await page.getByLabel('When shall we come?').selectOption(first)
      if (javaScriptEnabled) {
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), 0)
        assert.deepEqual(await barriersOn(page), [])
      }
      await page.waitForTimeout(2100)
      await page.getByRole('button', { name: 'Send request' }).click()
      await page.getByRole('heading', { name: 'Visit booked' }).waitFor()
      await page.getByRole('link', { name: 'Choose another time' }).click()
      await page.getByLabel('New time').selectOption(second)
      await page.getByRole('button', { name: 'Move the visit' }).click()
      await page.getByText('Your visit was moved.').waitFor()
      if (javaScriptEnabled) assert.deepEqual(await barriersOn(page), [])
      await page.getByText('between 10:00').waitFor()
      await page.getByRole('link', { name: 'Cancel this visit' }).click()
      await page.getByRole('button', { name: 'Cancel the visit' }).click()
      await page.getByRole('heading', { name: 'Visit cancelled' }).waitFor()
      const [visit, ...more] = await inside(() => Visit.all())
      assert.isEmpty(more)
      assert.equal(visit.status, 'cancelled')
      await context.close()
    })
  }
})
