import type { CrmCustomer, CrmCustomerFields } from '#plugins/crm/contract'
import { CrmRejectedError } from '#plugins/crm/errors'
import { e164, writtenPhone } from '#plugins/crm/phone'

/** A contact as the API gives it; times are ISO 8601. */
export type Contact = {
  id: string
  properties: Record<string, string | null>
  updatedAt: string
  archived: boolean
}

export type Kept = keyof typeof PROPERTY_OF
type Written = { [Field in Kept]?: CrmCustomerFields[Field] }

const PROPERTY_OF = {
  name: 'lastname',
  email: 'email',
  phone: 'phone',
  street: 'address',
  postcode: 'zip',
  city: 'city',
  region: 'state',
  country: 'country',
} as const

export const KEEPS = Object.keys(PROPERTY_OF) as Kept[]
export const PROPERTIES = ['firstname', ...Object.values(PROPERTY_OF)]

/** The field that a property of theirs stands for; null when it is none of ours. */
export const fieldOf = (property: string): Kept | null =>
  property === 'firstname' ? 'name' : (KEEPS.find((field) => PROPERTY_OF[field] === property) ?? null)

export function toCustomer({ id, properties, updatedAt, archived }: Contact, country: string): CrmCustomer {
  const { firstname, lastname, phone } = properties
  const own = (property: string) => properties[property] || null
  const theirs = own('country')
  const home = theirs && /^[A-Z]{2}$/.test(theirs) ? theirs : country
  return {
    id,
    name: [firstname, lastname].filter(Boolean).join(' ') || own('email') || `Contact ${id}`,
    email: own('email'),
    phone: phone ? e164(phone, home) : null,
    street: own('address'),
    unit: null,
    postcode: own('zip'),
    city: own('city'),
    region: own('state'),
    country: home,
    notes: null,
    isArchived: archived,
    updatedAt,
  }
}

/** Only what is named; what is `null` is emptied. */
export function toProperties(fields: Written, country: string) {
  const properties: Record<string, string> = {}
  for (const field of KEEPS)
    if (field !== 'name' && fields[field] !== undefined) properties[PROPERTY_OF[field]] = fields[field] ?? ''
  if (fields.name !== undefined) Object.assign(properties, namesOf(fields.name))
  if (fields.phone) properties.phone = writtenPhone(fields.phone, fields.country ?? country)
  if (fields.country === null) properties.country = country
  return properties
}

// Whole names come apart at the last gap, and together again as they were.
function namesOf(name: string) {
  const words = name.trim().split(/\s+/)
  if (!words[0]) throw new CrmRejectedError('A customer needs a name', 'name')
  const lastname = words.length > 1 ? words.pop()! : ''
  return { firstname: words.join(' '), lastname }
}
