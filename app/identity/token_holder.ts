import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { LucidModel, ModelObject } from '@adonisjs/lucid/types/model'
import { GRANTED } from '#app/access/granted'
import AccessToken from '#app/access_tokens/access_token'
import User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'

let statement: string | undefined

/** The token with its user and company in one query: every API request begins with it. */
export async function findHolder(tokenHash: string) {
  statement ??= `
    select ${[AccessToken, User, Tenant].flatMap(columnsOf).join(', ')}, ${GRANTED} as users_granted
    from access_tokens
    join users on users.tenant_id = access_tokens.tenant_id and users.id = access_tokens.user_id
    join tenants on tenants.id = access_tokens.tenant_id
    left join identities on identities.id = users.identity_id
    where access_tokens.token_hash = ? and access_tokens.revoked_at is null
      and (access_tokens.expires_at is null or access_tokens.expires_at > ?) and users.deactivated_at is null
      and identities.disabled_at is null`
  // A name makes it a prepared statement: planning the join costs four times what running it does.
  const { rows } = await db
    .connection('system')
    .getReadClient()
    .raw(statement, [tokenHash, DateTime.utc().toISO()])
    .options({ name: 'token_holder' })
  const row: ModelObject | undefined = rows[0]
  return row && { token: hydrate(AccessToken, row), user: hydrate(User, row), tenant: hydrate(Tenant, row) }
}

// A model that no query has used yet still bears the table name of its generated class.
function columnsOf(model: LucidModel) {
  model.boot()
  const { table, $columnsDefinitions } = model
  return [...$columnsDefinitions.values()].map(
    ({ columnName }) => `${table}.${columnName} as ${table}_${columnName}`
  )
}

function hydrate<Model extends LucidModel>(model: Model, row: ModelObject) {
  const own = Object.entries(row).filter(([name]) => name.startsWith(`${model.table}_`))
  const columns = own.map(([name, value]) => [name.slice(model.table.length + 1), value])
  return model.$createFromAdapterResult(Object.fromEntries(columns)) as InstanceType<Model>
}
