import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { CompanyDeactivatedError } from '#app/tenancy/errors'
import { CompanyUnclearError, NoCompanyError } from '#app/access_tokens/errors'
import type { SessionReach } from '#app/identity/session_reach'
import type Identity from '#app/identity/identity'

/** The companies of a person that their session opens, those that are active first. */
export function companiesOf(identity: Identity, { companies }: Pick<SessionReach, 'companies'>) {
  const all = Tenant.query({ connection: 'system' })
    .select('tenants.*')
    .join('users', 'users.tenant_id', 'tenants.id')
    .where('users.identity_id', identity.id)
    .whereNull('users.deactivated_at')
    .orderBy([{ column: 'tenants.state' }, { column: 'tenants.name' }, { column: 'tenants.id' }])
  return companies ? all.whereIn('tenants.id', companies) : all
}

/** The one membership that a program means when it signs in: named by its company, or the only one there is. */
export async function membershipFor(identity: Identity, slug?: string) {
  const companies = await companiesOf(identity, { companies: null })
  const meant = companies.filter((tenant) => !slug || tenant.slug === slug)
  if (meant.length === 0) throw new NoCompanyError()
  if (meant.length > 1) throw new CompanyUnclearError(meant.map((tenant) => tenant.slug))
  if (!meant[0].isActive) throw new CompanyDeactivatedError()
  return User.memberships(identity).where('tenantId', meant[0].id).firstOrFail()
}
