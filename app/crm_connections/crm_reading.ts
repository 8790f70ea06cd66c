import type { CrmCustomer } from '#plugins/crm/contract'
import { toE164 } from '#app/platform/phone'
import type Customer from '#app/customers/customer'
import type { CustomerFacts } from '#app/customers/customer'
import { isCountry } from '#app/tenancy/countries'
import CrmConflict from '#app/crm_connections/crm_conflict'
import type { FieldRule } from '#app/crm_connections/crm_field_mapping'
import type CrmLink from '#app/crm_connections/crm_link'
import { isSame, markOf, type CrmMapping } from '#app/crm_connections/crm_mapping'
import { longestOf, type Fact } from '#app/crm_connections/our_fields'

type Rule = FieldRule & { ours: Fact }
type Read = { field: Fact; ours: string | null; theirs: string | null; kept: 'ours' | 'theirs' }

const ADDRESS = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/

/** Takes over what was changed there, field by field, in the caller's unit; what both changed is kept to be looked at. */
export async function takeOver(mapping: CrmMapping, link: CrmLink, customer: Customer, there: CrmCustomer) {
  const read = mapping.incoming.flatMap((rule) => compared(mapping, rule, { link, customer, there }) ?? [])
  const taken = read.filter(({ kept }) => kept === 'theirs')
  if (taken.length > 0)
    await customer.revise(
      Object.fromEntries(taken.map(({ field, theirs }) => [field, theirs])) as Partial<CustomerFacts>
    )
  for (const one of read) if (one.isConflict) await CrmConflict.note(link, one)
  return customer
}

/** What becomes of one field; nothing where both have the same, or only we have something new. */
function compared(
  mapping: CrmMapping,
  rule: Rule,
  { link, customer, there }: { link: CrmLink; customer: Customer; there: CrmCustomer }
): (Read & { isConflict: boolean }) | null {
  const { ours: field, direction } = rule
  const [ours, theirs] = [customer[field] ?? null, mapping.read(rule, there)]
  if (isSame(field, ours, theirs)) return null
  const known = link.lastValues?.[field]
  const isFirst = known === undefined
  const isChangedThere = known !== markOf(customer, field, theirs)
  const isChangedHere = isFirst ? ours !== null : known !== markOf(customer, field, ours)
  const isTaken = isTakeable(field, theirs, there.country)
  if (direction === 'both' ? !isChangedThere || (isFirst && theirs === null) : !isChangedThere && !isTaken)
    return null
  const isContested = direction === 'both' && isChangedHere
  const isOurs = !isTaken || (isContested && winnerIn(rule, customer, there) === 'ours')
  return { field, ours, theirs, kept: isOurs ? 'ours' : 'theirs', isConflict: isContested || !isTaken }
}

function winnerIn({ owner }: Rule, customer: Customer, there: CrmCustomer) {
  if (owner !== 'newest') return owner
  return Date.parse(there.updatedAt) > customer.updatedAt.toMillis() ? 'theirs' : 'ours'
}

/** Nobody is without a name and a country here, and no field holds what our own forms would refuse. */
export function isTakeable(field: Fact, value: string | null, country: string) {
  if (value === null) return field !== 'name' && field !== 'country'
  if (value.length > longestOf(field)) return false
  if (field === 'email') return ADDRESS.test(value)
  if (field === 'phone') return toE164(value, country) !== null
  return field === 'country' ? isCountry(value) : true
}
