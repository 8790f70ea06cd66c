import type { CrmConnection, CrmCustomer, CrmCustomerFields, CrmField } from '#plugins/crm/contract'
import { NOTHING_KNOWN, placesOf, valuesIn } from '#plugins/crm/values'
import { CrmRejectedError } from '#plugins/crm/errors'
import { e164, writtenPhone } from '#plugins/crm/phone'

/** A person as the API gives them. */
export type Person = Record<(typeof THEIRS)[keyof typeof THEIRS], string | null> & {
  id: string
  archived: boolean
  changed_at: string
}

/** A field as the API describes it. */
export type Field = {
  name: string
  label: string
  kind: 'text' | 'number' | 'date' | 'list'
  list?: string[]
  read_only: boolean
  custom: boolean
}

const THEIRS = {
  name: 'full_name',
  email: 'mail',
  phone: 'phone',
  street: 'line_1',
  unit: 'line_2',
  postcode: 'zip',
  city: 'town',
  region: 'state',
  country: 'country',
  notes: 'memo',
} as const

export const KEEPS = Object.keys(THEIRS) as (keyof typeof THEIRS)[]
export const PLACES = placesOf(THEIRS)

const TYPES = { text: 'text', number: 'number', date: 'date', list: 'choice' } as const

export const toField = ({ name, label, kind, list = [], read_only: isFixed, custom }: Field): CrmField => ({
  name,
  label,
  type: TYPES[kind] ?? 'other',
  choices: list.map((value) => ({ value, label: value })),
  isWritable: !isFixed,
  isRequired: name === THEIRS.name,
  isCustom: custom,
  maxLength: null,
})

type Reading = Pick<CrmConnection, 'country' | 'values'>

export function toCustomer(person: Person, { country, values }: Reading): CrmCustomer {
  const fields = Object.fromEntries(KEEPS.map((field) => [field, person[THEIRS[field]] || null]))
  const home = person.country || country
  return {
    ...NOTHING_KNOWN,
    ...fields,
    id: person.id,
    name: person.full_name || person.mail || `Person ${person.id}`,
    phone: person.phone ? e164(person.phone, home) : null,
    country: home,
    isArchived: person.archived,
    updatedAt: person.changed_at,
    ...valuesIn(person, values),
  }
}

/** Only what is named; what is `null` is emptied. */
export function toPerson(fields: Partial<CrmCustomerFields>, country: string) {
  if (fields.name?.trim() === '') throw new CrmRejectedError('A customer needs a name', 'name')
  const home = fields.country ?? country
  const person: Record<string, string | null> = {}
  for (const field of KEEPS) if (fields[field] !== undefined) person[THEIRS[field]] = fields[field] ?? null
  if (fields.country === null) person.country = country
  if (fields.phone) person.phone = writtenPhone(fields.phone, home)
  return person
}
