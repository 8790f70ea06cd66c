import db from '@adonisjs/lucid/services/db'
import { ManagedAddressError } from '#app/sign_in/errors'
import type Identity from '#app/identity/identity'

/** Where a company sends its people through its own issuer, their address decides it: nobody walks away from that. */
export async function requireOwnAddress({ id, email }: Identity) {
  const company = await db
    .connection('system')
    .from('tenants')
    .join('users', 'users.tenant_id', 'tenants.id')
    .join('sso_domains', 'sso_domains.tenant_id', 'tenants.id')
    .where({ 'users.identity_id': id, 'tenants.requires_single_sign_on': true })
    .where('sso_domains.domain', email.slice(email.lastIndexOf('@') + 1))
    .whereNotNull('sso_domains.verified_at')
    .whereNull('users.deactivated_at')
    .select('tenants.name')
    .first()
  if (company) throw new ManagedAddressError(company.name)
}
