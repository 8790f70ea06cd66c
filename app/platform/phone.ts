import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

/** A number as people type it, in E.164; null when it is none. Without a leading + it is read in `country`. */
export function toE164(typed: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, country as CountryCode)
  return parsed?.isPossible() ? parsed.number : null
}

/** An E.164 number as people of `country` write it: nationally for their own numbers. */
export function displayPhone(number: string, country: string): string {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return number
  const isOwn = parsed.country
    ? parsed.country === country
    : parsed.getPossibleCountries().includes(country as CountryCode)
  return isOwn ? parsed.formatNational() : parsed.formatInternational()
}
