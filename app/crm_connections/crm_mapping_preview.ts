import type { CrmCustomer } from '#plugins/crm/contract'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import type CrmConnection from '#app/crm_connections/crm_connection'
import type { MappedWay } from '#app/crm_connections/crm_creation'
import type { FieldRule } from '#app/crm_connections/crm_field_mapping'
import CrmLink from '#app/crm_connections/crm_link'
import { isSame, type CrmMapping } from '#app/crm_connections/crm_mapping'
import { labelOf, valueOf } from '#app/crm_connections/our_fields'

type Effect = 'same' | 'write' | 'read' | 'keep'
export type Foreshown = {
  customer: { id: string; name: string }
  isThere: boolean
  fields: { label: string; here: string | null; there: string | null; effect: Effect }[]
}
type Shown = { customer: Customer; externalId: string | null }

const RECORDS = 3

/** Whom a preview shows: the newest who have a record there, else the newest of all. */
export async function shownIn(connection: CrmConnection, user: User): Promise<Shown[]> {
  const seen = Customer.visibleTo(user).whereNull('customers.archived_at')
  const links = await CrmLink.standing(connection)
    .whereIn('customerId', seen.clone().select('customers.id'))
    .preload('customer')
    .orderBy('id', 'desc')
    .limit(RECORDS)
  if (links.length > 0) return links.map(({ customer, externalId }) => ({ customer, externalId }))
  const newest = await seen.orderBy('customers.id', 'desc').limit(RECORDS)
  return newest.map((customer) => ({ customer, externalId: null }))
}

/** What a mapping would do with three real customers; nothing is written. Asks the system, outside of any unit. */
export async function foreshow({ adapter, mapping }: MappedWay, shown: Shown[], user: User) {
  const foreshown: Foreshown[] = []
  for (const { customer, externalId } of shown) {
    const there = externalId ? await adapter.get(externalId) : null
    const rules = mapping.rules.filter(({ ours }) => user.fields('customers').levelOf(ours) !== 'none')
    foreshown.push({
      customer: { id: customer.id, name: customer.name },
      isThere: there !== null,
      fields: rules.flatMap((rule) => fieldOf(mapping, rule, customer, there) ?? []),
    })
  }
  return foreshown
}

function fieldOf(mapping: CrmMapping, rule: FieldRule, customer: Customer, there: CrmCustomer | null) {
  if (rule.direction === 'none') return null
  const [here, theirs] = [valueOf(customer, rule.ours), there && mapping.read(rule, there)]
  const effect = isSame(rule.ours, here, theirs) ? 'same' : effectOf(rule, { here, theirs }, customer, there)
  return { label: labelOf(rule.ours), here, there: theirs, effect }
}

function effectOf(
  { direction, owner }: FieldRule,
  { here, theirs }: { here: string | null; theirs: string | null },
  customer: Customer,
  there: CrmCustomer | null
): Effect {
  if (direction === 'out' || !there) return direction === 'in' ? 'keep' : 'write'
  if (direction === 'in' || here === null) return 'read'
  if (theirs === null || owner === 'ours') return 'write'
  if (owner === 'theirs') return 'read'
  return Date.parse(there.updatedAt) > customer.updatedAt.toMillis() ? 'read' : 'write'
}
