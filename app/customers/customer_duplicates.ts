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
const ADDRESS = 'customers.address_key = address_key(?, ?, ?, ?)'
const POSTCODE = 'customers.postcode_key = letters_of(?)'

/** Customers who may already be this person: same phone, same e-mail, same address, or same name in the same postcode. */
export async function likelyDuplicatesOf(
  { name, phone, email, street, unit, postcode, city, country }: Identifying,
  among = () => Customer.query()
): Promise<Customer[]> {
  const number = phone ? toE164(phone, country) : null
  const place = [street ?? null, unit ?? null, postcode ?? null, city ?? null] as string[]
  const ways: [unknown, (current: Found) => Found][] = [
    [number, (current) => current.where('phoneRev', reversedDigits(number!))],
    [email, (current) => current.where('emailNorm', email!.trim().toLowerCase())],
    [street && (postcode || city), (current) => current.whereRaw(ADDRESS, place)],
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
