import type { HttpContext } from '@adonisjs/core/http'
import LeadTransformer from '#app/leads/lead_transformer'
import type Lead from '#app/leads/lead'

/** A lead as the API answers it. */
export async function leadAnswer({ serialize, tenant, user }: HttpContext, lead: Lead) {
  if (lead.assigneeId) await lead.load('assignee')
  return serialize(LeadTransformer.transform(lead, tenant.country, user))
}
