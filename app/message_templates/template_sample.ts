import { Current } from '#app/platform/database/current'
import Lead from '#app/leads/lead'
import Tenant from '#app/tenancy/tenant'
import type User from '#app/identity/user'
import { templateKind, type TemplateKindName } from '#app/message_templates/template_kinds'
import type { Values } from '#app/message_templates/template_text'

/** What fills the gaps of a preview: the newest request that its reader may see, and examples for what it does not have. */
export async function sampleFor(kind: TemplateKindName, reader: User): Promise<Values> {
  const tenant = await Tenant.current()
  const lead = await Lead.visibleTo(reader, 'read')
    .where('tenantId', Current.tenantId)
    .orderBy('id', 'desc')
    .first()
  const real = lead && {
    customer_name: lead.contactName,
    request_number: lead.reference,
    request_summary: lead.summary,
  }
  const values = { ...templateKind(kind).placeholders, company_name: tenant.name, ...real }
  return Object.fromEntries(
    Object.keys(templateKind(kind).placeholders).map((name) => [name, (values as Values)[name]])
  )
}
