import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import { newId } from '#app/platform/ids'
import { clock } from '#app/platform/clock'
import { pushTarget } from '#tests/push_service'
import { Current, SYSTEM } from '#app/platform/database/current'
import Impersonation from '#app/impersonations/impersonation'
import LinkToken from '#app/identity/link_token'
import TokenFamily from '#app/access_tokens/token_family'
import Device from '#app/sign_in/device'
import EmailChange from '#app/sign_in/email_change'
import IdentityLink, { type IdentityLinkKind } from '#app/sign_in/identity_link'
import IdentityMail from '#app/sign_in/identity_mail'
import SuperUserGrant from '#app/console/super_user_grant'
import LeadFlow from '#app/lead_flows/lead_flow'
import Delivery from '#app/deliveries/delivery'
import { UnsubscribeLink } from '#app/notification_preferences/unsubscribe_link'
import MailWorker from '#app/notifications/mail_worker'
import Order from '#app/orders/order'
import Logo from '#app/tenancy/logo'
import Registration from '#app/registrations/registration'
import ScimDraft from '#app/single_sign_on/scim_draft'
import ScimToken from '#app/single_sign_on/scim_token'
import Team from '#app/access/team'
import SocialAccount from '#app/social_accounts/social_account'
import SsoConnection from '#app/single_sign_on/sso_connection'
import SsoDomain from '#app/single_sign_on/sso_domain'
import { ScimPeople } from '#app/single_sign_on/scim_people'
import { USER_SCHEMA } from '#app/single_sign_on/scim_user_resource'
import { SETTINGS } from '#tests/test_issuer'
import { handOver } from '#tests/hand_over'
import { bookableVisit } from '#tests/booking_factories'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany, makeIdentity, makeMember, makeSuperUser, PASSWORD, unique } from '#tests/factories'
import { makeWorld } from '#tests/functional/stranger/world'
import { CASES, type Persona, type Sending } from '#tests/functional/stranger/cases'
import { stampIn } from '#tests/functional/requests/setting'

export type Visitor = Persona | 'superUser' | 'guest'
export type Target = Awaited<ReturnType<typeof makeTarget>>
/** A request, with a token of its own where it must not use up the common one. */
export type Knock = Sending & { token?: string }
export type Attempt = {
  as: Visitor
  send: (target: Target) => Promise<Knock> | Knock
  /** Recognised and then refused, because this installation is set up that way. */
  refusedWith?: number
  /** Its good answer is the sign-in page. */
  endsAtSignIn?: true
}

/** A company with one of everything, open to its customers, and a super user besides. */
export async function makeTarget() {
  const world = await makeWorld()
  const { inside, tenant } = world
  await inside(() => LeadFlow.startFor(tenant))
  const superUser = await makeSuperUser()
  return {
    ...world,
    superUser,
    questions: async () => (await inside(() => LeadFlow.versionFor(null))).questions,
    logoKey: () => storeLogo(tenant.id),
    invitationMail: async () => {
      const { id } = await world.invitation()
      await handOver(tenant.id, MailWorker)
      return inside(() =>
        Delivery.query().where({ recipientKind: 'invitation', recipientId: id }).firstOrFail()
      )
    },
  }
}

async function storeLogo(tenantId: string) {
  const path = join(tmpdir(), `${unique('logo')}.png`)
  await writeFile(path, await logo)
  return Logo.store(tenantId, { tmpPath: path, size: (await logo).length }).finally(() => rm(path))
}

const console = (more: Omit<Sending, 'params'> = {}): Attempt => ({
  as: 'superUser',
  send: (w) => ({ params: { slug: w.tenant.slug }, ...more }),
})
const consoleOn = (of: (target: Target) => Promise<{ id: string }>): Attempt => ({
  as: 'superUser',
  send: async (w) => ({ params: { slug: w.tenant.slug, id: (await of(w)).id } }),
})
const newcomer = () => ({ name: 'Nadia', email: `${unique('nadia')}@example.com` })
const QUEUE = { queue: 'notifications' }
const open = (as: Visitor = 'guest'): Attempt => ({ as, send: () => ({}) })

const company = (slug: string) => ({
  name: 'Northside Roofing',
  slug,
  timeZone: 'America/Toronto',
  country: 'CA',
  currency: 'CAD',
  locale: 'en-CA',
  brandColor: '#1d4ed8',
  phone: '+14165550100',
  email: null,
  website: null,
})
const logo = sharp({ create: { width: 9, height: 9, channels: 3, background: '#0f766e' } })
  .png()
  .toBuffer()
const logoFile = async () => ({ field: 'logo', content: await logo, filename: 'logo.png' })

async function invitationToken(w: Target) {
  const { id } = await w.invitation()
  return w.inside(() =>
    LinkToken.mint({ kind: 'invitation', subjectId: id, expiresAt: DateTime.utc().plus({ days: 1 }) })
  )
}

async function statusToken(w: Target) {
  const { id } = await w.as(w.admin, () => receiveLead({ summary: `Status ${w.mark}` }))
  return w.inside(() => LinkToken.mint({ kind: 'lead_status', subjectId: id }))
}

/** A company whose customers may change visits, and one who is looking at theirs. */
function visitOfCustomer({ body }: { body?: { window: 'moved' } } = {}): Attempt {
  return {
    as: 'guest',
    send: async (w) => {
      const { visit, key } = await w.inside(() => bookableVisit({ capacity: 90 }))
      const { leadId } = await w.inside(() => Order.findOrFail(visit.orderId))
      const token = await w.inside(() => LinkToken.mint({ kind: 'lead_status', subjectId: leadId! }))
      return { params: { token, id: visit.id }, ...(body && { body: { window: key } }) }
    },
  }
}

async function byLink(kind: IdentityLinkKind) {
  const { id } = await makeIdentity('Somebody')
  return { params: { secret: await IdentityLink.mint({ kind, identityId: id }) } }
}

async function changeLink(kind: IdentityLinkKind) {
  const { id: identityId } = await makeIdentity('Somebody')
  const { id } = await pendingChange(identityId)
  return { params: { secret: await IdentityLink.mint({ kind, identityId, subjectId: id }) } }
}

function pendingChange(identityId: string) {
  const wanted = { newEmail: `${unique('other')}@example.com`, expiresAt: DateTime.utc().plus({ hours: 1 }) }
  return EmailChange.firstOrCreate({ identityId }, { id: newId(), ...wanted })
}

async function overdueMail() {
  const { email } = await makeIdentity('Somebody')
  return (await IdentityMail.owe('password_reset', email)).merge({ state: 'failed' }).save()
}

const founding = () => ({
  companyName: 'Northside Roofing',
  slug: unique('new'),
  timeZone: 'America/Toronto',
  country: 'CA',
  currency: 'CAD',
  name: 'Frida Founder',
  email: `${unique('founder')}@example.com`,
  password: 'another fine secret',
})

async function openingLink() {
  const { password, ...asked } = founding()
  const passwordHash = await hash.make(password)
  const { id } = await Registration.create({ id: newId(), companyId: newId(), passwordHash, ...asked })
  return { secret: await IdentityLink.mint({ kind: 'registration', subjectId: id }) }
}

const tokenPair = (w: Target) => w.inside(() => TokenFamily.begin(w.admin.user))

/** The stamp of a form that was opened some seconds ago. */
async function stampOn(path: string) {
  clock.travelTo(DateTime.utc().minus({ seconds: 10 }))
  const page = await fetch(`http://127.0.0.1:${process.env.PORT}${path}`).then((answer) => answer.text())
  clock.comeBack()
  return stampIn(page)
}

async function answersTo(target: Target) {
  const answers = (await target.questions()).map(({ id, type, options }) => [
    id,
    type.endsWith('text') ? 'The tap drips' : options.slice(0, 1),
  ])
  return Object.fromEntries(answers) as never
}

/** One good request for every route outside companies. */
const OUTSIDE: Record<string, Attempt> = {
  'identity.homes.show': open('admin'),
  'identity.companies.index': open('admin'),
  'identity.acceptances.create': {
    as: 'guest',
    send: async (w) => ({ params: { token: await invitationToken(w) } }),
  },
  'identity.acceptances.store': {
    as: 'guest',
    send: async (w) => ({
      params: { token: await invitationToken(w) },
      body: { name: 'Newcomer', password: 'another fine secret' },
    }),
  },
  'bounces.mail_reports.store': {
    as: 'guest',
    send: () => ({ body: { Type: 'Notification', Message: '{}', Signature: 'x' } }),
    refusedWith: 403,
  },
  'crm_connections.received_webhooks.store': {
    as: 'guest',
    send: () => ({ params: { adapter: 'hubspot' }, body: { portalId: 1 } }),
    refusedWith: 401,
  },
  'deliveries.push_renewals.store': {
    as: 'guest',
    send: () => ({ body: { earlier: pushTarget().endpoint, ...pushTarget() } }),
  },
  'sign_in.sessions.create': open(),
  'sign_in.sessions.store': {
    as: 'guest',
    send: async () => ({
      body: { email: (await makeIdentity('Somebody')).email, password: PASSWORD, isRemembered: false },
    }),
  },
  'sign_in.sessions.destroy': { ...open('admin'), endsAtSignIn: true },
  'sign_in.email_approvals.create': { as: 'guest', send: () => changeLink('email_approval') },
  'sign_in.email_approvals.store': { as: 'guest', send: () => changeLink('email_approval') },
  'sign_in.email_approvals.destroy': { as: 'guest', send: () => changeLink('email_approval') },
  'sign_in.email_proofs.create': { as: 'guest', send: () => changeLink('email_proof') },
  'sign_in.email_proofs.store': { as: 'guest', send: () => changeLink('email_proof') },
  'sign_in.email_agreements.show': open(),
  'sign_in.confirmations.create': open('admin'),
  'sign_in.confirmations.store': { as: 'admin', send: () => ({ body: { password: PASSWORD } }) },

  'sign_in.mailed_confirmations.store': open('admin'),
  'sign_in.mailed_confirmations.update': { as: 'admin', send: () => ({ body: { code: '123456' } }) },

  'sign_in.sign_in_links.create': open(),
  'sign_in.sign_in_links.store': {
    as: 'guest',
    send: async () => ({ body: { email: (await makeIdentity('Somebody')).email } }),
  },
  'sign_in.link_sign_ins.create': { as: 'guest', send: () => byLink('sign_in') },
  'sign_in.link_sign_ins.store': { as: 'guest', send: () => byLink('sign_in') },
  'sign_in.forgotten_passwords.create': open(),
  'sign_in.forgotten_passwords.store': {
    as: 'guest',
    send: async () => ({ body: { email: (await makeIdentity('Somebody')).email } }),
  },
  'sign_in.password_resets.create': { as: 'guest', send: () => byLink('password_reset') },
  'sign_in.password_resets.store': {
    as: 'guest',
    send: async () => ({ ...(await byLink('password_reset')), body: { password: 'another fine secret' } }),
  },
  'registrations.registrations.create': open(),
  'registrations.registrations.store': { as: 'guest', send: () => ({ body: founding() }) },
  'registrations.openings.create': { as: 'guest', send: async () => ({ params: await openingLink() }) },
  'registrations.openings.store': {
    as: 'guest',
    send: async () => ({
      params: await openingLink(),
      body: { slug: unique('new'), password: 'another fine secret' },
    }),
  },
  'api.registrations.api_registrations.store': { as: 'guest', send: () => ({ body: founding() }) },
  'single_sign_on.break_glasses.create': {
    as: 'admin',
    send: (w) => ({ params: { slug: w.tenant.slug } }),
    refusedWith: 404,
  },
  'single_sign_on.break_glasses.store': {
    as: 'admin',
    send: (w) => ({ params: { slug: w.tenant.slug }, body: { reason: 'The provider is down' } }),
    refusedWith: 404,
  },

  'api.access_tokens.api_sessions.store': {
    as: 'guest',
    send: (w) => ({ body: { email: w.admin.identity.email, password: PASSWORD } }),
  },
  'api.access_tokens.renewals.store': {
    as: 'guest',
    send: async (w) => ({ body: { refreshToken: (await tokenPair(w)).refreshToken } }),
  },
  'api.access_tokens.api_sessions.destroy': {
    as: 'api',
    send: async (w) => ({ token: (await tokenPair(w)).accessToken }),
  },

  'api.docs.show': open(),
  'api.descriptions.show': open(),

  'console.home': open('superUser'),
  'console.companies.index': { as: 'superUser', send: () => ({ qs: { search: 'Company' } }) },
  'console.companies.create': open('superUser'),
  'console.companies.store': { as: 'superUser', send: () => ({ body: company(unique('new')) }) },
  'console.companies.show': console(),
  'console.companies.edit': console(),
  'console.companies.update': {
    as: 'superUser',
    send: ({ tenant }) => ({ params: { slug: tenant.slug }, body: company(tenant.slug) }),
  },
  'console.logos.store': {
    as: 'superUser',
    send: async (w) => ({ params: { slug: w.tenant.slug }, file: await logoFile() }),
  },
  'console.logos.destroy': console(),
  'console.deactivations.destroy': console(),
  'console.deactivations.store': {
    as: 'superUser',
    send: async () => {
      const { tenant } = await makeWorld()
      return { params: { slug: tenant.slug }, body: { reason: 'Contract ended' } }
    },
  },
  'console.invitations.store': {
    as: 'superUser',
    send: (w) => ({
      params: { slug: w.tenant.slug },
      body: { name: 'New', email: `${unique('new')}@example.com`, role: 'agent' },
    }),
  },
  'console.invitations.destroy': consoleOn((w) => w.invitation()),
  'console.invitation_resends.store': consoleOn((w) => w.invitation()),
  'console.invitation_links.store': { ...consoleOn((w) => w.invitation()), refusedWith: 403 },
  'console.deliveries.index': console(),
  'console.deliveries.show': consoleOn((w) => w.invitationMail()),
  'console.identity_mails.index': open('superUser'),
  'console.identity_mail_resends.store': {
    as: 'superUser',
    send: async () => ({ params: { id: (await overdueMail()).id } }),
  },
  'console.identity_mail_links.store': {
    as: 'superUser',
    send: async () => ({ params: { id: (await overdueMail()).id } }),
    refusedWith: 403,
  },
  'console.super_users.index': open('superUser'),
  'console.super_users.store': { as: 'superUser', send: () => ({ body: newcomer() }) },
  'console.super_users.destroy': {
    as: 'superUser',
    send: async () => {
      const by = { name: 'Test' }
      await SuperUserGrant.give(newcomer(), by)
      return { params: { id: (await SuperUserGrant.give(newcomer(), by)).id } }
    },
  },
  'console.operator_entries.index': open('superUser'),
  'console.providers.index': open('superUser'),
  'console.probes.store': { as: 'superUser', send: () => ({ params: { provider: 'smtp' } }) },
  'console.queues.index': open('superUser'),
  'console.queues.show': { as: 'superUser', send: () => ({ params: QUEUE, qs: { cause: 'paper' } }) },
  'console.replays.store': { as: 'superUser', send: () => ({ params: QUEUE, body: { cause: 'paper' } }) },
  'console.discards.store': {
    as: 'superUser',
    send: () => ({ params: QUEUE, body: { cause: 'paper', reason: 'Test data' } }),
  },
  'console.installation_timers.index': open('superUser'),
  'console.operator_cancellations.store': consoleOn((w) => w.timer()),
  'console.operator_cancellations.destroy': { ...consoleOn((w) => w.cancelledTimer()), refusedWith: 303 },
  'console.impersonations.create': console(),
  'console.impersonations.store': {
    as: 'superUser',
    send: async ({ superUser }) => {
      const open = await Impersonation.openOf(superUser)
      if (open) await Current.run({ tenantId: open.tenantId, actor: SYSTEM }, () => open.end('super_user'))
      const { tenant } = await makeCompany()
      const { user } = await makeMember(tenant, 'agent')
      return {
        params: { slug: tenant.slug },
        body: { userId: user.id, reason: 'Looking into a ticket', minutes: 15 },
      }
    },
  },
  'console.impersonations.destroy': open('superUser'),

  'tenancy.logos.show': {
    as: 'guest',
    send: async (w) => ({ params: { slug: w.tenant.slug, key: await w.logoKey() } }),
  },
  'requests.requests.create': {
    as: 'guest',
    send: async (w) => ({ params: { token: (await w.boundCode()).token } }),
  },
  'requests.printed': {
    as: 'guest',
    send: async (w) => ({ params: { token: (await w.boundCode()).token } }),
  },
  'requests.requests.store': {
    as: 'guest',
    send: async (w) => {
      const { token } = await w.boundCode()
      return { params: { token }, body: { stamp: await stampOn(`/q/${token}`), answers: await answersTo(w) } }
    },
  },
  'requests.sticker_reports.create': {
    as: 'guest',
    send: async (w) => ({ params: { token: (await w.boundCode()).token } }),
  },
  'requests.sticker_reports.store': {
    as: 'guest',
    send: async (w) => {
      const { token } = await w.boundCode()
      return { params: { token }, body: { stamp: await stampOn(`/q/${token}/report`), comment: 'Torn' } }
    },
  },
  'requests.linked_requests.create': openFlow(),
  'requests.linked_requests.store': openFlow({ isPost: true }),
  'requests.embedded_requests.create': openFlow({ end: '/embedded' }),
  'requests.embedded_requests.store': openFlow({ end: '/embedded', isPost: true }),
  'requests.statuses.show': { as: 'guest', send: async (w) => ({ params: { token: await statusToken(w) } }) },
  'requests.messages.store': {
    as: 'guest',
    send: async (w) => {
      const token = await statusToken(w)
      return { params: { token }, body: { stamp: await stampOn(`/s/${token}`), body: 'Please call' } }
    },
  },
  'notification_preferences.unsubscriptions.create': {
    as: 'guest',
    send: ({ tenant, admin }) => ({ params: { token: unsubscribeToken(tenant.id, admin.user.id) } }),
  },
  'notification_preferences.unsubscriptions.store': {
    as: 'guest',
    send: ({ tenant, admin }) => ({
      params: { token: unsubscribeToken(tenant.id, admin.user.id) },
      body: { 'List-Unsubscribe': 'One-Click' },
    }),
  },
  'notification_preferences.subscriptions.store': {
    as: 'guest',
    send: ({ tenant, admin }) => ({ params: { token: unsubscribeToken(tenant.id, admin.user.id) } }),
  },
  'requests.reschedulings.create': visitOfCustomer(),
  'requests.reschedulings.store': visitOfCustomer({ body: { window: 'moved' } }),
  'requests.visit_cancellations.create': visitOfCustomer(),
  'requests.visit_cancellations.store': visitOfCustomer(),
  'requests.cancellations.create': {
    as: 'guest',
    send: async (w) => ({ params: { token: await statusToken(w) } }),
  },
  'requests.cancellations.store': {
    as: 'guest',
    send: async (w) => ({ params: { token: await statusToken(w) } }),
  },
}

function openFlow({ end = '', isPost = false } = {}): Attempt {
  return {
    as: 'guest',
    send: async (target) => {
      const { tenant, inside } = target
      const path = unique('open')
      await inside(async () => {
        const flow = await LeadFlow.findByOrFail('isDefault', true)
        await flow.arrange({
          path,
          sites: ['www.example.com'],
          redirectUrl: null,
          leadStatus: 'new',
          assigneeId: null,
          teamId: null,
        })
      })
      const params = { company: tenant.slug, path }
      if (!isPost) return { params }
      const stamp = await stampOn(`/f/${tenant.slug}/${path}${end}`)
      const contact = { name: 'Ann Lee', phone: '303 555 0199' } as never
      return { params, body: { stamp, contact, answers: await answersTo(target) } }
    },
  }
}

const unsubscribeToken = (tenantId: string, userId: string) =>
  UnsubscribeLink.mint({ tenantId, userId, kind: 'lead.created' }).split('/u/')[1]

/** A company that has proved a domain, a token of its directory, and somebody whom that has brought. */
async function directory({ inside }: Target) {
  const domain = `${unique('d')}.example`
  const token = await inside(async () => {
    await SsoConnection.save({ ...SETTINGS, issuer: 'https://issuer.example' })
    await (await SsoDomain.add(domain)).settle(true)
    return ScimToken.mint('Directory')
  })
  const person = () => ({ userName: `${unique('p')}@${domain}` })
  const brought = () => inside(() => ScimPeople.bring(ScimDraft.from(person())))
  const team = () => inside(() => Team.make({ name: unique('team'), parentId: null }))
  return { token, person, brought, team }
}

const scim = (send: (of: Awaited<ReturnType<typeof directory>>) => Promise<Sending> | Sending): Attempt => ({
  as: 'api',
  send: async (w) => {
    const one = await directory(w)
    return { token: one.token, ...(await send(one)) }
  },
})
const scimPatch = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'displayName', value: 'Renamed' }] as never,
}

async function socialAccount({ admin: { identity } }: Target) {
  const known = await SocialAccount.of(identity).first()
  const somebody = { subject: unique('sub'), email: identity.email, name: 'Gus' }
  return known ?? SocialAccount.connect(identity, 'google', somebody)
}

/** What a person does with their own login; the password they choose is the one they have. */
const ACCOUNT: Record<string, Attempt> = {
  'sign_in.profiles.edit': {
    as: 'admin',
    send: async ({ admin }) => {
      await pendingChange(admin.identity.id)
      return {}
    },
  },
  'sign_in.profiles.update': { as: 'admin', send: () => ({ body: { name: 'Renamed' } }) },
  'sign_in.credentials.show': {
    as: 'admin',
    send: async (w) => {
      await socialAccount(w)
      return {}
    },
  },
  'sign_in.credentials.update': { as: 'admin', send: () => ({ body: { acceptsSignInLinks: true } }) },
  'sign_in.email_changes.store': {
    as: 'admin',
    send: async () => {
      await db.connection('system').from('rate_limits').whereLike('key', 'mail:%').delete()
      return { body: { email: `${unique('other')}@example.com` } }
    },
  },
  'sign_in.email_changes.destroy': open('admin'),
  'sign_in.passwords.update': { as: 'admin', send: () => ({ body: { password: PASSWORD } }) },
  'sign_in.devices.index': open('admin'),
  'sign_in.devices.destroy': {
    as: 'admin',
    send: async (w) => ({ params: { id: (await knownDevice(w)).id } }),
  },
  'sign_in.other_sessions.destroy': open('admin'),
  'two_factor.challenges.create': { ...open(), endsAtSignIn: true },
  'two_factor.challenges.store': {
    as: 'guest',
    send: () => ({ body: { code: '123456' } }),
    endsAtSignIn: true,
  },
  'two_factor.code_confirmations.store': { as: 'admin', send: () => ({ body: { code: '123456' } }) },
  'two_factor.set_ups.create': open('admin'),
  'two_factor.set_ups.store': { as: 'admin', send: () => ({ body: { code: '123456' } }) },
  'two_factor.set_ups.destroy': open('admin'),
  'two_factor.recovery_codes.store': open('admin'),
}

const knownDevice = (w: Target) =>
  Device.recognise(w.admin.identity, unique('key'), {
    browser: 'Firefox',
    system: 'Linux',
    ip: '127.0.0.1',
    isRemembered: false,
  })

const SOCIAL_ACCOUNTS: Record<string, Attempt> = {
  'social_accounts.social_sign_ins.store': {
    as: 'guest',
    send: () => ({ params: { provider: 'google' } }),
    refusedWith: 404,
  },
  'vendor_connections.arrivals.show': {
    as: 'guest',
    send: () => ({ qs: { state: 'x', code: 'x' } }),
    refusedWith: 403,
  },
  'social_accounts.social_callbacks.show': {
    as: 'guest',
    send: () => ({ params: { provider: 'google' }, qs: { state: 'x', code: 'x' } }),
    endsAtSignIn: true,
  },
  'social_accounts.connections.create': { ...open(), endsAtSignIn: true },
  'social_accounts.connections.store': {
    as: 'guest',
    send: () => ({ body: { password: PASSWORD } }),
    endsAtSignIn: true,
  },
  'social_accounts.social_accounts.store': {
    as: 'admin',
    send: () => ({ params: { provider: 'google' } }),
    refusedWith: 404,
  },
  'social_accounts.social_accounts.destroy': {
    as: 'admin',
    send: async (w) => ({ params: { id: (await socialAccount(w)).id } }),
  },
}

const SINGLE_SIGN_ON: Record<string, Attempt> = {
  'single_sign_on.sign_ins.show': {
    as: 'guest',
    send: (w) => ({ params: { slug: w.tenant.slug } }),
    refusedWith: 403,
  },
  'single_sign_on.sign_ins.store': { as: 'guest', send: () => ({ body: { email: 'x@nowhere.example' } }) },
  'single_sign_on.confirmations.create': {
    as: 'admin',
    send: (w) => ({ params: { slug: w.tenant.slug } }),
    refusedWith: 404,
  },
  'single_sign_on.confirmations.show': open(),
  'single_sign_on.sign_outs.show': { ...open(), endsAtSignIn: true },
  'single_sign_on.issuer_logouts.store': {
    as: 'guest',
    send: (w) => ({ params: { slug: w.tenant.slug }, body: { logout_token: 'x' } }),
    refusedWith: 404,
  },
  'single_sign_on.callbacks.show': { as: 'guest', send: () => ({ qs: { state: 'x' } }), refusedWith: 403 },
  'single_sign_on.scim_service_provider_configs.show': scim(() => ({})),
  'single_sign_on.scim_resource_types.index': scim(() => ({})),
  'single_sign_on.scim_resource_types.show': scim(() => ({ params: { id: 'User' } })),
  'single_sign_on.scim_schemas.index': scim(() => ({})),
  'single_sign_on.scim_schemas.show': scim(() => ({ params: { id: USER_SCHEMA } })),
  'single_sign_on.scim_users.index': scim(() => ({ qs: { startIndex: '1', count: '5' } })),
  'single_sign_on.scim_users.store': scim(({ person }) => ({ body: person() })),
  'single_sign_on.scim_users.show': scim(async ({ brought }) => ({ params: { id: (await brought()).id } })),
  'single_sign_on.scim_users.update': scim(async ({ brought, person }) => ({
    params: { id: (await brought()).id },
    body: person(),
  })),
  'single_sign_on.scim_users.patch': scim(async ({ brought }) => ({
    params: { id: (await brought()).id },
    body: scimPatch,
  })),
  'single_sign_on.scim_users.destroy': scim(async ({ brought }) => ({
    params: { id: (await brought()).id },
  })),
  'single_sign_on.scim_groups.index': scim(() => ({ qs: { startIndex: '1', count: '5' } })),
  'single_sign_on.scim_groups.store': scim(() => ({ body: { displayName: unique('team') } })),
  'single_sign_on.scim_groups.show': scim(async ({ team }) => ({ params: { id: (await team()).id } })),
  'single_sign_on.scim_groups.update': scim(async ({ team }) => ({
    params: { id: (await team()).id },
    body: { displayName: unique('team') },
  })),
  'single_sign_on.scim_groups.patch': scim(async ({ team }) => ({
    params: { id: (await team()).id },
    body: {
      ...scimPatch,
      Operations: [{ op: 'replace', path: 'displayName', value: unique('team') }] as never,
    },
  })),
  'single_sign_on.scim_groups.destroy': scim(async ({ team }) => ({ params: { id: (await team()).id } })),
}

/** One good request for every route of the product. */
export const ATTEMPTS: Record<string, Attempt> = {
  ...OUTSIDE,
  ...ACCOUNT,
  ...SINGLE_SIGN_ON,
  ...SOCIAL_ACCOUNTS,
  ...CASES,
  // Closed to support, the company could not be visited by the requests that come after.
  'impersonations.support_accesses.update': { as: 'admin', send: () => ({ body: { rule: 'always' } }) },
}
