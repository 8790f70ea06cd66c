import type { Assert } from '@japa/assert'
import type { Browser, BrowserContext, Page } from 'playwright'
import sharp from 'sharp'
import Identity from '#app/identity/identity'
import { PASSWORD, unique } from '#tests/factories'
import type { MailServer } from '#tests/mail_server'
import type { Product } from '#tests/product'
import { until } from '#tests/until'

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 360, height: 740 }

type Size = { width: number; height: number }

type Guest = { name: string; email?: string; viewport?: Size }

type World = {
  product: Product
  browser: Browser
  mails: MailServer
  assert: Assert
  /** What the office works at, and who is out in the field. */
  office: Size
  field: Size
}

/** The main job as its people live it: each in a browser of their own, with nothing but what the screens offer. */
export class MainJob {
  readonly slug = unique('job')
  readonly company = `Harbour Heating ${this.slug.slice(-4)}`
  #pages: Page[] = []
  #adminEmail = personal()

  constructor(private world: World) {}

  /** What every open page shows, for the report of a failure. */
  async describe() {
    const open = this.#pages.filter((page) => !page.isClosed())
    const texts = await Promise.all(
      open.map(async (page) => `${page.url()}\n${(await page.locator('body').innerText()).slice(0, 1500)}`)
    )
    return texts.join('\n\n---\n')
  }

  async close() {
    await Promise.all(this.#pages.map((page) => page.context().close()))
  }

  /** D1: the operator opens a company and invites its admin, who joins by the link in the mail. */
  async openCompany() {
    const operator = await this.signIn(await this.#superUser())
    await operator.goto(`${this.world.product.url}/console/companies/new`)
    await operator.getByLabel('Name', { exact: true }).fill(this.company)
    await operator.getByLabel('Address').fill(this.slug)
    await operator.getByLabel('Phone').fill('303 555 0100')
    await operator.getByRole('button', { name: 'Create company' }).click()
    await operator.getByRole('heading', { name: this.company }).waitFor()
    await operator.getByRole('button', { name: 'Invite', exact: true }).click()
    return this.#invite(operator, { name: 'Alex Admin', email: this.#adminEmail })
  }

  /** Whoever was signed in is not any more, and comes back by signing in. */
  async deactivateAndReactivate(admin: Page) {
    const operator = await this.signIn(await this.#superUser())
    await operator.goto(`${this.world.product.url}/console/companies/${this.slug}`)
    await operator.getByRole('button', { name: 'Deactivate' }).click()
    await operator.getByRole('dialog').getByRole('button', { name: 'Contract ended' }).click()
    await operator.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
    await operator.getByText('This company is deactivated').waitFor()
    await until(
      async () => {
        await admin.goto(this.path('/leads'))
        return new URL(admin.url()).pathname === '/login'
      },
      { what: 'the admin is signed out' }
    )
    await operator.getByRole('button', { name: 'Reactivate' }).click()
    await operator.getByText('This company is deactivated').waitFor({ state: 'detached' })
    await this.#signInOn(admin, this.#adminEmail)
  }

  /** D2: the admin invites a field user and prints blank codes. */
  async inviteFieldUser(admin: Page) {
    await admin.goto(this.path('/team'))
    await admin.getByRole('button', { name: 'Invite' }).click()
    return this.#invite(admin, { name: 'Ray Field', viewport: this.world.field })
  }

  async printCodes(admin: Page, quantity = 200) {
    await admin.goto(this.path('/qr_batches/new'))
    await admin.getByLabel('Name').fill('First labels')
    await admin.getByLabel('How many codes').fill(String(quantity))
    await admin.getByRole('checkbox', { name: /demo batch/ }).check()
    await admin.getByRole('button', { name: 'Make codes' }).click()
    await admin.getByRole('heading', { name: 'First labels' }).waitFor()
    const [download] = await Promise.all([
      admin.waitForEvent('download'),
      admin.getByRole('link', { name: /Sheets|Download sheets/ }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    this.world.assert.equal(Buffer.concat(chunks).subarray(0, 5).toString(), '%PDF-')
    const codes = await admin.locator('tbody tr td:first-child').allInnerTexts()
    return codes.map((code) => code.trim())
  }

  /** D3: the field user looks for the customer, makes one and binds a blank code. */
  async bindCustomer(field: Page, name: string, code: string) {
    await field.goto(this.path('/field'))
    await field.getByRole('link', { name: 'Customers', exact: true }).click()
    await field.getByRole('searchbox').fill(name)
    await field.getByText('Nobody matches').waitFor()
    await field.getByRole('link', { name: 'New customer' }).click()
    await field.getByLabel('Name', { exact: true }).fill(name)
    await field.getByLabel('Phone').fill('303 555 0142')
    await field.getByLabel('E-mail').fill('dana@example.com')
    await field.getByLabel('Street and number').fill('18 Maple St')
    await field.getByLabel('City').fill('Denver')
    await field.getByRole('button', { name: 'Save customer' }).click()
    await field.getByRole('heading', { name }).waitFor()
    await field.getByRole('link', { name: 'Bind a code' }).click()
    await field.getByLabel('Code on the label').fill(code)
    await field.getByRole('button', { name: 'Look up' }).click()
    await field.getByRole('button', { name: `Bind to ${name}` }).click()
    await field.getByRole('heading', { name: 'Bound' }).waitFor()
  }

  /** D4: the customer scans and sends a request with a photo, with or without JavaScript. */
  async sendRequest(token: string, words: string, { javaScriptEnabled = true } = {}) {
    const customer = await this.newPage({ javaScriptEnabled, viewport: PHONE })
    await customer.goto(`${this.world.product.url}/Q/${token}`)
    await customer.getByText(this.company).first().waitFor()
    await customer.locator('textarea, input[type=text]:not([name=website])').first().fill(words)
    await customer
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'leak.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await this.#answerTheRest(customer)
    await customer.waitForTimeout(3_000)
    await customer.getByRole('button', { name: 'Send request' }).click()
    await customer.getByText('Your request was sent.').waitFor()
    return customer
  }

  /** D5: the office sees it come in, answers, and promises a visit. */
  async convert(admin: Page, customerName: string, words: string) {
    const row = admin.getByRole('row').filter({ hasText: customerName }).filter({ hasText: words })
    await row.waitFor({ timeout: 5_000 })
    await row.getByRole('link').first().click()
    await admin.getByRole('heading', { name: customerName }).waitFor()
    await admin.getByRole('button', { name: 'Convert to order' }).filter({ visible: true }).click()
    await admin
      .getByRole('button', { name: /10:00|10 AM/ })
      .first()
      .click()
    await admin.getByRole('button', { name: 'Create order' }).click()
    await admin.getByText('Converted').first().waitFor()
  }

  async newPage(options: { javaScriptEnabled?: boolean; viewport?: Size } = {}) {
    const context: BrowserContext = await this.world.browser.newContext({
      viewport: this.world.office,
      acceptDownloads: true,
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    this.#pages.push(page)
    return page
  }

  async signIn(identity: Identity) {
    const page = await this.newPage()
    await this.#signInOn(page, identity.email)
    return page
  }

  async #signInOn(page: Page, email: string) {
    await page.goto(`${this.world.product.url}/login`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => url.pathname !== '/login')
  }

  path(path: string) {
    return `${this.world.product.url}/c/${this.slug}${path}`
  }

  mailTo(address: string, about: RegExp) {
    return this.world.mails.received.find(({ to, text }) => to.includes(address) && about.test(text))
  }

  async #invite(inviter: Page, { name, email = personal(), viewport = this.world.office }: Guest) {
    const dialog = inviter.getByRole('dialog')
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('E-mail').fill(email)
    await dialog.getByRole('button', { name: 'Send invitation' }).click()
    await dialog.waitFor({ state: 'detached' })
    await until(() => this.mailTo(email, /\/invitations\//), {
      what: `the invitation of ${name} arrives by mail`,
    })
    const link = /https?:\/\/\S+\/invitations\/[\w-]+/.exec(this.mailTo(email, /\/invitations\//)!.text)![0]
    const invited = await this.newPage({ viewport })
    await invited.goto(link)
    await invited.getByLabel('Choose a password').fill(PASSWORD)
    await invited.getByRole('button', { name: `Join ${this.company}` }).click()
    await invited.waitForURL(new RegExp(`/c/${this.slug}/`))
    return invited
  }

  /** Required choices of the flow get their first option. */
  async #answerTheRest(page: Page) {
    for (const group of await page.locator('fieldset').all()) {
      const radio = group.locator('input[type=radio]').first()
      if (await radio.count()) await radio.check({ force: true })
    }
  }

  async #superUser() {
    const identity = await Identity.create({
      name: 'Olga Operator',
      email: `${unique('operator')}@example.com`,
      password: PASSWORD,
      isSuperUser: true,
    })
    return identity
  }
}

const personal = () => `${unique('person')}@example.com`

function photo() {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#dbeafe"/>
    <path d="M100 300h400v60H100zM440 360h60v160h-60z" fill="#94a3b8"/><circle cx="470" cy="560" r="22" fill="#2563eb"/></svg>`
  return sharp(Buffer.from(drawing)).jpeg().toBuffer()
}
