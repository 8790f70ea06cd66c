const IN_BATCH = 10_000

/** A company with so many bound codes, besides the two of its sticker. */
export async function makeBoundCodes(count: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { makeSticker } = await import('#tests/functional/requests/setting')
  const { default: QrBatch } = await import('#app/qr_codes/qr_batch')
  const sticker = await makeSticker()
  const { inside, tenant, code } = sticker
  for (let made = 0; made < count; made += IN_BATCH) {
    const quantity = Math.min(IN_BATCH, count - made)
    const name = `Batch ${made / IN_BATCH + 1}`
    await inside(() =>
      QrBatch.make({ name, quantity, template: 'a4-24', host: 'http://localhost', isDemo: true, by: null })
    )
  }
  const system = db.connection('system')
  await system.rawQuery(
    `with bound as (
       update qr_codes set state = 'assigned', customer_id = :customerId, assigned_at = now()
       where tenant_id = :tenantId and state = 'blank' returning id)
     insert into qr_assignments (id, tenant_id, qr_code_id, customer_id, assigned_at)
     select uuidv7(), :tenantId, id, :customerId, now() from bound`,
    { tenantId: tenant.id, customerId: code.customerId! }
  )
  await db.connection('owner').rawQuery('vacuum analyze qr_codes, qr_lookups, qr_assignments')
  const { rows } = await system.rawQuery<{ rows: { id: string; token: string }[] }>(
    'select id, lower(token) as token from qr_codes where tenant_id = ? order by id',
    [tenant.id]
  )
  return { ...sticker, codes: rows }
}
