import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import { IdempotencyKeySchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
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
  static async remember({ headers, body, ...answer }: Answer) {
    await db.rawQuery(REMEMBER, {
      ...answer,
      body: body && encryption.encrypt(body, { purpose: purposeFor(answer) }),
      id: newId(),
      headers: JSON.stringify(headers),
      now: DateTime.utc().toISO(),
    })
  }

  /** What was answered. It may show a new secret, so it is kept sealed; the release before this one did not seal. */
  get answer() {
    return this.body && (encryption.decrypt<string>(this.body, purposeFor(this)) ?? this.body)
  }
}

const purposeFor = ({ keyHash }: { keyHash: string }) =>
  `idempotency_keys.body:${Current.tenantId}:${keyHash}`

const REMEMBER = `
  insert into idempotency_keys (id, user_id, key_hash, fingerprint, status, headers, body, created_at)
  values (:id, :userId, :keyHash, :fingerprint, :status, :headers, :body, :now)
  on conflict (tenant_id, user_id, key_hash) do nothing`
