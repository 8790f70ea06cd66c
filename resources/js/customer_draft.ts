import type { Data } from '@generated/data'

type CustomerRecord = Data.Customers.Customer.Variants['forRecord']

export type AddressDraft = {
  street: string
  unit: string
  postcode: string
  city: string
  region: string
  country: string
}

/** A customer while the form is filled in. */
export type CustomerDraft = AddressDraft & { name: string; phone: string; email: string; notes: string }

export type CountryChoices = { value: string; label: string }[]

const words = (value: string | null | undefined) => value ?? ''

export const searchedFor = (url: string) => new URLSearchParams(url.split('?')[1]).get('search') ?? ''

/** The label that is in somebody's hand meanwhile. */
export const codeIn = (url: string) => new URLSearchParams(url.split('?')[1]).get('code')

/** A new customer, begun with the words by which somebody searched for them in vain. */
export const begunWith = (words: string, country: string): CustomerDraft => ({
  name: /[@\d]/.test(words) ? '' : words,
  phone: /^[\d\s()+./-]{6,}$/.test(words) ? words : '',
  email: words.includes('@') ? words : '',
  street: '',
  unit: '',
  postcode: '',
  city: '',
  region: '',
  country,
  notes: '',
})

const addressOf = (place: Partial<Record<keyof AddressDraft, string | null>>): AddressDraft => ({
  street: words(place.street),
  unit: words(place.unit),
  postcode: words(place.postcode),
  city: words(place.city),
  region: words(place.region),
  country: words(place.country),
})

export const draftOfCustomer = (customer: CustomerRecord): CustomerDraft => ({
  name: customer.name,
  phone: words(customer.phone),
  email: words(customer.email),
  ...addressOf(customer),
  notes: words(customer.notes),
})

export const draftOfContact = (contact: Data.Customers.Contact | null) => ({
  name: words(contact?.name),
  role: words(contact?.role),
  phone: words(contact?.phone),
  email: words(contact?.email),
})

export const draftOfSite = (site: Data.Customers.Site | null, country: string) => ({
  label: words(site?.label),
  ...(site ? addressOf(site) : { ...addressOf({}), country }),
  notes: words(site?.notes),
})

const REGIONS: Record<string, string> = {
  US: 'State',
  CA: 'Province',
  AU: 'State',
  GB: 'County',
  IE: 'County',
}
const POSTCODES: Record<string, string> = { US: 'ZIP code', CA: 'Postal code' }

/** What the country's people call the parts of an address; a region that they do not write is left out. */
export const addressWords = (country: string) => ({
  region: REGIONS[country] ?? null,
  postcode: POSTCODES[country] ?? 'Postcode',
})
