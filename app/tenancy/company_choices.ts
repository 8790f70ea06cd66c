import { COUNTRIES, CURRENCY_CODES, nameOfLocale } from '#app/tenancy/countries'

/** What the company forms offer to choose from. */
export function companyChoices() {
  return {
    countries: COUNTRIES.map((country) => ({
      ...country,
      locales: country.locales.map((code) => ({ code, name: nameOfLocale(code) })),
    })),
    currencies: CURRENCY_CODES,
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}
