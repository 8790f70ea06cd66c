import { join } from 'node:path'
import type { Assert } from '@japa/assert'
import type { Browser, Page } from 'playwright'
import { Totp } from '#app/two_factor/totp'
import { unique } from '#tests/factories'
import type { MailServer } from '#tests/mail_server'
import type { Product } from '#tests/product'
import { until } from '#tests/until'

type World = {
  product: Product
  browser: Browser
  mails: MailServer
  assert: Assert
  name: string
  size: { width: number; height: number }
  theme: 'light' | 'dark'
}

const FIRST = 'seven purple walruses'
const SECOND = 'nine quiet lighthouses'
const STEP = 30_000

/** A login as its owner lives it, with nothing but what the screens and the mailbox offer. */
export class LoginLife {
  readonly slug = unique('life')
  readonly email = `${this.slug}@example.com`
  readonly company = `Harbour Roofs ${this.slug.slice(-4)}`
  #pages: Page[] = []
  #app?: Totp
  #codes: string[] = []

  constructor(private world: World) {}

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

  async newPage() {
    const { browser, size: viewport, theme: colorScheme } = this.world
    const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Europe/Berlin' })
    const page = await context.newPage()
    this.#pages.push(page)
    return page
  }

  async register() {
    const page = await this.newPage()
    await this.#go(page, '/login')
    await page.getByRole('link', { name: 'Register your company' }).click()
    await page.getByLabel('Name', { exact: true }).fill(this.company)
    await until(async () => (await page.getByLabel('Address').inputValue()).startsWith('harbour-roofs'), {
      what: 'the address is suggested from the name',
    })
    await page.getByLabel('Address').fill(this.slug)
    await page.getByLabel('Your name').fill('Frida Founder')
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByLabel('Choose a password').fill('qwertyuiop')
    for (const guess of ['Germany', 'Europe/Berlin', 'EUR · Euro'])
      await page.getByRole('button').filter({ hasText: guess }).waitFor()
    await page.getByRole('button', { name: 'Register company' }).click()
    await page.getByText('has been stolen elsewhere').waitFor()
    await this.#photograph(page, 'register-refused')
    this.world.assert.equal(await page.getByLabel('Your name').inputValue(), 'Frida Founder')
    await page.getByLabel('Choose a password').fill(FIRST)
    await page.getByRole('button', { name: 'Register company' }).click()
    await page.getByRole('heading', { name: 'Look in your inbox' }).waitFor()
    await this.#photograph(page, 'registered')

    await page.goto(await this.#link('registrations'))
    await this.#photograph(page, 'opening')
    await page.getByRole('button', { name: 'Open company' }).click()
    await page.waitForURL(`**/c/${this.slug}/**`)
    return page
  }

  /** The company begins to ask for a second factor, and its founder is the first whom it asks. */
  async requireSecondFactor(page: Page) {
    await this.#go(page, `/c/${this.slug}/settings/sign_in`)
    await page.getByRole('switch').click()
    await page.getByRole('button', { name: 'Save settings' }).click()
    await page.getByText('Your company asks for this').waitFor()
    await this.#photograph(page, 'asked-for-two-factor')
    const secret = (await page.locator('code').first().innerText()).replace(/\s/g, '')
    this.#app = new Totp(secret, this.email)
    await page.getByLabel(/code/i).last().fill(this.#app.codeAt(Date.now()))
    await page.getByRole('button', { name: /turn on/i }).click()
    const shown = page.getByRole('dialog')
    await shown.getByText('Your recovery codes').waitFor()
    await this.#photograph(page, 'recovery-codes')
    this.#codes = (await shown.getByRole('textbox').inputValue()).split('\n')
    this.world.assert.lengthOf(this.#codes, 10)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Go on to where you were' }).click()
    await page.waitForURL(`**/c/${this.slug}/**`)
  }

  async signOut(page: Page) {
    await this.#go(page, '/account/profile')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/login')
  }

  async signIn(page: Page, { password = FIRST, by }: { password?: string; by: 'app' | 'recovery' }) {
    await this.#go(page, '/login')
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await this.showSecondFactor(page, by)
  }

  async showSecondFactor(page: Page, by: 'app' | 'recovery') {
    await page.waitForURL('**/login/second_factor')
    await this.#photograph(page, `second-factor-${by}`)
    if (by === 'recovery') await page.getByRole('button', { name: /recovery code/i }).click()
    // The step of the set-up is used; the next one is taken early.
    const code = by === 'app' ? this.#app!.codeAt(Date.now() + STEP) : this.#codes.shift()!
    await page.getByLabel(/code/i).first().fill(code)
    await page.getByRole('button', { name: /continue|sign in/i }).click()
    await page.waitForURL(`**/c/${this.slug}/**`)
  }

  /** The owner forgets the password, and says so in a browser of somebody else. */
  async resetPassword() {
    const page = await this.newPage()
    await this.#go(page, '/login')
    await page.getByRole('link', { name: 'Forgot password?' }).click()
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByRole('button', { name: 'Mail me a link', exact: true }).click()
    await page.getByRole('heading', { name: 'Look in your inbox' }).waitFor()
    await page.goto(await this.#link('password_resets'))
    await page.getByLabel('New password').fill(SECOND)
    await this.#photograph(page, 'new-password')
    await page.getByRole('button', { name: 'Save password' }).click()
    await this.showSecondFactor(page, 'recovery')
    return page
  }

  async isIn(page: Page) {
    await this.#go(page, `/c/${this.slug}/leads`)
    return new URL(page.url()).pathname === `/c/${this.slug}/leads`
  }

  /** Signs in anew on a second device, which the first one then ends. */
  async signOutEverywhere(here: Page, there: Page) {
    const { assert } = this.world
    await this.signIn(there, { password: SECOND, by: 'recovery' })
    await this.#go(here, '/account/devices')
    await here.getByText('This device').waitFor()
    await here.getByText('Signed in', { exact: true }).first().waitFor()
    await this.#photograph(here, 'devices')
    await here.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await here.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click()
    await here.getByText('Every other device is signed out').first().waitFor()
    assert.isTrue(await this.isIn(here))
    assert.isFalse(await this.isIn(there))
  }

  async #go(page: Page, path: string) {
    await page.goto(this.world.product.url + path)
  }

  async #link(kind: string) {
    const link = () =>
      this.world.mails.received
        .filter(({ to }) => to.includes(this.email))
        .flatMap(({ text }) => new RegExp(`https?://[^/\\s]+/${kind}/[\\w-]{43}`).exec(text)?.[0] ?? [])
        .at(-1)
    await until(async () => link() !== undefined, { what: `a mail with a link to ${kind}`, within: 20_000 })
    return link()!
  }

  async #photograph(page: Page, step: string) {
    const isTooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
    this.world.assert.isFalse(isTooWide, `${step} is wider than the screen`)
    if (!process.env.SCREENS) return
    const path = join(process.env.SCREENS, `life-${step}-${this.world.name}.png`)
    await page.screenshot({ path, fullPage: true, animations: 'disabled' })
  }
}
