import Customer from '#app/customers/customer'
import type User from '#app/identity/user'
import CrmLink from '#app/crm_connections/crm_link'
import type CrmNewcomer from '#app/crm_connections/crm_newcomer'

export type Likeness = { id: string; name: string; isLinked: boolean }

/** Those customers whom new people may be and whom somebody may see, by their ids; and whether they are another record there. */
export async function likenessesOf(newcomers: CrmNewcomer[], user: User) {
  const ids = [...new Set(newcomers.flatMap(({ likely }) => likely))]
  const customers = await Customer.visibleTo(user)
    .whereIn('customers.id', ids)
    .whereNull('customers.archived_at')
  const links = await CrmLink.query()
    .whereIn('customerId', ids)
    .whereNotNull('externalId')
    .whereNull('goneAt')
  const linked = new Set(links.map(({ customerId }) => customerId))
  const likenesses = customers.map(({ id, name }) => ({ id, name, isLinked: linked.has(id) }))
  return new Map<string, Likeness>(likenesses.map((one) => [one.id, one]))
}
