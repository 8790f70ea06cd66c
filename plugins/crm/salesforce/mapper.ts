import type { CrmConnection, CrmCustomer, CrmCustomerFields, CrmField } from '#plugins/crm/contract'
import { CrmRejectedError } from '#plugins/crm/errors'
import { e164, writtenPhone } from '#plugins/crm/phone'
import { placesOf, valuesIn } from '#plugins/crm/values'

/** A contact as the API gives it; times are ISO 8601. */
export type Contact = { Id: string; LastModifiedDate: string } & Record<string, string | null>

/** A field as the API describes it. */
export type FieldDescription = {
  name: string
  label: string
  type: string
  custom?: boolean
  createable?: boolean
  updateable?: boolean
  nillable?: boolean
  defaultedOnCreate?: boolean
  externalId?: boolean
  length?: number
  picklistValues?: { value: string; label: string; active: boolean }[]
}

type Changes = Partial<CrmCustomerFields>

const FIELD_OF = {
  name: 'LastName',
  email: 'Email',
  phone: 'Phone',
  street: 'MailingStreet',
  unit: 'MailingStreet',
  postcode: 'MailingPostalCode',
  city: 'MailingCity',
  region: 'MailingState',
  country: 'MailingCountry',
  notes: 'Description',
} as const

export const KEEPS = Object.keys(FIELD_OF) as (keyof typeof FIELD_OF)[]
export const PLACES = { ...placesOf(FIELD_OF), name: ['FirstName', 'LastName'] }
const PLAIN = ['email', 'postcode', 'city', 'notes'] as const
/** Where a company chooses countries and states from lists, the codes are kept beside the words. */
const CODES = { MailingState: 'MailingStateCode', MailingCountry: 'MailingCountryCode' } as const

/** The field that one of theirs stands for; null when it is none of ours. */
export function fieldOf(theirs: string) {
  if (theirs === 'FirstName') return 'name'
  const plain = theirs.replace(/^(MailingState|MailingCountry)Code$/, '$1')
  return KEEPS.find((field) => FIELD_OF[field] === plain) ?? null
}

/** What one company's contacts have, in our words. */
export class ContactMapper {
  constructor(
    private known: Set<string>,
    private reading: Pick<CrmConnection, 'country' | 'values'>
  ) {}

  get country() {
    return this.reading.country
  }

  get names() {
    const own = new Set(Object.values(FIELD_OF).map((field) => this.#own(field)))
    const asked = this.reading.values ?? []
    return [...new Set(['Id', 'FirstName', ...own, 'LastModifiedDate', ...asked])]
  }

  read(contact: Contact): CrmCustomer {
    const own = (field: string) => contact[field] || null
    const theirs = own(this.#own('MailingCountry'))
    const country = theirs && /^[A-Z]{2}$/.test(theirs) ? theirs : this.country
    const [street, ...unit] = (own('MailingStreet') ?? '').split(/\r?\n/)
    const phone = own('Phone')
    return {
      id: contact.Id,
      name: [own('FirstName'), own('LastName')].filter(Boolean).join(' ') || `Contact ${contact.Id}`,
      email: own('Email'),
      phone: phone && e164(phone, country),
      street: street || null,
      unit: unit.join(', ') || null,
      postcode: own('MailingPostalCode'),
      city: own('MailingCity'),
      region: own(this.#own('MailingState')),
      country,
      notes: own('Description'),
      isArchived: false,
      updatedAt: new Date(contact.LastModifiedDate).toISOString(),
      ...valuesIn(contact, this.reading.values),
    }
  }

  /** Only what is named; what is `null` is emptied. Street and unit are one field there, and come together. */
  write(changes: Changes) {
    const fields: Record<string, string | null> = {}
    for (const field of PLAIN)
      if (changes[field] !== undefined) fields[FIELD_OF[field]] = changes[field] || null
    if (changes.name !== undefined) Object.assign(fields, namesOf(changes.name))
    if (changes.street !== undefined)
      fields.MailingStreet = [changes.street, changes.unit].filter(Boolean).join('\n') || null
    if (changes.region !== undefined) fields[this.#own('MailingState')] = changes.region || null
    if (changes.country !== undefined) fields[this.#own('MailingCountry')] = changes.country ?? this.country
    if (changes.phone !== undefined)
      fields.Phone = changes.phone && writtenPhone(changes.phone, changes.country ?? this.country)
    return fields
  }

  #own(field: string) {
    const code = CODES[field as keyof typeof CODES]
    return code && this.known.has(code) ? code : field
  }
}

const TYPES: Record<string, CrmField['type']> = {
  string: 'text',
  textarea: 'text',
  email: 'email',
  phone: 'phone',
  url: 'url',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'moment',
  boolean: 'yes_no',
  picklist: 'choice',
  multipicklist: 'choices',
}

export function toField(described: FieldDescription): CrmField {
  const { name, label, type, length, picklistValues = [] } = described
  const choices = picklistValues.filter(({ active }) => active)
  return {
    name,
    label,
    type: TYPES[type] ?? 'other',
    choices: choices.map(({ value, label: text }) => ({ value, label: text })),
    isWritable: Boolean(described.createable && described.updateable),
    isRequired: Boolean(described.createable && !described.nillable && !described.defaultedOnCreate),
    isCustom: Boolean(described.custom),
    maxLength: length || null,
  }
}

// Whole names come apart at the last gap, and together again as they were; nobody is without a last name there.
function namesOf(name: string) {
  const words = name.trim().split(/\s+/)
  const last = words.pop()
  if (!last) throw new CrmRejectedError('A customer needs a name', 'name')
  return { FirstName: words.join(' ') || null, LastName: last }
}
