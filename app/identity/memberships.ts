import Tenant from '#app/tenancy/tenant'
import type Identity from '#app/identity/identity'

/** The companies a person works for, those that are open first. */
export function companiesOf(identity: Identity) {
  return Tenant.query({ connection: 'system' })
    .select('tenants.*')
    .join('users', 'users.tenant_id', 'tenants.id')
    .where('users.identity_id', identity.id)
    .whereNull('users.deactivated_at')
    .orderBy([{ column: 'tenants.state' }, { column: 'tenants.name' }, { column: 'tenants.id' }])
}
