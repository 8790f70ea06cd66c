import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { isSupportedCountry } from 'libphonenumber-js'
import { toE164 } from '#app/platform/phone'

// Read in the country of the same form where it has one, else in the one that the caller passes along.
const countryOf = ({ parent, meta }: FieldContext): string =>
  isSupportedCountry(parent.country) ? parent.country : meta.country

const isPhone = vine.createRule((value, _, field) => {
  if (typeof value !== 'string') return
  const number = toE164(value, countryOf(field))
  if (number) field.mutate(number, field)
  else field.report('Enter a complete phone number, with the area code.', 'phone', field)
})

/** A phone number as people type it; what comes out is E.164. */
export const phoneRule = () => vine.string().trim().maxLength(40).use(isPhone())
