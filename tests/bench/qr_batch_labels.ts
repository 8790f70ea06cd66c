import { bootApp } from '#tests/boot'
import type { SheetLabel } from '#app/qr_codes/qr_sheet'

// The application stands before the clock runs: the codes of one batch come from the database, as the product reads them.
await bootApp()

export async function* labels(count: number): AsyncGenerator<SheetLabel> {
  const { Current, SYSTEM } = await import('#app/platform/database/current')
  const { default: QrBatch } = await import('#app/qr_codes/qr_batch')
  const { default: Tenant } = await import('#app/tenancy/tenant')
  const { QrPrint } = await import('#app/qr_codes/qr_print')
  const unit = { tenantId: process.env.BENCH_TENANT!, actor: SYSTEM }
  const [batch, tenant] = await Current.run(unit, async () => [
    await QrBatch.findByOrFail('quantity', count),
    await Tenant.current(),
  ])
  yield* new QrPrint(batch, tenant, unit).labels()
}

/** A batch of a company of its own, for both sides to read. */
export async function makeLabels(count: number) {
  const { makeCompany } = await import('#tests/factories')
  const { default: QrBatch } = await import('#app/qr_codes/qr_batch')
  const { tenant, inside } = await makeCompany()
  await inside(() =>
    QrBatch.make({
      name: 'Bench',
      quantity: count,
      template: 'a4-24',
      host: 'https://app.latchkey.example',
      by: null,
    })
  )
  process.env.BENCH_TENANT = tenant.id
}
