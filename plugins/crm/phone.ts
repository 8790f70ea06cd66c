import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

/** A number as people type it, in E.164; null when it is none. Without a leading + it is read in `country`. */
export function e164(typed: string, country: string) {
  const parsed = parsePhoneNumberFromString(typed, country as CountryCode)
  return parsed?.isPossible() ? parsed.number : null
}
