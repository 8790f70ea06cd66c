import { COUNTRIES } from '#app/tenancy/countries'

/** What an address form offers. */
export const COUNTRY_CHOICES = COUNTRIES.map(({ code, name }) => ({ value: code, label: name }))
