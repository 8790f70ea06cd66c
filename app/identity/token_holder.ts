import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { ModelObject } from '@adonisjs/lucid/types/model'
import { ModelPart } from '#app/platform/database/model_part'
import { GRANTED } from '#app/access/granted'
import AccessToken from '#app/access_tokens/access_token'
import User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'

let prepared: ReturnType<typeof prepare> | undefined

/** The token with its user and company in one query: every API request begins with it. */
export async function findHolder(tokenHash: string) {
  prepared ??= prepare()
  // A name makes it a prepared statement: planning the join costs four times what running it does.
  const { rows } = await db
    .connection('system')
    .getReadClient()
    .raw(prepared.statement, [tokenHash, DateTime.utc().toISO()])
    .options({ name: 'token_holder' })
  const row: ModelObject | undefined = rows[0]
  return (
    row && {
      token: prepared.tokens.read(row),
      user: prepared.users.read(row, { granted: row.granted }),
      tenant: prepared.tenants.read(row),
      hasSecondFactor: Boolean(row.has_second_factor),
    }
  )
}

function prepare() {
  const [tokens, users, tenants] = [
    new ModelPart(AccessToken),
    new ModelPart(User),
    new ModelPart(Tenant),
  ] as const
  const statement = `
    select ${[tokens, users, tenants].map(({ selection }) => selection).join(', ')}, ${GRANTED} as granted,
      identities.two_factor_at is not null as has_second_factor
    from access_tokens
    join users on users.tenant_id = access_tokens.tenant_id and users.id = access_tokens.user_id
    join tenants on tenants.id = access_tokens.tenant_id
    left join identities on identities.id = users.identity_id
    where access_tokens.token_hash = ? and access_tokens.revoked_at is null
      and (access_tokens.expires_at is null or access_tokens.expires_at > ?) and users.deactivated_at is null
      and identities.disabled_at is null`
  return { statement, tokens, users, tenants }
}
