import db from '@adonisjs/lucid/services/db'
import { reversedDigits } from '#app/customers/customer'
import { fold } from '#app/platform/folding'
import { toE164 } from '#app/platform/phone'

type Ways = { phone?: string | null; email?: string | null }
type Place = { street?: string | null; unit?: string | null; postcode?: string | null; city?: string | null }
/** What somebody may be known by, with all further contacts and sites. */
export type Identifying = Ways &
  Place & {
    /** Of somebody who is known: nobody is like themselves. */
    id?: string
    name?: string | null
    country: string
    contacts?: Ways[]
    sites?: Place[]
  }

const BY = ['phone', 'email', 'address', 'name'] as const
export type By = (typeof BY)[number]
/** Which of those asked about is like whom: by their own row, or by that of a contact or site of this name. */
export type Likeness = { at: number; by: By; id: string; part: string | null }

/** Who has the same phone, e-mail address or address as one of many, or the same name in the same postcode: one look-up for all. */
export async function likenessesOf(many: Identifying[]): Promise<Likeness[]> {
  const given = many.flatMap((one, at) => keysOf(one).map((key) => ({ at, ...key })))
  const { rows } = await db.rawQuery<{ rows: Likeness[] }>(ALIKE, [JSON.stringify(given)])
  const others = rows.filter(({ at, id }) => id !== many[at].id)
  return others.sort((one, other) => BY.indexOf(one.by) - BY.indexOf(other.by))
}

/** "phone number of their contact Jo" */
export function reasonOf({ by, part }: Likeness) {
  if (by === 'name') return 'same name and postcode'
  const [what, whose] = WORDS[by]
  return part === null ? `same ${what}` : `${what} of their ${whose} ${part}`
}

const WORDS = {
  phone: ['phone number', 'contact'],
  email: ['e-mail address', 'contact'],
  address: ['address', 'site'],
} as const

function keysOf(own: Identifying) {
  const { name, country, contacts = [], sites = [] } = own
  const numberOf = (phone?: string | null) => (phone ? toE164(phone, country) : null)
  const ways = [own, ...contacts].flatMap(({ phone, email }) => [
    { phone: reversedDigits(numberOf(phone) ?? '') || null },
    { email: email?.trim().toLowerCase() || null },
  ])
  const places = [own, ...sites].map(({ street, unit, postcode, city }) => ({
    street: street || null,
    unit: unit || null,
    postcode: postcode || null,
    city: city || null,
  }))
  return [...ways, ...places, ...(name ? [{ name: fold(name), area: own.postcode }] : [])].filter((key) =>
    Object.values(key).some(Boolean)
  )
}

// More than anybody would look through; of a number that half the company shares.
const MOST = 25

const alike = (by: By, isAlike: string, parts?: [table: string, name: string]) => `
  select at, '${by}' as by, found.id, found.part from given cross join lateral (
    (select id, null as part from customers where ${isAlike} limit ${MOST})
    ${
      parts
        ? `union all (select customer_id, ${parts[1]} from ${parts[0]}
      where removed_at is null and ${isAlike} limit ${MOST})`
        : ''
    }
  ) as found`

export const ALIKE = `
  with given as materialized (
    select at, phone, email, address_key(street, unit, postcode, city) as place, name, letters_of(area) as area
    from json_to_recordset(?) as one
      (at int, phone text, email text, street text, unit text, postcode text, city text, name text, area text)
  )
  ${[
    alike('phone', 'phone_rev = given.phone', ['customer_contacts', 'name']),
    alike('email', 'email_norm = given.email', ['customer_contacts', 'name']),
    alike('address', 'address_key = given.place', ['customer_sites', 'label']),
    alike('name', 'name_norm = given.name and postcode_key = given.area'),
  ].join(' union all ')}`
