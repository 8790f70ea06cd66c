import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { newToken } from '#app/qr_codes/qr_token'
import { newShortCode } from '#app/qr_codes/short_code'

const CHUNK = 2_500

/** Makes the codes of a batch with their look-ups, chunk by chunk in the caller's unit. */
export async function makeQrCodes(batch: { id: string; quantity: number }) {
  for (let start = 1; start <= batch.quantity; start += CHUNK) {
    const length = Math.min(CHUNK, batch.quantity - start + 1)
    await insert(
      batch.id,
      Array.from({ length }, (_, index) => start + index)
    )
  }
}

// A short code may exist already; its place is then drawn again.
async function insert(batchId: string, positions: number[]) {
  let missing = positions
  while (missing.length > 0) {
    const made = new Set(await insertSome(batchId, missing))
    missing = missing.filter((position) => !made.has(position))
  }
}

async function insertSome(batchId: string, positions: number[]): Promise<number[]> {
  const { rows } = await db.rawQuery<{ rows: { position: number }[] }>(INSERT, {
    batchId,
    positions,
    ids: positions.map(newId),
    tokens: positions.map(newToken),
    shortCodes: positions.map(newShortCode),
    at: DateTime.utc().toISO(),
  })
  return rows.map((row) => row.position)
}

const INSERT = `
  with code as (
    insert into qr_codes (id, qr_batch_id, position, token, short_code, created_at, updated_at)
    select id, :batchId, position, token, short_code, :at, :at
    from unnest(:ids::uuid[], :positions::int[], :tokens::text[], :shortCodes::text[])
      as fresh (id, position, token, short_code)
    on conflict (tenant_id, short_code) do nothing
    returning id, position, token
  ), looked_up as (
    insert into qr_lookups (token, qr_code_id) select token, id from code
  )
  select position from code`
