import { test } from '@japa/runner'
import type { Browser, BrowserContext, Page } from 'playwright'
import MailWorker from '#app/notifications/mail_worker'
import Delivery from '#app/notifications/delivery'
import LinkToken from '#app/identity/link_token'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { PASSWORD } from '#tests/factories'
import { Product } from '#tests/product'
import { makeTarget, type Target, type Visitor } from '#tests/security/cases'
import { addressOf, attemptOn, isApi, namesOf, routeNamed, writes } from '#tests/security/surface'
import { HOSTILE_ADDRESSES, HOSTILE_STRINGS } from '#tests/security/browser/hostile_strings'
import { poison, wordColumns } from '#tests/security/browser/hostile_texts'

/** Words that no screen here is seen to show. Whoever shows one of them takes it from this list. */
const NOT_SHOWN = [
  'attachments.name',
  'identity_mails.body_text',
  'identity_mails.data',
  'identity_mails.provider_id',
  'identity_mails.subject',
  'registrations.name',
  'scim_tokens.name',
  'social_accounts.subject',
  'sso_accounts.email',
  'sso_accounts.last_claims',
  'sso_accounts.subject',
  'sso_connections.api_audience',
  'sso_connections.client_id',
  'sso_connections.email_claim',
  'sso_connections.issuer',
  'sso_connections.last_failure',
  'sso_connections.name_claim',
  'sso_connections.role_claim',
  'sso_domains.domain',
  'teams.external_id',
  'users.directory_name',
  'users.external_id',
  'users.phone',
]
/** Answered with a file, not with a screen. */
const FILES = [
  'leads.photos.show',
  'requests.photos.show',
  'tenancy.logos.show',
  'qr_codes.sheets.show',
  'audit.exports.show',
]
const PIECE = 1500

type Seen = { ran: string[]; reports: string[]; elements: string[]; links: string[] }

test.group('Words that somebody stored', (group) => {
  let product: Product
  let target: Target
  let visits: { name: string; as: Visitor; path: string }[]

  group.setup(async () => {
    product = await Product.start({ driver: 'embedded', processes: ['web'] })
    target = await makeTarget()
    visits = []
    for (const name of namesOf((one) => !writes(one) && !isApi(one) && !FILES.includes(one.name!))()) {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const query = new URLSearchParams(sending.qs ?? {}).toString()
      visits.push({
        name,
        as: attemptOn(route).as,
        path: `${addressOf(route, target, sending)}?${query}`,
      })
    }
    await target.visit()
    const talk = await target.message()
    visits.push({ name: 'leads.leads.show', as: 'admin', path: target.path(`/leads/${talk.leadId}`) })
    const link = await target.inside(() => LinkToken.mint({ kind: 'lead_status', subjectId: talk.leadId }))
    visits.push({ name: 'requests.statuses.show', as: 'guest', path: `/s/${link}` })
    return () => product.stop()
  })

  test('are words on every screen, and run nowhere', async ({ browser, assert }) => {
    const contexts = await openAll(browser, product, target)
    const shown = new Set<string>()
    const strings = pieces(HOSTILE_STRINGS)
    const columns = (await wordColumns()).map(({ table, column }) => `${table}.${column}`)
    const rounds = [
      (column: string, at: number) =>
        `⟪${column}⟫ ${strings[(columns.indexOf(column) + at) % strings.length]}`,
      (column: string, at: number) =>
        HOSTILE_ADDRESSES[(columns.indexOf(column) + at) % HOSTILE_ADDRESSES.length],
    ]
    for (const words of rounds) {
      await poison(target.tenant.id, words)
      for (const { name, as, path } of visits) {
        const page = await contexts.page(as)
        const answer = await open(page, product.url + path)
        if (!answer) continue
        assert.isBelow(answer.status, 500, `${name}: ${answer.status}`)
        const { ran, reports, elements, links } = await look(page)
        assert.deepEqual(
          { ran, reports, elements, links },
          { ran: [], reports: [], elements: [], links: [] },
          name
        )
        for (const column of await columnsOn(page)) shown.add(column)
      }
    }
    const hidden = columns.filter((column) => !shown.has(column)).sort()
    assert.deepEqual(
      hidden,
      NOT_SHOWN,
      'words that no screen shows: add the screen, or the column to NOT_SHOWN'
    )
    await contexts.close()
  }).timeout(400_000)

  test('are words in every mail', async ({ browser, assert }) => {
    const letters = pieces(HOSTILE_STRINGS.map((one) => one.replaceAll('\n', ' ')))
    const page = await watched(await browser.newContext())
    await target.inside(async () => {
      for (const words of letters)
        await receiveLead({
          summary: words,
          contact: { name: words.slice(0, 200), email: 'a@example.com', address: words },
        })
    })
    await handOver(target.tenant.id, MailWorker)
    const mails = await target.inside(() =>
      Delivery.query()
        .orderBy('id', 'desc')
        .limit(letters.length * 2)
    )
    assert.isAbove(mails.length, letters.length)
    for (const { bodyHtml } of mails) {
      await page.setContent(bodyHtml)
      const { ran, elements, links } = await look(page)
      assert.deepEqual({ ran, elements, links }, { ran: [], elements: [], links: [] })
    }
    await page.context().close()
  }).timeout(200_000)
})

function pieces(strings: string[]) {
  const made = ['']
  for (const one of strings) {
    if (made.at(-1)!.length + one.length > PIECE) made.push('')
    made[made.length - 1] += `${one} `
  }
  return made
}

async function openAll(browser: Browser, product: Product, { admin, fieldUser, superUser }: Target) {
  const persons: Partial<Record<Visitor, string>> = {
    admin: admin.identity.email,
    fieldUser: fieldUser.identity.email,
    superUser: superUser.email,
  }
  const pages = new Map<Visitor, Page>()
  for (const as of ['admin', 'fieldUser', 'superUser', 'guest'] as const) {
    const page = await watched(await browser.newContext({ acceptDownloads: false }))
    if (persons[as]) await signIn(page, product.url, persons[as])
    pages.set(as, page)
  }
  return {
    page: async (as: Visitor) => pages.get(as) ?? pages.get('guest')!,
    close: () => Promise.all([...pages.values()].map((page) => page.context().close())),
  }
}

async function signIn(page: Page, url: string, email: string) {
  await page.goto(`${url}/login`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((to) => to.pathname !== '/login')
}

/** A page that notes what should never happen on it. */
async function watched(context: BrowserContext) {
  await context.addInitScript(`
    window.__ran = []
    window.__reports = []
    window.xssMarker = () => window.__ran.push(document.activeElement?.tagName ?? 'script')
    window.alert = window.prompt = window.confirm = window.xssMarker
    document.addEventListener('securitypolicyviolation', (event) =>
      window.__reports.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))
  `)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('dialog', (dialog) => dialog.dismiss())
  return page
}

async function open(page: Page, url: string) {
  try {
    const answer = await page.goto(url, { waitUntil: 'load' })
    await page.locator('h1, h2, main').first().waitFor({ state: 'attached' })
    return { status: answer!.status() }
  } catch (error) {
    if (/Download is starting|ERR_ABORTED/.test(String(error))) return null
    throw error
  }
}

const look = (page: Page) =>
  page.evaluate<Seen>(`({
    ran: window.__ran,
    reports: window.__reports,
    elements: [...document.querySelectorAll('xss-canary, marquee, math, plaintext, [onerror], [onload], [onfocus], [ontoggle], base[href*=evil], body [http-equiv]')].map((one) => one.outerHTML.slice(0, 200)),
    links: [...document.querySelectorAll('a[href], area[href], form[action], [formaction]')].filter((one) => /^\\s*(javascript|vbscript|data):/i.test(one.href ?? one.action ?? one.formAction)).map((one) => one.outerHTML.slice(0, 200)),
  })`)

const columnsOn = (page: Page) =>
  page.evaluate<string[]>(`{
    const typed = [...document.querySelectorAll('input, textarea, iframe, [title], [aria-label]')]
      .map((one) => [one.value, one.title, one.srcdoc, one.ariaLabel].join(' '))
    const text = document.body.textContent + typed.join(' ')
    ;[...new Set([...text.matchAll(/⟪([a-z_.]+)⟫/g)].map((match) => match[1]))]
  }`)
