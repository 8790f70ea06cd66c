import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import { TwoFactorRequiredError } from '#app/two_factor/errors'
import type Tenant from '#app/tenancy/tenant'
import type Identity from '#app/identity/identity'

/** Leads members without a second factor to set one up. Whom the company's own issuer vouches for, the issuer has asked. */
export function requireSecondFactor(ctx: HttpContext, tenant: Tenant, identity: Identity) {
  if (!tenant.requiresTwoFactor || identity.twoFactorAt) return
  if (!reachOf(ctx).isVouchedFor(tenant.id)) throw new TwoFactorRequiredError()
}

export async function membersWithout(tenant: Tenant) {
  const row = await db
    .connection('system')
    .from('users')
    .join('identities', 'identities.id', 'users.identity_id')
    .where('users.tenant_id', tenant.id)
    .whereNull('users.deactivated_at')
    .whereNull('identities.two_factor_at')
    .count('* as count')
    .first()
  return Number(row.count)
}
