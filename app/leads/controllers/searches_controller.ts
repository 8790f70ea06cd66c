import type { HttpContext } from '@adonisjs/core/http'
import LeadList from '#app/leads/lead_list'
import LeadPolicy from '#app/leads/lead_policy'
import LeadRowTransformer from '#app/leads/lead_row_transformer'
import { leadSearchValidator } from '#app/leads/lead_validator'

export default class SearchesController {
  async index({ request, bouncer, user, tenant }: HttpContext) {
    await bouncer.with(LeadPolicy).authorize('index')
    const { q, ...page } = await request.validateUsing(leadSearchValidator)
    const { rows, nextCursor } = await new LeadList(user, tenant, { search: q, ...page }).page()
    return { data: LeadRowTransformer.plain(rows, user), meta: { nextCursor } }
  }
}
