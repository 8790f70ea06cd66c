import db from '@adonisjs/lucid/services/db'
import type { ModelObject } from '@adonisjs/lucid/types/model'
import { ModelPart } from '#app/platform/database/model_part'
import Tenant from '#app/tenancy/tenant'

let prepared: ReturnType<typeof prepare> | undefined

/** The company of a code, and the code's id, before there is a unit to look in; null when there never was such a code. */
export async function companyOfCode(token: string) {
  prepared ??= prepare()
  const { statement, tenants } = prepared
  const { rows } = await db
    .connection('system')
    .knexRawQuery(statement, [token])
    .options({ name: 'company_of_code' })
  const row: ModelObject | undefined = rows[0]
  return row ? { tenant: tenants.read(row), qrCodeId: row.qr_code_id as string } : null
}

function prepare() {
  const tenants = new ModelPart(Tenant)
  const statement = `
    select ${tenants.selection}, qr_lookups.qr_code_id
    from qr_lookups join tenants on tenants.id = qr_lookups.tenant_id
    where qr_lookups.token = ?`
  return { statement, tenants }
}
