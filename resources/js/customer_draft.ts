import type { Data } from '@generated/data'

type CustomerRecord = Data.Customers.Customer.Variants['forRecord']

/** A customer while the form is filled in. */
export type CustomerDraft = {
  name: string
  phone: string
  email: string
  street: string
  unit: string
  postcode: string
  city: string
  region: string
  country: string
  notes: string
}

export type CountryChoices = { value: string; label: string }[]

const words = (value: string | null | undefined) => value ?? ''

export const searchedFor = (url: string) => new URLSearchParams(url.split('?')[1]).get('search') ?? ''

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

export const draftOfCustomer = (customer: CustomerRecord): CustomerDraft => ({
  name: customer.name,
  phone: words(customer.phone),
  email: words(customer.email),
  street: words(customer.street),
  unit: words(customer.unit),
  postcode: words(customer.postcode),
  city: words(customer.city),
  region: words(customer.region),
  country: words(customer.country),
  notes: words(customer.notes),
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
