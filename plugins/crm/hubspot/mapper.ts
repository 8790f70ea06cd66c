import type {
  CrmConnection,
  CrmCustomer,
  CrmCustomerFields,
  CrmField,
  CrmValues,
} from '#plugins/crm/contract'
import { CrmRejectedError } from '#plugins/crm/errors'
import { e164, writtenPhone } from '#plugins/crm/phone'
import { placesOf, valuesIn } from '#plugins/crm/values'

/** A contact as the API gives it; times are ISO 8601. */
export type Contact = {
  id: string
  properties: Record<string, string | null>
  updatedAt: string
  archived: boolean
}

/** A property as the API describes it. */
export type Property = {
  name: string
  label: string
  type: string
  fieldType: string
  options?: { value: string; label: string; hidden?: boolean }[]
  hidden?: boolean
  calculated?: boolean
  hubspotDefined?: boolean
  modificationMetadata?: { readOnlyValue?: boolean }
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
export const PLACES = { ...placesOf(PROPERTY_OF), name: ['firstname', 'lastname'] }
export const PROPERTIES = ['firstname', ...Object.values(PROPERTY_OF)]

/** The field that a property of theirs stands for; null when it is none of ours. */
export const fieldOf = (property: string): Kept | null =>
  property === 'firstname' ? 'name' : (KEEPS.find((field) => PROPERTY_OF[field] === property) ?? null)

type Reading = Pick<CrmConnection, 'country' | 'values'>

export function toCustomer(
  { id, properties, updatedAt, archived }: Contact,
  { country, values }: Reading
): CrmCustomer {
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
    ...valuesIn(properties, values),
  }
}

const TYPES: Record<string, CrmField['type']> = {
  string: 'text',
  phone_number: 'phone',
  number: 'number',
  date: 'date',
  datetime: 'moment',
  bool: 'yes_no',
}

export function toField(property: Property): CrmField {
  const { name, label, options = [], modificationMetadata: may } = property
  return {
    name,
    label,
    type: typeOf(property),
    choices:
      property.type === 'enumeration'
        ? options.map(({ value, label: text }) => ({ value, label: text }))
        : [],
    isWritable: !may?.readOnlyValue && !property.calculated,
    isRequired: false,
    isCustom: !property.hubspotDefined,
    maxLength: null,
  }
}

function typeOf({ name, type, fieldType }: Property) {
  if (name === 'email') return 'email'
  if (fieldType === 'phonenumber') return 'phone'
  if (fieldType === 'booleancheckbox') return 'yes_no'
  if (type === 'enumeration') return fieldType === 'checkbox' ? 'choices' : 'choice'
  return TYPES[type] ?? 'other'
}

/** An empty text takes a value away. */
export const toValues = (values: CrmValues = {}) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']))

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
