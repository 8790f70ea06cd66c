import type { DeadLetter } from '#app/platform/bus/bus'
import Tenant from '#app/tenancy/tenant'

/** Whose messages they are, by id. */
export async function companiesOf(letters: DeadLetter[]) {
  const ids = [...new Set(letters.flatMap(({ event }) => event?.tenantId ?? []))]
  const tenants = await Tenant.query({ connection: 'system' }).whereIn('id', ids)
  return new Map(tenants.map((tenant) => [tenant.id, tenant]))
}
