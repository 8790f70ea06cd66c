import Customer, { reversedDigits } from '#app/customers/customer'
import { fold } from '#app/platform/folding'
import { toE164 } from '#app/platform/phone'

export type Identifying = {
  name: string
  phone?: string | null
  email?: string | null
  postcode?: string | null
  country: string
}

const SHOWN = 5
const NAMESAKES = 50
const compact = (postcode: string) => fold(postcode).replace(/\W/g, '')

/** Customers who may already be this person: same phone, same e-mail, or same name in the same postcode. */
export async function likelyDuplicatesOf(
  { name, phone, email, postcode, country }: Identifying,
  among = () => Customer.query()
): Promise<Customer[]> {
  const current = () => among().whereNull('customers.archived_at').orderBy('customers.id', 'desc')
  const number = phone ? toE164(phone, country) : null
  const byPhone = number ? await current().where('phoneRev', reversedDigits(number)).limit(SHOWN) : []
  const byEmail = email ? await current().where('emailNorm', email.trim().toLowerCase()).limit(SHOWN) : []
  const namesakes = postcode ? await current().where('nameNorm', fold(name)).limit(NAMESAKES) : []
  const neighbours = namesakes.filter((one) => one.postcode && compact(one.postcode) === compact(postcode!))
  const found = new Map([...byPhone, ...byEmail, ...neighbours].map((customer) => [customer.id, customer]))
  return [...found.values()].slice(0, SHOWN)
}
