import type { ModelObject } from '@adonisjs/lucid/types/model'
import { Current } from '#app/platform/database/current'
import { ModelPart } from '#app/platform/database/model_part'
import Customer from '#app/customers/customer'
import QrBatch from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'

let prepared: ReturnType<typeof prepare> | undefined

/** A code with its batch and the customer it is bound to, in one query: every scan begins with it. */
export async function boundCode(id: string): Promise<QrCode> {
  prepared ??= prepare()
  const { statement, codes, customers, batches } = prepared
  const { rows } = await Current.trx
    .knexRawQuery(statement, [Current.tenantId, id])
    .options({ name: 'bound_code' })
  const row: ModelObject = rows[0]
  const code = codes.read(row)
  code.$setRelated('batch', batches.read(row))
  code.$setRelated('customer', customers.readAny(row))
  return code
}

function prepare() {
  const [codes, customers, batches] = [
    new ModelPart(QrCode),
    new ModelPart(Customer),
    new ModelPart(QrBatch),
  ] as const
  const statement = `
    select ${[codes, customers, batches].map(({ selection }) => selection).join(', ')}
    from qr_codes
    join qr_batches on qr_batches.tenant_id = qr_codes.tenant_id and qr_batches.id = qr_codes.qr_batch_id
    left join customers on customers.tenant_id = qr_codes.tenant_id and customers.id = qr_codes.customer_id
    where qr_codes.tenant_id = ? and qr_codes.id = ?`
  return { statement, codes, customers, batches }
}
