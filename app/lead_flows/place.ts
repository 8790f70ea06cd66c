import { sayIn } from '#app/platform/say'
import type Tenant from '#app/tenancy/tenant'

/** Where a company is and how its customer reads: decides how numbers, days, phones and addresses are written. */
export type Place = { country: string; locale: string; timeZone: string }

export const placeOf = ({ country, timeZone }: Tenant, language = 'en'): Place => ({
  country,
  timeZone,
  locale: `${language}-${country}`,
})

export const sayAt = ({ locale }: Place) => sayIn(locale)
