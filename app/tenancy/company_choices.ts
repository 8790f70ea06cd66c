import { COUNTRIES, CURRENCY_CODES, nameOfLocale } from '#app/tenancy/countries'

let choices: ReturnType<typeof gather> | undefined

/** What the company forms offer to choose from; gathered once, since looking up the zones of the world takes a while. */
export const companyChoices = () => (choices ??= gather())

function gather() {
  return {
    countries: COUNTRIES.map((country) => ({
      ...country,
      locales: country.locales.map((code) => ({ code, name: nameOfLocale(code) })),
    })),
    currencies: CURRENCY_CODES,
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}
