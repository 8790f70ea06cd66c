import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import drive from '@adonisjs/drive/services/main'
import { newId } from '#app/platform/ids'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import { CustomerContacts, CustomerSites } from '#app/customers/customer_parts'
import type { LeadSubmission } from '#app/leads/lead_submission'
import LabelSheet from '#app/qr_codes/label_sheet'
import { factsOf } from '#app/qr_codes/label_sheet_facts'
import { LabelTemplate } from '#app/qr_codes/label_template'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrBatch from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'
import StickerReport from '#app/qr_codes/sticker_report'
import LeadFlow from '#app/lead_flows/lead_flow'
import CrmConflict from '#app/crm_connections/crm_conflict'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import Attachment from '#app/attachments/attachment'
import { HeldFiles } from '#app/attachments/held_files'
import type Lead from '#app/leads/lead'
import LinkToken from '#app/identity/link_token'
import AccessToken from '#app/access_tokens/access_token'
import { ServiceAccount } from '#app/identity/service_account'
import Invitation from '#app/identity/invitation'
import CannedReply from '#app/canned_replies/canned_reply'
import Conversation from '#app/messages/conversation'
import Message from '#app/messages/message'
import BlockedAddress from '#app/deliveries/blocked_address'
import Delivery from '#app/deliveries/delivery'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import PushSubscription from '#app/deliveries/push_subscription'
import { pushTarget } from '#tests/push_service'
import MessageTemplate from '#app/message_templates/message_template'
import Notification from '#app/notifications/notification'
import MailWorker from '#app/notifications/mail_worker'
import NotificationWorker from '#app/notifications/notification_worker'
import { OwnLetters } from '#app/operations/own_letters'
import Order from '#app/orders/order'
import SsoConnection from '#app/single_sign_on/sso_connection'
import SsoDomain from '#app/single_sign_on/sso_domain'
import ScimToken from '#app/single_sign_on/scim_token'
import { answerTextRecords } from '#app/single_sign_on/text_records'
import { SETTINGS } from '#tests/test_issuer'
import { SYSTEM } from '#app/platform/database/current'
import { aPhoto } from '#tests/photo_factories'
import { giveUp } from '#tests/dead_letters'
import { handOverAfter } from '#tests/hand_over'
import { makeRole, makeTeam } from '#tests/access_factories'
import { receiveLead } from '#tests/lead_factories'
import { makeQrCode } from '#tests/qr_factories'
import Tenant from '#app/tenancy/tenant'
import { timers } from '#app/platform/timers/timers'
import Schedule from '#app/timers/schedule'
import { companyTimers } from '#app/timers/set_timer'
import Impersonation from '#app/impersonations/impersonation'
import { makeCompany, makeMember, makeSuperUser, unique } from '#tests/factories'

export type World = Awaited<ReturnType<typeof makeWorld>>

/** What a test wants its leads, customers and visits to say instead. */
type Words = {
  contact?: Partial<LeadSubmission['contact']>
  answers?: LeadSubmission['answers']
  customer?: Partial<CustomerFacts>
  note?: string
}

/** A company with people, and the means to make one of everything. Every word of it is marked, so that a leak shows. */
export async function makeWorld(words: Words = {}) {
  const mark = unique('canary')
  const company = await makeCompany({ name: `Company ${mark}` })
  const fieldUser = await makeMember(company.tenant, 'field_user', `Ray ${mark}`)
  const token = await company.inside(() => AccessToken.mint(company.admin.user, `Token ${mark}`))
  const { inside, as, tenant, admin } = company
  let archives = 1

  const crmConnection = async () =>
    (await CrmConnection.own()) ?? (await CrmConnection.keep('hubspot', { token: mark }, admin.user))
  /** Somebody whose record in the connected system was deleted there. */
  const crmLink = () =>
    inside(async () => {
      const connection = await crmConnection()
      const one = await Customer.register({ name: `Bob ${mark}`, country: 'US', ...words.customer })
      const link = await CrmLink.of(connection, one)
      return link.merge({ lastValues: {}, goneAt: DateTime.utc(), failure: mark }).save()
    })
  const lead = (customerId: string | null = null) =>
    as(admin, () =>
      receiveLead({
        customerId,
        summary: `Leak ${mark}`,
        contact: {
          name: `Ann ${mark}`,
          email: `${mark}@example.com`,
          address: `1 ${mark} St`,
          ...words.contact,
        },
        answers: words.answers ?? [],
      })
    )
  const customer = () =>
    as(admin, () =>
      Customer.register({
        name: `Cleo ${mark}`,
        email: `${unique(mark)}@example.com`,
        street: `2 ${mark} St`,
        country: 'US',
        ...words.customer,
      })
    )
  /** Of a customer who has more than one of them: not the primary one. */
  const contact = async () => {
    const one = await customer()
    const { phone = null, email = `${mark}@example.org` } = words.customer ?? {}
    return as(admin, () => new CustomerContacts(one).add({ name: `Jo ${mark}`, phone, email }))
  }
  const site = async () => {
    const one = await customer()
    const { street = `3 ${mark} St`, unit, postcode, city, region, notes } = words.customer ?? {}
    const place = { street, unit, postcode, city, region, notes }
    return as(admin, () => new CustomerSites(one).add({ label: `Mill ${mark}`, ...place }))
  }
  const code = () => inside(() => makeQrCode())
  const boundCode = async () => {
    const [one, { id }] = [await customer(), await code()]
    await inside(async () => (await QrCode.findOrFail(id)).assign(one, { by: fieldUser.user }))
    return inside(() => QrCode.findOrFail(id))
  }
  const message = async () => {
    const one = await lead()
    return inside(() => Message.post({ lead: one, author: 'customer', body: `Hello ${mark}` }))
  }
  const told = async () => {
    const before = newId()
    const { id } = await inside(() => receiveLead({ summary: `Told ${mark}`, contact: words.contact }))
    await handOverAfter(before, tenant.id, NotificationWorker, MailWorker)
    return id
  }
  /** Another try of a mail, that can be taken back. */
  const timer = async () => {
    await told()
    return inside(async () => {
      const mail = Delivery.query().where('kind', 'lead_created').orderBy('id', 'desc')
      const { id: deliveryId } = await mail.firstOrFail()
      const set = { tenantId: tenant.id, deliveryId }
      await timers.schedule('delivery_retry', set, { in: { hours: 3 } }, { key: deliveryId })
      const waiting = await companyTimers.waiting()
      return waiting.find(({ data }) => (data as typeof set).deliveryId === deliveryId)!
    })
  }
  /** One that has failed once; a company may have a few only. */
  const webhookEndpoint = () =>
    inside(async () => {
      const known = await WebhookEndpoint.query().where('description', mark).first()
      if (known) return known
      const url = 'https://93.184.216.34/hooks?company=' + mark
      const endpoint = await WebhookEndpoint.register({ url, description: mark, events: null })
      await endpoint.health.note({ isTaken: false, status: 500, answer: mark })
      return endpoint
    })
  return {
    ...company,
    mark,
    fieldUser,
    token,
    lead,
    customer,
    contact,
    site,
    code,
    boundCode,
    suspectedCode: async () => {
      const one = await boundCode()
      await inside(() => StickerReport.take(one, { comment: `Torn ${mark}`, key: newId() }))
      return one
    },
    batch: async () => {
      const { qrBatchId } = await code()
      return inside(() => QrBatch.findOrFail(qrBatchId))
    },
    binding: async () => {
      const { id } = await boundCode()
      return inside(() => QrAssignment.findByOrFail('qrCodeId', id))
    },
    publishedFlow: () =>
      inside(async () => {
        const flow = await LeadFlow.begin(`Flow ${mark}`)
        await flow.publish()
        return flow
      }),
    flow: () => inside(() => LeadFlow.begin(`Flow ${mark}`)),
    told,
    photo: async () => {
      const one = await lead()
      const held = await Attachment.hold(await aPhoto(), `${mark}.jpg`, {
        tenantId: tenant.id,
        actor: SYSTEM,
      })
      const token = await inside(async () => {
        await held.attachTo(one)
        return LinkToken.mint({ kind: 'lead_status', subjectId: one.id })
      })
      return { id: held.id, leadId: one.id, token }
    },
    /** A reference to a file that waits for its message. */
    heldFile: async (one: Lead) => {
      const { path } = await aPhoto()
      const file = { tmpPath: path, clientName: `${mark}.jpg`, hasErrors: false } as MultipartFile
      const { reference } = await new HeldFiles(one, company.admin.user).takeIn(file, {
        tenantId: tenant.id,
        actor: SYSTEM,
      })
      return reference
    },
    order: (of = lead()) =>
      of.then((one) =>
        inside(() =>
          Order.fromLead(one, { window: tomorrow(), assignee: null, note: words.note ?? mark, by: null })
        )
      ),
    /** A look at what all customers would become in a connected system, which has ended. */
    crmSync: async () => {
      await inside(async () => (await CrmSync.query().whereNull('endedAt').first())?.end('stopped'))
      return inside(async () => {
        const sync = await CrmSync.start(await crmConnection(), 'preview', company.admin.user)
        for (const one of await Customer.all())
          await CrmSyncRow.note(sync, one, { outcome: 'create', detail: mark })
        return sync
      })
    },
    crmLink,
    /** A request that is to be a deal in the connected system, and was refused there. */
    crmDeal: async () => {
      const { id: leadId } = await lead()
      return inside(async () => {
        const connection = await crmConnection()
        const stages = { new: 'a', in_progress: 'a', converted: 'b', cancelled: 'b', lost: 'b' }
        await CrmDealPlan.keep(connection, { pipelineId: 'sales', stages, withNotes: false }, mark)
        return CrmDeal.create({ crmConnectionId: connection.id, leadId, failure: mark })
      })
    },
    /** A field that was changed on both sides. */
    crmConflict: async () => {
      const link = await crmLink()
      return inside(() =>
        CrmConflict.note(link, { field: 'city', ours: mark, theirs: 'Golden', kept: 'ours' })
      )
    },
    /** Somebody who is new there, and may be a customer here. */
    crmNewcomer: () =>
      inside(async () => {
        const connection = await crmConnection()
        const { id } = await Customer.register({ name: `Zoe ${mark}`, country: 'US' })
        const facts = {
          name: `Zoë ${mark}`,
          email: `${mark}@example.org`,
          street: `2 ${mark} St`,
          country: 'US',
        }
        return CrmNewcomer.note(connection, { externalId: unique('n'), facts, likely: [id] })
      }),
    role: () => inside(() => makeRole('agent', { name: unique(mark) })),
    team: () => inside(() => makeTeam()),
    domain: async () => {
      const added = await inside(() => SsoDomain.add(`${unique('d')}.example`))
      answerTextRecords(async (name) => {
        const domain = name.replace('_latchkey.', '')
        const known = await SsoDomain.query({ connection: 'system' }).where('domain', domain)
        return known.map(({ token }) => [token])
      })
      return added
    },
    readyToEnforce: () =>
      inside(async () => {
        const connection = await SsoConnection.save({ ...SETTINGS, issuer: 'https://issuer.example' })
        await connection.noteSuccess()
        await (await SsoDomain.add(`${unique('d')}.example`)).settle(true)
      }),
    scimToken: () =>
      inside(async () => (await ScimToken.mint(mark), ScimToken.query().orderBy('id', 'desc').firstOrFail())),
    archive: async () => {
      const id = newId()
      const path = `archives/${tenant.id}/${id}.ndjson.gz`
      await drive.use().put(path, mark)
      await db
        .connection('system')
        .table('archives')
        .insert({
          ...{
            id,
            tenant_id: tenant.id,
            source: 'events',
            kind: 'work',
            month: '2020-01-01',
            part: archives++,
          },
          ...{ path, state: 'kept', entries: 1, bytes: mark.length, sha256: mark },
        })
      return { id }
    },
    givenUp: async () => {
      const [event] = await giveUp(company, 'paper jam')
      const letters = await inside(() => new OwnLetters().list())
      return letters.find((letter) => letter.event!.id === event.id)!
    },
    colleague: () => makeMember(tenant, 'agent', `Colleague ${mark}`),
    invitation: () =>
      inside(() => Invitation.send({ email: `${unique(mark)}@example.com`, name: mark, role: 'agent' })),
    accessToken: () =>
      inside(
        async () => (
          await AccessToken.mint(admin.user, mark),
          AccessToken.query().orderBy('id', 'desc').firstOrFail()
        )
      ),
    serviceToken: () =>
      inside(
        async () => (
          await ServiceAccount.open({ name: mark, role: 'agent', scopes: null, expiresAt: null, by: null }),
          AccessToken.ofServices().orderBy('id', 'desc').firstOrFail()
        )
      ),
    visit: async () => {
      const [root, { user }] = [await makeSuperUser(), await makeMember(tenant, 'agent', `Visited ${mark}`)]
      return inside(async () => {
        // Another case may have closed the door to support.
        await (await Tenant.current()).ruleSupportAccess('always')
        const reason = `Looking into ${mark}`
        return Impersonation.begin({ user, by: root, reason, minutes: 15, sessionId: mark })
      })
    },
    message,
    cannedReply: () =>
      inside(() =>
        CannedReply.add({ title: mark, shortcut: unique('way').toLowerCase(), english: mark, spanish: null })
      ),
    labelSheet: () =>
      inside(() =>
        LabelSheet.add({ ...factsOf(LabelTemplate.find('a4-24')), name: `Sheet ${unique(mark)}` })
      ),
    conversation: async () => {
      const { leadId } = await message()
      return inside(() => Conversation.findByOrFail('leadId', leadId))
    },
    pushSubscription: () => inside(() => PushSubscription.add(admin.user, pushTarget(), `Device ${mark}`)),
    notification: async () => {
      await told()
      return inside(() => Notification.of(admin.user).orderBy('id', 'desc').firstOrFail())
    },
    delivery: async () => {
      await told()
      return inside(() => Delivery.query().where('kind', 'lead_created').orderBy('id', 'desc').firstOrFail())
    },
    timer,
    cancelledTimer: async () => {
      const { id } = await timer()
      await as(admin, () => companyTimers.cancel(id))
      return { id }
    },
    schedule: () =>
      inside(async () => {
        const rule = { every: 'day', at: '08:00' } as const
        await timers.recurring('delivery_retry', {
          rule,
          zone: tenant.timeZone,
          followsCompany: true,
          key: unique(mark),
        })
        return Schedule.query().orderBy('id', 'desc').firstOrFail()
      }),
    unknownDelivery: async () => {
      await told()
      return inside(async () => {
        const delivery = await Delivery.query()
          .where('kind', 'lead_created')
          .orderBy('id', 'desc')
          .firstOrFail()
        await Object.assign(delivery, { state: 'sending', attempts: 1 }).save()
        await Object.assign(delivery, { state: 'unknown' }).save()
        return delivery
      })
    },
    /** The version of words that are in use no more. */
    wordingVersion: (language: 'es' | 'fr' = 'es') =>
      inside(async () => {
        const place = { kind: 'lead_received', channel: 'mail', language } as const
        await MessageTemplate.discardDraft(place)
        const words = { subject: 'Hola', body: 'Hola', basedOn: null }
        const template = await MessageTemplate.saveDraft(place, words)
        await template.publish()
        return template.version
      }),
    blockedAddress: async () => {
      await told()
      return inside(async () => {
        const delivery = await Delivery.query().where('kind', 'lead_created').orderBy('id').firstOrFail()
        await BlockedAddress.block(delivery, { reason: 'bounced', detail: '550 5.1.1 No such user' })
        return BlockedAddress.inForce().where('deliveryId', delivery.id).firstOrFail()
      })
    },
    webhookEndpoint,
    webhookDelivery: async () => {
      const { id } = await webhookEndpoint()
      const message = { eventId: newId(), event: 'lead.created', payload: JSON.stringify({ mark }) }
      const owed = await inside(() => WebhookDelivery.owe(id, message))
      return inside(async () => {
        const delivery = await WebhookDelivery.findOrFail(owed.id)
        const one = { startedAt: newTime(), endedAt: newTime(), isTaken: false, status: 500, answer: mark }
        await delivery.merge({ state: 'failed', attempts: 1, tries: [{ ...one, code: 'E_TEST' }] }).save()
        return delivery
      })
    },
    closedDelivery: async () => {
      await told()
      return inside(async () => {
        const delivery = await Delivery.query()
          .where('kind', 'lead_created')
          .orderBy('id', 'desc')
          .firstOrFail()
        await delivery.decline({ code: 'E_TEST', error: 'Not today' })
        return delivery
      })
    },
  }
}

const newTime = () => DateTime.utc().toISO()

export function tomorrow() {
  const startsAt = DateTime.utc().plus({ days: 1 }).startOf('hour')
  return { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
}
