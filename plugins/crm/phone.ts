import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'
import { CrmRejectedError } from '#plugins/crm/errors'

/** A number as people type it, in E.164; null when it is none. Without a leading + it is read in `country`. */
export function e164(typed: string, country: string) {
  const parsed = parsePhoneNumberFromString(typed, country as CountryCode)
  return parsed?.isPossible() ? parsed.number : null
}

/** The same for what is to be written: what is none is refused. */
export function writtenPhone(typed: string, country: string) {
  const number = e164(typed, country)
  if (!number) throw new CrmRejectedError('This is not a phone number', 'phone')
  return number
}
