import db from '@adonisjs/lucid/services/db'
import type Lead from '#app/leads/lead'

export type LeadOrigin = {
  customer: { id: string; name: string } | null
  code: { id: string; shortCode: string; batch: string } | null
  flow: { name: string; version: number } | null
}

/** Where a lead came from: its customer, the code that was scanned, and the form as it was filled in. */
export async function originOf(lead: Lead): Promise<LeadOrigin> {
  const same = (table: string, id: string) => (on: { on(a: string, b: string): unknown }) => {
    on.on(`${table}.tenant_id`, 'leads.tenant_id')
    on.on(`${table}.id`, id)
  }
  const row = await db
    .from('leads')
    .leftJoin('customers', same('customers', 'leads.customer_id'))
    .leftJoin('qr_codes', same('qr_codes', 'leads.qr_code_id'))
    .leftJoin('qr_batches', same('qr_batches', 'qr_codes.qr_batch_id'))
    .leftJoin('lead_flow_versions', same('lead_flow_versions', 'leads.lead_flow_version_id'))
    .leftJoin('lead_flows', same('lead_flows', 'lead_flow_versions.lead_flow_id'))
    .where({ 'leads.tenant_id': lead.tenantId, 'leads.id': lead.id })
    .select(
      'customers.id as customer_id',
      'customers.name as customer',
      'qr_codes.id as code_id',
      'qr_codes.short_code'
    )
    .select('qr_batches.name as batch', 'lead_flows.name as flow', 'lead_flow_versions.version')
    .firstOrFail()
  return {
    customer: row.customer_id ? { id: row.customer_id, name: row.customer } : null,
    code: row.code_id ? { id: row.code_id, shortCode: row.short_code, batch: row.batch } : null,
    flow: row.flow ? { name: row.flow, version: row.version } : null,
  }
}
