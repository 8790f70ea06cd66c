import type { ModelObject } from '@adonisjs/lucid/types/model'
import { Current } from '#app/platform/database/current'
import { ModelPart } from '#app/platform/database/model_part'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowVersion from '#app/lead_flows/lead_flow_version'

let prepared: ReturnType<typeof prepare> | undefined

/** A version with its flow, in one query: every form that is posted begins with it. */
export async function versionWithFlow(id: string): Promise<LeadFlowVersion | null> {
  prepared ??= prepare()
  const { statement, versions, flows } = prepared
  const { rows } = await Current.trx
    .knexRawQuery(statement, [Current.tenantId, id])
    .options({ name: 'version_with_flow' })
  const row: ModelObject | undefined = rows[0]
  if (!row) return null
  const version = versions.read(row)
  version.$setRelated('flow', flows.read(row))
  return version
}

function prepare() {
  const [versions, flows] = [new ModelPart(LeadFlowVersion), new ModelPart(LeadFlow)] as const
  const statement = `
    select ${versions.selection}, ${flows.selection}
    from lead_flow_versions
    join lead_flows on lead_flows.tenant_id = lead_flow_versions.tenant_id
      and lead_flows.id = lead_flow_versions.lead_flow_id
    where lead_flow_versions.tenant_id = ? and lead_flow_versions.id = ?`
  return { statement, versions, flows }
}
