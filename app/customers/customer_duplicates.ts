import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import Customer, { reversedDigits } from '#app/customers/customer'
import type User from '#app/identity/user'
import { fold } from '#app/platform/folding'
import { toE164 } from '#app/platform/phone'

export type Identifying = {
  name: string
  phone?: string | null
  email?: string | null
  street?: string | null
  unit?: string | null
  postcode?: string | null
  city?: string | null
  country: string
}
type Found = ModelQueryBuilderContract<typeof Customer>

const SHOWN = 5
const PHONE = anywhere('customer_contacts', 'phone_rev = :number')
const EMAIL = anywhere('customer_contacts', 'email_norm = :email')
const ADDRESS = anywhere('customer_sites', 'address_key = address_key(:street, :unit, :postcode, :city)')
const POSTCODE = 'customers.postcode_key = letters_of(?)'

/** Customers who may already be this person: same phone, same e-mail, same address, or same name in the same postcode. */
export async function likelyDuplicatesOf(
  { name, phone, email, street, unit, postcode, city, country }: Identifying,
  among = () => Customer.query()
): Promise<Customer[]> {
  const number = phone ? toE164(phone, country) : null
  const place = { street: street ?? null, unit: unit ?? null, postcode: postcode ?? null, city: city ?? null }
  const ways: [unknown, (current: Found) => Found][] = [
    [number, (current) => current.whereRaw(PHONE, { number: reversedDigits(number!) })],
    [email, (current) => current.whereRaw(EMAIL, { email: email!.trim().toLowerCase() })],
    [street && (postcode || city), (current) => current.whereRaw(ADDRESS, place as Record<string, string>)],
    [postcode, (current) => current.where('nameNorm', fold(name)).whereRaw(POSTCODE, [postcode!])],
  ]
  const found = new Map<string, Customer>()
  for (const [isKnown, alike] of ways) {
    if (!isKnown) continue
    const current = among().whereNull('customers.archived_at').orderBy('customers.id', 'desc').limit(SHOWN)
    for (const customer of await alike(current)) found.set(customer.id, customer)
  }
  return [...found.values()].slice(0, SHOWN)
}

/** Those whom somebody may see, and whether there are others, of whom nothing is told. */
export async function duplicatesFor(facts: Identifying, reader: User) {
  const ids = (await likelyDuplicatesOf(facts, () => Customer.visibleTo(reader))).map(({ id }) => id)
  const all = await likelyDuplicatesOf(facts)
  return { ids, isOneHidden: all.some(({ id }) => !ids.includes(id)) && ids.length < SHOWN }
}

/** By what the customer's own row says, or that of one of their contacts or sites. */
function anywhere(parts: 'customer_contacts' | 'customer_sites', isAlike: string) {
  return `customers.id in (select id from customers where ${isAlike}
    union all select customer_id from ${parts} where removed_at is null and ${isAlike})`
}
