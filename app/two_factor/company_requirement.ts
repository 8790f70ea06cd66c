import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import { TwoFactorRequiredError } from '#app/two_factor/errors'
import Tenant from '#app/tenancy/tenant'
import type Identity from '#app/identity/identity'
import type User from '#app/identity/user'

/** Leads members without a second factor to set one up. Whom the company's own issuer vouches for, the issuer has asked. */
export function requireSecondFactor(ctx: HttpContext, tenant: Tenant, identity: Identity) {
  if (!tenant.requiresTwoFactor || identity.twoFactorAt) return
  if (!reachOf(ctx).isVouchedFor(tenant.id)) throw new TwoFactorRequiredError()
}

/** A program could not be led to the set-up, so it is told. */
export async function requireSecondFactorOf(identity: Identity, { tenantId }: User) {
  const { requiresTwoFactor } = await Tenant.query({ connection: 'system' })
    .where('id', tenantId)
    .firstOrFail()
  if (requiresTwoFactor && !identity.twoFactorAt) throw new TwoFactorRequiredError()
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
