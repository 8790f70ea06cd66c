import { DateTime } from 'luxon'
import { IdempotencyKeySchema } from '#database/schema'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'

type Answer = {
  userId: string
  keyHash: string
  fingerprint: string
  status: number
  headers: Record<string, unknown>
  body: string | null
}

/** The answer that a write with an Idempotency-Key got; the same request again within a day gets the same answer. */
export default class IdempotencyKey extends IdempotencyKeySchema {
  declare headers: Record<string, string>

  /** Of two refusals that come together, the first is kept. */
  static async remember({ headers, ...answer }: Answer) {
    await db.rawQuery(REMEMBER, {
      ...answer,
      id: newId(),
      headers: JSON.stringify(headers),
      now: DateTime.utc().toISO(),
    })
  }
}

const REMEMBER = `
  insert into idempotency_keys (id, user_id, key_hash, fingerprint, status, headers, body, created_at)
  values (:id, :userId, :keyHash, :fingerprint, :status, :headers, :body, :now)
  on conflict (tenant_id, user_id, key_hash) do nothing`
