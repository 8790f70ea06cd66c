import { hashOf } from '#app/platform/secret'
import { findHolder } from '#app/identity/token_holder'
import { admitOwner, admitProgram } from '#app/single_sign_on/company_door'
import { holderOf, tokenIn } from '#app/single_sign_on/issuer_token'
import { AccessTokenRefusedError } from '#app/access_tokens/errors'
import type AccessToken from '#app/access_tokens/access_token'
import type Tenant from '#app/tenancy/tenant'
import type User from '#app/identity/user'

/** Who is asking, for which company, and how far what they showed reaches. */
export type Bearer = {
  user: User
  tenant: Tenant
  /** What the quota is counted by. */
  key: string
  /** The scopes; null: all that the user may. */
  reach: string[] | null
  /** Of our own making, if it is. */
  token: AccessToken | null
}

const OPAQUE = /^Bearer (lk_[\w-]{43})$/i

/** No cache stands before it: a revoked token fails at once. */
export async function bearerOf(header = ''): Promise<Bearer> {
  const jwt = tokenIn(header)
  if (jwt) return holderOf(jwt)
  const secret = OPAQUE.exec(header)?.[1]
  const holder = secret && (await findHolder(hashOf(secret)))
  if (!holder) throw new AccessTokenRefusedError()
  const { token, user, tenant, hasSecondFactor } = holder
  if (token.kind === 'session') await admitProgram(tenant, user, hasSecondFactor)
  if (token.kind === 'personal') await admitOwner(tenant, user, hasSecondFactor)
  return { token, user, tenant, key: token.id, reach: token.reach }
}
