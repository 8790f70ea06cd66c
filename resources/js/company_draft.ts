import type { Data } from '@generated/data'

export type CompanyPlace = { timeZone: string; country: string; currency: string }

/** A company's settings while they are filled in. */
export type CompanyDraft = CompanyPlace & {
  name: string
  locale: string
  brandColor: string
  phone: string
  email: string
  website: string
}

export type CompanyChoices = {
  countries: {
    code: string
    name: string
    currency: string
    timeZones: string[]
    locales: { code: string; name: string }[]
  }[]
  currencies: string[]
  timeZones: string[]
}

export function draftOf(company: Data.Tenancy.Company): CompanyDraft {
  const { name, timeZone, country, currency, locale, brandColor, phone, email, website } = company
  const reach = { phone: phone ?? '', email: email ?? '', website: website ?? '' }
  return { name, timeZone, country, currency, locale, brandColor, ...reach }
}

/** A new company begins where the browser is, if that is a country's zone. */
export function newDraft({ countries }: CompanyChoices): CompanyDraft {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const country =
    countries.find(({ timeZones }) => timeZones.includes(here)) ??
    countries.find(({ code }) => code === 'US')!
  return {
    name: '',
    timeZone: country.timeZones.includes(here) ? here : country.timeZones[0],
    country: country.code,
    currency: country.currency,
    locale: country.locales[0].code,
    brandColor: '#0f766e',
    phone: '',
    email: '',
    website: '',
  }
}
