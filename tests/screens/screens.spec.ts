import { mkdirSync, readFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { Current, SYSTEM } from '#app/platform/database/current'
import Identity from '#app/identity/identity'
import LinkToken, { type LinkKind } from '#app/identity/link_token'
import EmailChange from '#app/sign_in/email_change'
import IdentityLink, { type IdentityLinkKind } from '#app/sign_in/identity_link'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import { barriersOn } from '#tests/axe'
import { Product } from '#tests/product'

type Persona = 'Super user' | 'Company admin' | 'Field user' | 'Customer'
type Screen = { name: string; as: Persona; path: (ids: Ids) => string }
type Ids = Awaited<ReturnType<typeof findIds>>
type Login = { persona: string; email: string; password: string }

const FOLDER = process.env.SCREENS ?? join(process.cwd(), '.cache', 'screens')
const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '360', width: 360, height: 780 },
]
const THEMES = ['light', 'dark'] as const
const desk = (path: string) => `/c/brightwater${path}`

const SCREENS: Screen[] = [
  { name: 'login', as: 'Customer', path: () => '/login' },
  { name: 'login-link', as: 'Customer', path: () => '/login/link' },
  { name: 'password-forgotten', as: 'Customer', path: () => '/password/forgotten' },
  { name: 'register', as: 'Customer', path: () => '/register' },
  { name: 'sign-in-link', as: 'Customer', path: ({ mailed }) => `/sign_in_links/${mailed.sign_in}` },
  {
    name: 'password-reset',
    as: 'Customer',
    path: ({ mailed }) => `/password_resets/${mailed.password_reset}`,
  },
  {
    name: 'email-approval',
    as: 'Customer',
    path: ({ mailed }) => `/email_approvals/${mailed.email_approval}`,
  },
  { name: 'email-proof', as: 'Customer', path: ({ mailed }) => `/email_proofs/${mailed.email_proof}` },
  { name: 'link-over', as: 'Customer', path: () => '/password_resets/used' },
  { name: 'invitation', as: 'Customer', path: ({ invitation }) => `/invitations/${invitation}` },
  { name: 'invitation-over', as: 'Customer', path: () => '/invitations/unknown' },
  { name: 'console-companies', as: 'Super user', path: () => '/console/companies' },
  { name: 'console-sending', as: 'Super user', path: () => '/console/providers' },
  {
    name: 'console-company-mails',
    as: 'Super user',
    path: () => '/console/companies/brightwater/deliveries',
  },
  { name: 'console-queues', as: 'Super user', path: () => '/console/queues' },
  { name: 'console-timers', as: 'Super user', path: () => '/console/timers' },
  { name: 'console-timers-recurring', as: 'Super user', path: () => '/console/timers?show=recurring' },
  { name: 'console-company', as: 'Super user', path: () => '/console/companies/brightwater' },
  { name: 'console-company-new', as: 'Super user', path: () => '/console/companies/new' },
  { name: 'home', as: 'Company admin', path: () => desk('/dashboard') },
  { name: 'leads', as: 'Company admin', path: () => desk('/leads') },
  { name: 'lead', as: 'Company admin', path: ({ lead }) => desk(`/leads/${lead}`) },
  { name: 'messages', as: 'Company admin', path: () => desk('/conversations') },
  { name: 'canned-replies', as: 'Company admin', path: () => desk('/settings/canned_replies') },
  { name: 'messages-waiting', as: 'Company admin', path: () => desk('/conversations?state=waiting') },
  { name: 'orders', as: 'Company admin', path: () => desk('/orders') },
  { name: 'order', as: 'Company admin', path: ({ order }) => desk(`/orders/${order}`) },
  { name: 'customers', as: 'Company admin', path: () => desk('/customers') },
  { name: 'customer', as: 'Company admin', path: ({ customer }) => desk(`/customers/${customer}`) },
  {
    name: 'customer-merge',
    as: 'Company admin',
    path: ({ customer }) => desk(`/customers/${customer}/merges/new`),
  },
  { name: 'customer-new', as: 'Company admin', path: () => desk('/customers/new') },
  { name: 'qr-batches', as: 'Company admin', path: () => desk('/qr_batches') },
  { name: 'qr-batch', as: 'Company admin', path: ({ batch }) => desk(`/qr_batches/${batch}`) },
  { name: 'qr-printings', as: 'Company admin', path: ({ batch }) => desk(`/qr_batches/${batch}/printings`) },
  { name: 'label-sheets', as: 'Company admin', path: () => desk('/label_sheets') },
  { name: 'label-sheet-new', as: 'Company admin', path: () => desk('/label_sheets/new?from=letter-20') },
  { name: 'scans', as: 'Company admin', path: () => desk('/scans') },
  { name: 'scans-by-batch', as: 'Company admin', path: () => desk('/scans?by=batch&days=90') },
  { name: 'unscanned-codes', as: 'Company admin', path: () => desk('/scans/unscanned_codes') },
  { name: 'walks', as: 'Company admin', path: () => desk('/scans/walks?days=365') },
  { name: 'qr-stock', as: 'Company admin', path: () => desk('/qr_codes/stock') },
  { name: 'customer-import', as: 'Company admin', path: () => desk('/customers/imports/new') },
  { name: 'bulk-bindings', as: 'Company admin', path: () => desk('/qr_codes/bulk_bindings/new') },
  { name: 'qr-batch-new', as: 'Company admin', path: () => desk('/qr_batches/new') },
  { name: 'qr-code', as: 'Company admin', path: ({ code }) => desk(`/qr_codes/${code}`) },
  { name: 'lead-flows', as: 'Company admin', path: () => desk('/lead_flows') },
  { name: 'lead-flow-ways', as: 'Company admin', path: ({ flow }) => desk(`/lead_flows/${flow}/ways`) },
  {
    name: 'lead-flow-versions',
    as: 'Company admin',
    path: ({ flow }) => desk(`/lead_flows/${flow}/versions`),
  },
  {
    name: 'lead-flow-comparison',
    as: 'Company admin',
    path: ({ flow }) => desk(`/lead_flows/${flow}/comparison`),
  },
  { name: 'lead-flow', as: 'Company admin', path: ({ flow }) => desk(`/lead_flows/${flow}/edit`) },
  { name: 'team', as: 'Company admin', path: () => desk('/team') },
  { name: 'mail-audit', as: 'Company admin', path: () => desk('/mails') },
  { name: 'blocked-addresses', as: 'Company admin', path: () => desk('/mails/blocked_addresses') },
  { name: 'mail', as: 'Company admin', path: ({ delivery }) => desk(`/mails/${delivery}`) },
  { name: 'notifications', as: 'Company admin', path: () => desk('/notifications') },
  {
    name: 'notifications-snoozed',
    as: 'Company admin',
    path: () => desk('/notifications?box=snoozed'),
  },
  { name: 'notification-preferences', as: 'Company admin', path: () => desk('/notifications/preferences') },
  { name: 'settings-notifications', as: 'Company admin', path: () => desk('/settings/notifications') },
  { name: 'settings-wording', as: 'Company admin', path: () => desk('/settings/templates') },
  {
    name: 'settings-wording-mail',
    as: 'Company admin',
    path: () => desk('/settings/templates/lead_received/mail/en'),
  },
  {
    name: 'settings-wording-inbox',
    as: 'Company admin',
    path: () => desk('/settings/templates/lead_created/inbox/en'),
  },
  { name: 'access_tokens', as: 'Company admin', path: () => desk('/access_tokens') },
  { name: 'service_tokens', as: 'Company admin', path: () => desk('/settings/service_tokens') },
  { name: 'account-profile', as: 'Company admin', path: () => '/account/profile' },
  { name: 'account-sign-in', as: 'Company admin', path: () => '/account/sign_in' },
  { name: 'account-devices', as: 'Company admin', path: () => '/account/devices' },
  { name: 'account-two-factor', as: 'Company admin', path: () => '/account/two_factor' },
  { name: 'settings-sign-in', as: 'Company admin', path: () => desk('/settings/sign_in') },
  { name: 'single-sign-on', as: 'Company admin', path: () => desk('/settings/single_sign_on') },
  { name: 'settings', as: 'Company admin', path: () => desk('/settings') },
  { name: 'settings-booking', as: 'Company admin', path: () => desk('/settings/booking') },
  { name: 'settings-numbers', as: 'Company admin', path: () => desk('/settings/numbers') },
  {
    name: 'console-enter',
    as: 'Super user',
    path: () => '/console/companies/brightwater/impersonations/new',
  },
  { name: 'console-mails', as: 'Super user', path: () => '/console/mails' },
  { name: 'console-super-users', as: 'Super user', path: () => '/console/super_users' },
  { name: 'console-log', as: 'Super user', path: () => '/console/log' },
  { name: 'support-access', as: 'Company admin', path: () => desk('/settings/support_access') },
  { name: 'roles', as: 'Company admin', path: () => desk('/settings/roles') },
  { name: 'role-new', as: 'Company admin', path: () => desk('/settings/roles/new?basedOn=agent') },
  { name: 'teams', as: 'Company admin', path: () => desk('/settings/teams') },
  { name: 'permissions', as: 'Company admin', path: ({ member }) => desk(`/team/${member}/permissions`) },
  { name: 'viewers', as: 'Company admin', path: ({ lead }) => desk(`/viewers/leads/${lead}`) },
  { name: 'history', as: 'Company admin', path: ({ customer }) => desk(`/history/customers/${customer}`) },
  { name: 'history-lead', as: 'Company admin', path: ({ lead }) => desk(`/history/leads/${lead}`) },
  { name: 'timers', as: 'Company admin', path: () => desk('/settings/timers') },
  { name: 'timers-over', as: 'Company admin', path: () => desk('/settings/timers?show=over') },
  { name: 'unfinished', as: 'Company admin', path: () => desk('/settings/unfinished') },
  {
    name: 'unfinished-undecided',
    as: 'Company admin',
    path: () => desk('/settings/unfinished?show=undecided'),
  },
  { name: 'integrations', as: 'Company admin', path: () => desk('/settings/integrations') },
  { name: 'customer-system', as: 'Company admin', path: () => desk('/settings/customer_system') },
  { name: 'retention', as: 'Company admin', path: () => desk('/settings/retention') },
  { name: 'webhooks', as: 'Company admin', path: () => desk('/settings/webhooks') },
  { name: 'webhook', as: 'Company admin', path: ({ webhook }) => desk(`/settings/webhooks/${webhook}`) },
  {
    name: 'webhook-delivery',
    as: 'Company admin',
    path: ({ webhookDelivery }) => desk(`/settings/webhook_deliveries/${webhookDelivery}`),
  },
  { name: 'audit', as: 'Company admin', path: () => desk('/settings/audit') },
  { name: 'field-home', as: 'Field user', path: () => desk('/field') },
  { name: 'field-customers', as: 'Field user', path: () => desk('/field/customers') },
  { name: 'field-customer-new', as: 'Field user', path: () => desk('/field/customers/new') },
  { name: 'field-bind', as: 'Field user', path: () => desk('/field/bindings/new') },
  { name: 'request-form', as: 'Customer', path: ({ token }) => `/q/${token}` },
  { name: 'request-status', as: 'Customer', path: ({ status }) => `/s/${status}` },
  { name: 'request-blank-code', as: 'Customer', path: ({ blankToken }) => `/q/${blankToken}` },
  { name: 'request-unknown-code', as: 'Customer', path: () => '/q/00000000000000000000000000' },
  { name: 'not-found', as: 'Company admin', path: () => desk('/nothing') },
]

test('photographs every screen, wide and narrow, light and dark, and finds no barrier on any', async ({
  browser,
  assert,
}) => {
  mkdirSync(FOLDER, { recursive: true })
  const product = await Product.start({ driver: 'embedded' })
  try {
    await promisify(execFile)(process.execPath, [join(process.env.PRODUCT_BUILD!, 'ace.js'), 'demo:seed'], {
      cwd: process.env.PRODUCT_BUILD,
      env: product.env,
    })
    const logins = JSON.parse(
      readFileSync(join(product.env.DATA_DIR!, 'demo_logins.json'), 'utf8')
    ) as Login[]
    const ids = await findIds()
    const barriers: string[] = []
    for (const theme of THEMES) {
      for (const size of SIZES) {
        const pages = new Map<Persona, Page>()
        for (const { name, as, path } of SCREENS) {
          if (!pages.has(as)) pages.set(as, await open(browser, product.url, { as, logins, size, theme }))
          const page = pages.get(as)!
          await page.goto(product.url + path(ids))
          await page.waitForLoadState('networkidle')
          await page.screenshot({ path: join(FOLDER, `${name}-${size.name}-${theme}.png`) })
          const isTooWide = await page.evaluate<boolean>(
            'document.documentElement.scrollWidth > window.innerWidth'
          )
          assert.isFalse(isTooWide, `${name} scrolls sideways at ${size.name} px`)
          barriers.push(...(await barriersOn(page)).map((one) => `${name}-${size.name}-${theme}: ${one}`))
        }
        await Promise.all([...pages.values()].map((page) => page.context().close()))
      }
    }
    assert.deepEqual(barriers, [])
    process.stdout.write(`Screenshots are in ${FOLDER}\n`)
  } finally {
    await product.stop()
  }
}).timeout(1_200_000)

type Opening = {
  as: Persona
  logins: Login[]
  size: { width: number; height: number }
  theme: 'light' | 'dark'
}

async function open(browser: Browser, url: string, { as, logins, size, theme }: Opening) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    deviceScaleFactor: size.width < 500 ? 2 : 1,
  })
  const page = await context.newPage()
  const login = logins.find(({ persona }) => persona === as)
  if (login) {
    await page.goto(`${url}/login`)
    await page.getByLabel('E-mail').fill(login.email)
    await page.getByLabel('Password', { exact: true }).fill(login.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((to) => to.pathname !== '/login')
  }
  return page
}

/** One good example of everything, from the demo story. */
async function findIds() {
  const system = db.connection('system')
  const tenant = await system.from('tenants').where('slug', 'brightwater').firstOrFail()
  const first = async (table: string, where: Record<string, unknown> = {}) =>
    (await system
      .from(table)
      .where({ tenant_id: tenant.id, ...where })
      .orderBy('id', 'desc')
      .firstOrFail()) as Record<string, string>
  const assigned = await first('qr_codes', { state: 'assigned' })
  const webhook = await newWebhook(tenant.id)
  const attachment = await system
    .from('attachments')
    .where('tenant_id', tenant.id)
    .whereNotNull('lead_id')
    .orderBy('id', 'desc')
    .firstOrFail()
  return {
    lead: attachment.lead_id as string,
    order: (await first('orders')).id,
    customer: assigned.customer_id,
    batch: assigned.qr_batch_id,
    code: assigned.id,
    flow: (await first('lead_flows')).id,
    delivery: (await first('deliveries')).id,
    member: (await first('team_members', { is_lead: true })).user_id,
    ...webhook,
    token: assigned.token,
    status: await newLink(tenant.id, 'lead_status', attachment.lead_id as string),
    blankToken: (await first('qr_codes', { state: 'blank' })).token,
    mailed: await newMailedLinks(),
    invitation: await newLink(
      tenant.id,
      'invitation',
      (await first('invitations', { accepted_at: null })).id
    ),
  }
}

// The links of the story are secrets that nobody knows any more.
const newLink = (tenantId: string, kind: LinkKind, subjectId: string) =>
  Current.run({ tenantId, actor: SYSTEM }, () => LinkToken.mint({ kind, subjectId }))

/** An endpoint that takes some of what it is sent. */
const newWebhook = (tenantId: string) =>
  Current.run({ tenantId, actor: SYSTEM }, async () => {
    const endpoint = await WebhookEndpoint.register({
      url: 'https://hooks.brightwater.example/latchkey/events',
      description: 'Accounting',
      events: null,
    })
    const failure = { isTaken: false, status: 502, answer: '<h1>Bad Gateway</h1>' }
    await endpoint.health.note(failure)
    const deliveries = []
    for (const event of ['lead.created', 'customer.created', 'visit.planned', 'order.finished'])
      deliveries.push(await WebhookDelivery.owe(endpoint.id, { eventId: newId(), event, payload: PAYLOAD }))
    await db.rawQuery(
      `update webhook_deliveries set state = 'failed', attempts = 1, status = 502, tries = ?`,
      [JSON.stringify([{ startedAt: '2026-11-02T09:12:03Z', endedAt: '2026-11-02T09:12:04Z', ...failure }])]
    )
    return { webhook: endpoint.id, webhookDelivery: deliveries[0].id }
  })
const PAYLOAD = JSON.stringify({
  type: 'lead.created',
  version: 1,
  timestamp: '2026-11-02T09:12:02.123Z',
  data: { subject: { type: 'lead', id: newId() }, seq: 1, facts: { number: 214, source: 'qr_code' } },
})

async function newMailedLinks() {
  const identity = await Identity.query().where('email', 'like', 'daniel@brightwater%').firstOrFail()
  await EmailChange.ask(identity, 'daniel.reyes@brightwater.example', { ip: '127.0.0.1' })
  const { id: subjectId } = (await EmailChange.of(identity))!
  const mint = (kind: IdentityLinkKind) => IdentityLink.mint({ kind, identityId: identity.id, subjectId })
  return {
    sign_in: await mint('sign_in'),
    password_reset: await mint('password_reset'),
    email_approval: await mint('email_approval'),
    email_proof: await mint('email_proof'),
  }
}
