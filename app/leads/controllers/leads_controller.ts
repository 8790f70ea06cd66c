import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import LeadList from '#app/leads/lead_list'
import LeadPolicy from '#app/leads/lead_policy'
import MessagePolicy from '#app/messages/message_policy'
import { promisedTo } from '#app/orders/promised'
import { leadTalk } from '#app/messages/lead_talk'
import { offeredToOffice } from '#app/bookings/offered_to_office'
import LeadTimeline from '#app/timelines/lead_timeline'
import LeadTransformer from '#app/leads/lead_transformer'
import LeadRowTransformer from '#app/leads/lead_row_transformer'
import { sentFiles } from '#app/leads/sent_files'
import LeadOriginTransformer from '#app/leads/lead_origin_transformer'
import TimelineEntryTransformer from '#app/timelines/timeline_entry_transformer'
import { shownDeal } from '#app/crm_deals/shown_deal'
import { leadHands } from '#app/leads/lead_hands'
import { originOf } from '#app/leads/lead_origin'
import { leadAnswer } from '#app/leads/lead_answer'
import { requireNamed } from '#app/leads/named_filters'
import { enterLead } from '#app/leads/lead_entry'
import { leadFiltersValidator, leadValidator, newLeadValidator } from '#app/leads/lead_validator'

export default class LeadsController {
  async index({ request, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(LeadPolicy).authorize('index')
    const { count, ...filters } = await request.validateUsing(leadFiltersValidator)
    await requireNamed(filters)
    const list = new LeadList(user, tenant, filters)
    const { rows, nextCursor } = await list.page()
    const leads = LeadRowTransformer.plain(rows, user)
    if (Current.actor.kind === 'api') {
      return { data: leads, meta: { nextCursor, count: count ? await list.count() : null } }
    } else {
      return inertia.render('leads/leads/index', {
        leads,
        meta: { nextCursor, count: await list.count() },
        waiting: await list.waiting(),
        filters,
        ...(await leadHands()),
        may: {
          create: await bouncer.with(LeadPolicy).allows('create'),
          export: await bouncer.with(LeadPolicy).allows('export'),
        },
      })
    }
  }

  async store(ctx: HttpContext) {
    const { request, response, bouncer, user, tenant, session } = ctx
    await bouncer.with(LeadPolicy).authorize('create')
    const meta = { country: tenant.country, writing: user.fields('leads').onNew() }
    const { customerId, ...told } = await request.validateUsing(newLeadValidator, { meta })
    const known = customerId && Customer.visibleTo(user).where('customers.id', customerId).firstOrFail()
    const lead = await enterLead(told, (await known) || null, user)
    if (Current.actor.kind === 'api') {
      response.status(201).header('Location', `/api/leads/${lead.id}`)
      return leadAnswer(ctx, lead)
    } else {
      session.flash('notice', `Lead ${lead.reference} is taken in`)
      return response.redirect().toRoute('leads.leads.show', { id: lead.id })
    }
  }

  async show(ctx: HttpContext) {
    const { params, bouncer, user, tenant, inertia } = ctx
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('show')
    if (Current.actor.kind === 'api') {
      return leadAnswer(ctx, lead)
    } else {
      await lead.load('assignee')
      const can = bouncer.with(LeadPolicy)
      return inertia.render('leads/leads/show', {
        lead: LeadTransformer.transform(lead, tenant.country, user),
        ...(await promisedTo(lead, user)),
        origin: LeadOriginTransformer.transform(await originOf(lead, user)),
        ...(await sentFiles(lead, user)),
        timeline: TimelineEntryTransformer.transform(await new LeadTimeline(lead, user).entries()),
        ...(await leadTalk(lead, user)),
        windows: inertia.optional(() => offeredToOffice(tenant)),
        deal: await shownDeal(lead),
        ...(await leadHands()),
        may: {
          update: await can.allows('update', lead),
          assign: await can.allows('assign', lead),
          lose: await can.allows('lose', lead),
          convert: await can.allows('convert', lead),
          write: await bouncer.with(MessagePolicy).allows('store', lead),
        },
      })
    }
  }

  async update(ctx: HttpContext) {
    const { params, request, bouncer, user, tenant } = ctx
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('update', lead)
    const meta = { country: tenant.country, writing: user.fields('leads').over(lead) }
    const changes = await request.validateUsing(leadValidator, { meta })
    await holdUnchanged(ctx, lead, () => leadAnswer(ctx, lead))
    await lead.revise(changes)
    return leadAnswer(ctx, lead)
  }
}
