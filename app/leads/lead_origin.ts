import db from '@adonisjs/lucid/services/db'
import Customer from '#app/customers/customer'
import { withChoices } from '#app/customers/named_parts'
import type Lead from '#app/leads/lead'
import QrCode from '#app/qr_codes/qr_code'
import type User from '#app/identity/user'

export type LeadOrigin = {
  customer: Awaited<ReturnType<typeof withChoices>> | null
  code: { id: string; shortCode: string; batch: string } | null
  flow: { name: string; version: number } | null
}

/**
 * Where a lead came from: the form as it was filled in, and its customer and the code that was scanned, as far as the
 * reader may see those.
 */
export async function originOf(lead: Lead, reader: User): Promise<LeadOrigin> {
  const customer = (await Customer.seenOf([lead.customerId], reader)).get(lead.customerId!)
  const code =
    lead.qrCodeId && QrCode.areShownTo(reader)
      ? await QrCode.query().where('id', lead.qrCodeId).preload('batch').first()
      : null
  return {
    customer: customer ? await withChoices(customer, reader) : null,
    code: code ? { id: code.id, shortCode: code.shortCode, batch: code.batch.name } : null,
    flow: await flowOf(lead),
  }
}

async function flowOf({ tenantId, leadFlowVersionId }: Lead) {
  const row = await db
    .from('lead_flow_versions')
    .join('lead_flows', (on) =>
      on
        .on('lead_flows.tenant_id', 'lead_flow_versions.tenant_id')
        .andOn('lead_flows.id', 'lead_flow_versions.lead_flow_id')
    )
    .where({ 'lead_flow_versions.tenant_id': tenantId, 'lead_flow_versions.id': leadFlowVersionId })
    .select('lead_flows.name', 'lead_flow_versions.version')
    .first()
  return row ? { name: row.name, version: row.version } : null
}
