import { Current } from '#app/platform/database/current'
import db from '@adonisjs/lucid/services/db'
import { DEFAULT_BRAND_COLOR } from '#app/tenancy/brand_color'

export type SetUpStep = 'brand' | 'flow' | 'field_user' | 'sheet'
type Done = Record<SetUpStep | 'isAtWork', boolean>

/** The first steps of a company. What is done is read off what is there; nobody ticks anything. */
export async function setUpPath() {
  const { rows } = await db.rawQuery<{ rows: Done[] }>(STEPS, {
    tenantId: Current.tenantId,
    color: DEFAULT_BRAND_COLOR,
  })
  const [{ isAtWork, ...done }] = rows
  const steps = Object.entries(done).map(([step, isDone]) => ({ step: step as SetUpStep, isDone }))
  return { steps, isAtWork, isOver: steps.every(({ isDone }) => isDone) }
}

const STEPS = `select
  (select logo_key is not null or lower(brand_color) <> :color from tenants where id = :tenantId) as brand,
  exists (select from lead_flow_versions where tenant_id = :tenantId and published_at is not null
    and (version > 1 or lead_flow_id not in
      (select id from lead_flows where tenant_id = :tenantId and is_default))) as flow,
  exists (select from users where tenant_id = :tenantId and role = 'field_user')
    or exists (select from invitations where tenant_id = :tenantId and role = 'field_user'
      and accepted_at is null and revoked_at is null) as field_user,
  exists (select from qr_printings where tenant_id = :tenantId) as sheet,
  exists (select from leads where tenant_id = :tenantId) as "isAtWork"`
