import { test } from '@japa/runner'
import type { Browser, BrowserContext, Page } from 'playwright'
import MailWorker from '#app/notifications/mail_worker'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import Customer from '#app/customers/customer'
import { CustomerContacts, CustomerSites } from '#app/customers/customer_parts'
import Delivery from '#app/deliveries/delivery'
import { DeliveryResolution } from '#app/deliveries/delivery_resolution'
import Lead from '#app/leads/lead'
import LeadFlow, { stampOf } from '#app/lead_flows/lead_flow'
import LinkToken from '#app/identity/link_token'
import Note from '#app/notes/note'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { PASSWORD } from '#tests/factories'
import { renderLetter } from '#app/platform/sending/letter'
import { SYSTEM } from '#app/platform/database/current'
import { QrPrint } from '#app/qr_codes/qr_print'
import Tenant from '#app/tenancy/tenant'
import VendorExchange from '#app/vendor_connections/vendor_exchange'
import { newId } from '#app/platform/ids'
import StickerReport from '#app/qr_codes/sticker_report'
import SsoAccount from '#app/single_sign_on/sso_account'
import SsoConnection from '#app/single_sign_on/sso_connection'
import { Product } from '#tests/product'
import { makeTarget, type Target, type Visitor } from '#tests/security/cases'
import { addressOf, attemptOn, isApi, namesOf, routeNamed, sampleOf, writes } from '#tests/security/surface'
import { HOSTILE_ADDRESSES, HOSTILE_STRINGS } from '#tests/security/browser/hostile_strings'
import { poison, wordColumns } from '#tests/security/browser/hostile_texts'

/** Words that no screen shows as they are, and why. Whoever shows one of them takes it from this list. */
const NOT_SHOWN: Record<string, string> = {
  'attachments.name': 'photos are numbered; the name of the file stays with whoever sent it',
  'canned_replies.spanish': 'stands in an input only',
  'counted_leads.source': 'a copy of that of the lead, which is shown there',
  'crm_deals.external_id': 'stands in the address of a link only',
  'crm_field_mappings.choices': 'stand in inputs only',
  'crm_hints.external_id': 'asked for only',
  'crm_links.company_id': 'asked for only',
  'crm_links.company_name': 'compared only',
  'crm_links.external_id': 'compared only',
  'crm_newcomers.external_id': 'compared only',
  'crm_sync_rows.external_id': 'compared only',
  'events.request_id': 'a line in the details of an entry of the audit log, not seen here',
  'former_emails.email': 'compared only',
  'identity_mails.body_text':
    'a letter to a person, which nobody else reads; the letter itself is opened below',
  'identity_mails.data': 'facts of such a letter',
  'identity_mails.provider_id': 'for whoever runs the installation, in the database',
  'identity_mails.subject': 'for whoever runs the installation, in the database',
  'lead_countings.time_zone': 'compared only',
  'lead_day_counts.source': 'a copy of that of the leads',
  'mail_reports.id': 'of a report that a provider sends, so that it counts once',
  'qr_batches.label_spec': 'a copy of a label sheet, whose words are printed only',
  'qr_printings.label_spec': 'the same',
  'received_webhooks.key': 'compared only',
  'registrations.name': 'becomes the name of a person, and is attacked as that',
  'social_accounts.subject': 'compared only',
  'sso_accounts.email': 'compared only',
  'sso_accounts.subject': 'compared only',
  'sso_connections.last_failure': 'a code, which becomes words of ours',
  'super_user_grants.granted_by': 'of super users, none of whom works in the attacked company',
  'super_user_grants.revoked_by': 'the same',
  'teams.external_id': 'told to the directory it came from only',
  'users.directory_name': 'told to the directory it came from only',
  'users.external_id': 'told to the directory it came from only',
  'users.phone': 'written as numbers are written; what is no number is not shown',
  'vendor_connections.account': 'compared only',
}
const DEVICES = 'sign_in.devices.index'
/** Answered with a file, not with a screen. */
const FILES = [
  'leads.attachments.show',
  'requests.attachments.show',
  'requests.files.show',
  'requests.downloads.show',
  'tenancy.logos.show',
  'qr_codes.label_previews.show',
  'qr_codes.sheets.show',
  'qr_codes.symbols.show',
  'audit.exports.show',
  'retention.archives.show',
  'retention.history_exports.show',
]
const PIECE = 1500

// A page shows one space for several.
const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** A screen, and what has to be opened on it. */
type Visit = { name: string; as: Visitor; path: string; open?: (page: Page) => Promise<unknown> }
type Seen = { ran: string[]; reports: string[]; elements: string[]; links: string[] }

/** Strangers and customers get templates, not components, which let no markup in; others have something to open. */
const isSpecial = ({ as, name, open: more }: Visit) =>
  as === 'guest' || name === DEVICES || more !== undefined

class Screens {
  constructor(
    private visits: Visit[],
    private columnsIn: (visit: Visit) => Promise<string[]>
  ) {}

  /**
   * Those that are opened in a browser: all of them in the long form. In the short one those of customers, and of the
   * others as many as it takes until every word of `missing` has come to light, those that are told most of them first.
   */
  async *showing(missing: () => string[]) {
    if (process.env.ATTACKS === 'all') return yield* this.visits
    const others = []
    for (const visit of this.visits)
      if (isSpecial(visit)) yield visit
      else others.push({ visit, told: await this.columnsIn(visit) })
    while (others.length > 0 && missing().length > 0) {
      const wanted = missing()
      const worth = ({ told }: { told: string[] }) => wanted.filter((column) => told.includes(column)).length
      others.sort((one, other) => worth(other) - worth(one))
      yield others.shift()!.visit
    }
  }
}

test.group('Words that somebody stored', (group) => {
  let product: Product
  let target: Target
  let visits: Visit[]

  group.setup(async () => {
    product = await Product.start({ driver: 'embedded', processes: ['web'] })
    target = await makeTarget()
    await target.readyToEnforce()
    await target.inside(async () => {
      const { id: ssoConnectionId } = (await SsoConnection.own())!
      const account = await SsoAccount.link(target.admin.user, { ssoConnectionId, subject: 'admin' }, null)
      await account.noteSignIn({ sub: 'admin', name: 'Admin' })
    })
    await Promise.all([target.scimToken(), target.team(), target.photo(), target.pushSubscription()])
    await target.wordingVersion()
    await target.cannedReply()
    const code = await target.code()
    await target.inside(() => StickerReport.take(code, { comment: 'Another sticker', key: newId() }))
    await target.blockedAddress()
    const delivery = await target.unknownDelivery()
    await target.inside(() => new DeliveryResolution(delivery).confirmArrival())
    visits = []
    for (const name of namesOf((one) => !writes(one) && !isApi(one) && !FILES.includes(one.name!))()) {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const query = new URLSearchParams(sending.qs ?? {}).toString()
      visits.push({
        name,
        as: attemptOn(route).as,
        path: `${addressOf(route, target, sending)}?${query}`,
        open: name === 'deliveries.deliveries.show' ? openText : undefined,
      })
    }
    visits.push({
      name: 'deliveries.deliveries.show',
      as: 'admin',
      path: target.path(`/mails/${delivery.id}`),
    })
    visits.push({ name: 'qr_codes.qr_codes.show', as: 'admin', path: target.path(`/qr_codes/${code.id}`) })
    await target.visit()
    const talk = await target.message()
    await target.as(target.admin, async () =>
      Note.write({ lead: await Lead.findOrFail(talk.leadId), author: target.admin.user, body: 'Ring twice' })
    )
    visits.push({ name: 'leads.leads.show', as: 'admin', path: target.path(`/leads/${talk.leadId}`) })
    const link = await target.inside(() => LinkToken.mint({ kind: 'lead_status', subjectId: talk.leadId }))
    visits.push({ name: 'requests.statuses.show', as: 'guest', path: `/s/${link}` })
    visits.push({
      name: 'single_sign_on.connections.index',
      as: 'admin',
      path: target.path('/settings/single_sign_on'),
      open: openClaims,
    })
    const { id: customerId } = await target.customer()
    await target.as(target.admin, async () =>
      (await Customer.findOrFail(customerId)).revise({ name: 'Renamed', street: '3 Elm St' })
    )
    await target.as(target.admin, async () => {
      const customer = await Customer.findOrFail(customerId)
      const [contact, site] = [{ name: 'Sam', role: 'Owner', email: 'sam@example.com' }, { label: 'Barn' }]
      for (let one = 0; one < 2; one++) {
        await new CustomerContacts(customer).add(contact)
        await new CustomerSites(customer).add({ ...site, street: '4 Elm St', notes: 'Ring twice' })
      }
    })
    visits.push({
      name: 'customers.customers.show',
      as: 'admin',
      path: target.path(`/customers/${customerId}`),
    })
    await target.inside(async () => {
      const connection = await CrmConnection.keep('hubspot', { token: 'none' }, target.admin.user)
      await connection.noteFailure(new Error('Busy'))
      const became = { status: 200, failureCode: null, durationMs: 5 }
      await VendorExchange.note(connection.id, { method: 'GET', path: '/contacts' }, became)
      const customer = await Customer.findOrFail(customerId)
      const link = await CrmLink.of(connection, customer)
      await link.note(customer, { externalId: '1', failure: 'Refused', isGone: false })
    })
    const flow = await target.inside(spokenFlow)
    for (const [name, path] of [
      ['lead_flows.ways.edit', `/lead_flows/${flow.id}/ways`],
      ['lead_flows.previews.show', `/lead_flows/${flow.id}/preview?language=es`],
    ])
      visits.push({ name, as: 'admin', path: target.path(path) })
    visits.push({
      name: 'timelines.histories.show',
      as: 'admin',
      path: target.path(`/history/customers/${customerId}`),
      open: openEarlierValue,
    })
    visits.push({
      name: 'audit.entries.index',
      as: 'admin',
      path: target.path('/settings/audit'),
      open: openEntry,
    })
    // Within a minute of the sign-in: later the address of a device is noted anew.
    visits.sort((one, other) => Number(other.name === DEVICES) - Number(one.name === DEVICES))
    return () => product.stop()
  })

  test('are words on every screen, and run nowhere', async ({ browser, assert }) => {
    const contexts = await openAll(browser, product, target)
    const strings = pieces(HOSTILE_STRINGS)
    const columns = (await wordColumns()).map(({ table, column }) => `${table}.${column}`)
    const hidden = new Set(columns)
    const words = (column: string, at: number) =>
      `⟪${column}⟫ ${strings[(columns.indexOf(column) + at) % strings.length]}`
    const addresses = (column: string, at: number) =>
      HOSTILE_ADDRESSES[(columns.indexOf(column) + at) % HOSTILE_ADDRESSES.length]
    const attack = async ({ name, as, path, open: more }: Visit) => {
      const page = await contexts.page(as)
      const answer = await open(page, product.url + path)
      if (!answer) return
      assert.isBelow(answer.status, 500, `${name}: ${answer.status}`)
      await more?.(page)
      const { ran, reports, elements, links } = await look(page)
      assert.deepEqual(
        { ran, reports, elements, links },
        { ran: [], reports: [], elements: [], links: [] },
        name
      )
      for (const column of await columnsOn(page)) hidden.delete(column)
    }
    await poison(target.tenant.id, words)
    const screens = new Screens(visits, async ({ as, path }) => {
      const page = await contexts.page(as)
      const answer = await page.request.get(product.url + path, { maxRedirects: 0 })
      return [...(await answer.text()).matchAll(/⟪([a-z_.]+)⟫/g)].map(([, column]) => column)
    })
    const opened = []
    for await (const visit of screens.showing(() => [...hidden].filter((column) => !(column in NOT_SHOWN)))) {
      await attack(visit)
      opened.push(visit)
    }
    await poison(target.tenant.id, addresses)
    for (const visit of sampleOf(opened)) await attack(visit)
    assert.deepEqual(
      [...hidden].sort(),
      Object.keys(NOT_SHOWN),
      'words that no screen shows: add the screen, or the column to NOT_SHOWN'
    )
    await contexts.close()
  }).timeout(600_000)

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

  test('are words in every place of a letter', async ({ browser, assert }) => {
    const page = await watched(await browser.newContext())
    const website = (words: string) => `https://example.com/?${words.replace(/[\s\p{Cc}]/gu, '')}`
    for (const words of pieces(HOSTILE_STRINGS)) {
      const { bodyHtml } = await renderLetter(
        {
          subject: words,
          greeting: words,
          paragraphs: [words],
          facts: [[words, words]],
          quote: words,
          action: { label: words, url: website(words) },
        },
        { name: words, brandColor: '#1d4ed8', phone: words, displayPhone: words, website: website(words) }
      )
      await page.setContent(bodyHtml)
      const { ran, elements, links } = await look(page)
      assert.deepEqual({ ran, elements, links }, { ran: [], elements: [], links: [] })
      assert.include(onOneLine(await page.innerText('body')), onOneLine(words).slice(0, 18).trim())
    }
    await page.context().close()
  }).timeout(200_000)

  test('are words on printed sheets, which can do nothing', async ({ assert }) => {
    const breakouts = [
      ') /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (',
      '>> endobj 9 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj <<',
      'endstream endobj trailer << /Root 9 0 R >> startxref 0 %%EOF',
      '\\) /URI (javascript:1) (',
      ...pieces(HOSTILE_STRINGS).slice(0, 6),
    ]
    for (const words of breakouts) {
      const batch = await target.batch()
      const tenant = await target.inside(() => Tenant.current())
      Object.assign(batch, { name: words.slice(0, 80) })
      Object.assign(tenant, { name: words.slice(0, 80) })
      const file = new QrPrint(batch, tenant, { tenantId: tenant.id, actor: SYSTEM }).stream()
      const pdf = Buffer.concat(await file.toArray()).toString('latin1')
      assert.notMatch(pdf, /\/(JavaScript|JS|OpenAction|AA|Launch|URI|EmbeddedFile|RichMedia|SubmitForm)\b/)
      assert.lengthOf(pdf.match(/%%EOF/g)!, 1)
      assert.lengthOf(pdf.match(/\btrailer\b/g)!, 1)
    }
  })
})

/** The mail as text, beside the one with pictures. */
const openText = (page: Page) => page.getByRole('tab').nth(1).click()

/** The claims of one's own last sign-in, to try the rules of roles on. */
const openClaims = async (page: Page) => {
  await page.getByRole('button', { name: 'Try the rules' }).click()
  await page.getByRole('button', { name: 'Take those of my last sign-in' }).click()
}

/** An earlier value, asked for once more before it is put back. */
const openEarlierValue = async (page: Page) => {
  await page
    .getByRole('button', { name: /^Put back the earlier/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
}

const openEntry = async (page: Page) => {
  await page.locator('tbody tr button').first().click()
  await page.getByRole('dialog').waitFor()
}

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

/** A flow in two languages, on a site of the company. */
async function spokenFlow() {
  const flow = await LeadFlow.begin('Spoken')
  const draft = await flow.latest()
  const { questions } = draft
  const translations = { es: { intro: 'Hola', questions: { [questions[0].id]: { label: 'Nombre' } } } }
  const basedOn = stampOf(draft)
  await flow.revise({ name: 'Spoken', basedOn, intro: null, successText: null, questions, translations })
  return flow.merge({ sites: ['www.example.com'] }).save()
}

const columnsOn = (page: Page) =>
  page.evaluate<string[]>(`{
    const typed = [...document.querySelectorAll('input, textarea, iframe, [title], [aria-label]')]
      .map((one) => [one.value, one.title, one.srcdoc, one.ariaLabel].join(' '))
    const body = document.body.cloneNode(true)
    for (const script of body.querySelectorAll('script, template')) script.remove()
    const text = body.textContent + typed.join(' ')
    ;[...new Set([...text.matchAll(/⟪([a-z_.]+)⟫/g)].map((match) => match[1]))]
  }`)
