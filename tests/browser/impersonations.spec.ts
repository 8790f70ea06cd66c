import { join } from 'node:path'
import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import { newId } from '#app/platform/ids'
import Impersonation from '#app/impersonations/impersonation'
import type Identity from '#app/identity/identity'
import Device from '#app/sign_in/device'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeCompany, makeMember, makeSuperUser, PASSWORD, type Company, type Member } from '#tests/factories'
import { Product } from '#tests/product'
import { Visitor } from '#tests/visitor'

const REASON = 'Ticket 4711: the customer list stays empty'
/** How the stream says no. */
const REFUSED = 400
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 740 } }

test.group('Standing in for a member', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  test('shows on every screen as whom and for how long, and ends with one press', async ({
    browser,
    assert,
  }) => {
    const { tenant } = await makeCompany()
    const root = await makeSuperUser()
    await makeMember(tenant, 'agent', 'Dana Ruiz')
    await makeMember(tenant, 'field_user', 'Ray Cole')
    for (const [name, size, theme] of [
      ['Dana Ruiz', SIZES.wide, 'light'],
      ['Ray Cole', SIZES.narrow, 'dark'],
    ] as const) {
      const page = await signIn(browser, product, root.email, size, theme)
      await page.goto(`${product.url}/console/companies/${tenant.slug}`)
      await page.getByRole('link', { name: 'Enter' }).click()
      await page.getByRole('radio', { name }).click()
      await page.getByLabel('Reason').fill(REASON)
      await photograph(page, `enter-${theme}`)
      await page.getByRole('button', { name: 'Enter the company' }).click()
      const banner = page.getByRole('region', { name: 'Support access' })
      await banner.waitFor()
      assert.include(await banner.innerText(), `You are here as ${name}`)
      assert.match(await banner.innerText(), /(30:00|29:\d\d)/)
      const isTooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
      assert.isFalse(isTooWide)
      await photograph(page, `banner-${theme}`)
      await banner.getByRole('button', { name: `End the visit as ${name}` }).click()
      await page.waitForURL(`**/console/companies/${tenant.slug}`)
      await page.getByText(`You have left ${tenant.name}`).first().waitFor()
      assert.equal(await banner.count(), 0)
      await page.context().close()
    }
  })

  type Visit = { visitor: Visitor; root: Identity; dana: Member; company: Company }
  const ENDS: Record<string, (visit: Visit) => Promise<unknown>> = {
    'the button': ({ visitor }) => visitor.send('DELETE', '/console/impersonation'),
    'an administrator': ({ company }) =>
      company.inside(async () => (await Impersonation.open().firstOrFail()).end('company')),
    'the company is closed': ({ company }) =>
      company.inside(async () => (await Tenant.current()).deactivate('Contract ended')),
    'the member leaves': ({ company, dana }) =>
      company.inside(async () => (await User.findOrFail(dana.user.id)).deactivate()),
    'the super user is one no longer': ({ root }) => root.revokeSuperUser(),
    'the super user is disabled': ({ root }) => root.disable(),
    'the super user signs out everywhere': ({ root }) => Device.forgetAllOf(root),
  }

  for (const [end, work] of Object.entries(ENDS)) {
    test(`hears the news of the company during a visit, and the stream is cut off with it: ${end}`, async ({
      assert,
    }) => {
      const company = await makeCompany()
      const { tenant, admin } = company
      const [root, dana] = [await makeSuperUser(), await makeMember(tenant, 'agent', 'Dana Ruiz')]
      const visitor = await visitorAs(product, root.email)
      const { hear } = listening(visitor)
      const ofCompany = `companies/${tenant.id}/leads`
      assert.equal((await hear(ofCompany)).status, REFUSED)
      const to = `/console/companies/${tenant.slug}/impersonations`
      await visitor.send('POST', to, { userId: dana.user.id, reason: REASON, minutes: 15 })
      assert.equal((await hear(`companies/${tenant.id}/users/${admin.user.id}`)).status, REFUSED)
      assert.equal((await hear(`companies/${tenant.id}/users/${dana.user.id}`)).status, 204)
      const { status, cut } = await hear(ofCompany)
      assert.equal(status, 204)
      await work({ visitor, root, dana, company })
      await cut
      assert.equal((await hear(ofCompany)).status, REFUSED)
    }).timeout(30_000)
  }

  test('a member who is deactivated, or whose company is, hears nothing any more', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    const dana = await makeMember(tenant, 'agent')
    const { hear } = listening(await visitorAs(product, dana.identity.email))
    const { status, cut } = await hear(`companies/${tenant.id}/leads`)
    assert.equal(status, 204)
    const colleague = await makeMember(tenant, 'agent')
    const other = listening(await visitorAs(product, colleague.identity.email))
    const ofCompany = await other.hear(`companies/${tenant.id}/leads`)
    assert.equal(ofCompany.status, 204)
    await inside(async () => (await User.findOrFail(dana.user.id)).deactivate())
    await cut
    await inside(async () => (await Tenant.current()).deactivate('Contract ended'))
    await ofCompany.cut
    assert.equal((await other.hear(`companies/${tenant.id}/leads`)).status, REFUSED)
  }).timeout(60_000)
})

async function visitorAs(product: Product, email: string) {
  const visitor = new Visitor({ origin: product.url })
  await visitor.send('POST', '/login', { email, password: PASSWORD })
  return visitor
}

/** A stream of its own for each channel; `cut` resolves when the server hangs up. */
function listening(visitor: Visitor) {
  const hear = async (channel: string) => {
    const uid = newId()
    const stream = await visitor.get(`/__transmit/events?uid=${uid}`)
    const { status } = await visitor.send('POST', '/__transmit/subscribe', { uid, channel })
    return { status, cut: untilCut(stream) }
  }
  return { hear }
}

async function untilCut({ body }: Response) {
  const reader = body!.getReader()
  try {
    while (!(await reader.read()).done);
  } catch {
    // A stream that is cut off ends with an error.
  }
}

async function signIn(
  browser: Browser,
  product: Product,
  email: string,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark'
) {
  const context = await browser.newContext({ viewport, colorScheme })
  const page = await context.newPage()
  await page.goto(`${product.url}/login`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((to) => to.pathname !== '/login')
  return page
}

async function photograph(page: Page, name: string) {
  if (process.env.SCREENS) await page.screenshot({ path: join(process.env.SCREENS, `${name}.png`) })
}
